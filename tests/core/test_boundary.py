"""The core knows neither MkDocs nor files nor logs: it must outlive its host."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from site_builder import REPOSITORY

CORE = REPOSITORY / "hooks" / "playbook"
ENTRANCE = CORE / "check.py"  # the command: it stands in the core for its name alone
FILES = sorted(path for path in CORE.rglob("*.py") if path != ENTRANCE)
HOST = {"mkdocs", "material", "jinja2", "markdown", "playbook_mkdocs"}
WORLD = {"io", "logging", "os", "pathlib", "shutil", "subprocess", "urllib.request"}
# Which wings of the core a wing may import besides itself and the common ground, as its docstring says.
MAY_IMPORT = {
    "": set[str](),
    "guides": set[str](),
    "desk": {"guides"},
    "contract": {"guides", "desk"},
    "links": set[str](),
    "site": {"guides", "contract", "links"},
}
IMPORT_ALL = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sys.modules, sep="\\n")
"""


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            # Taking an address apart asks nobody for anything.
            yield node.module if node.module.startswith("urllib.") else node.module.partition(".")[0]


def _imported_by(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in _imported(ast.parse(path.read_text(encoding="utf-8")))}


def test_importing_the_whole_core_imports_nothing_of_the_host() -> None:
    names = [".".join(path.relative_to(CORE.parent).with_suffix("").parts) for path in FILES]
    modules = [name for name in names if not name.endswith("__init__")]
    command = [sys.executable, "-c", IMPORT_ALL, *modules]
    run = subprocess.run(command, cwd=CORE.parent, capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())

    assert loaded.issuperset(modules)
    assert {name.partition(".")[0] for name in loaded} & HOST == set()


def test_only_the_entrances_and_one_package_import_the_host() -> None:
    hooks = CORE.parent
    knowing = {path.relative_to(hooks).parts[0] for path in hooks.rglob("*.py") if _imported_by(path) & HOST}

    assert knowing == {"mkdocs_hooks.py", "mkdocs_link_check.py", "playbook_mkdocs", "playbook"}
    assert _imported_by(ENTRANCE) & HOST == {"playbook_mkdocs"}


def test_no_module_of_the_core_asks_for_files_or_logs() -> None:
    asked = {
        str(path.relative_to(CORE)): set(_imported(ast.parse(path.read_text(encoding="utf-8")))) & WORLD
        for path in FILES
    }

    assert {name: found for name, found in asked.items() if found} == {}


def _names_imported(path: Path) -> set[str]:
    """Give the modules of the core that a module of it imports, wherever in its text."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    modules = {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}
    modules |= {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    assert "playbook" not in modules, f"{path}: name the module"
    return {module.removeprefix("playbook.") for module in modules if module.startswith("playbook.")}


IMPORTS = {".".join(path.relative_to(CORE).with_suffix("").parts): _names_imported(path) for path in FILES}


def _wing(name: str) -> str:
    return name.partition(".")[0] if "." in name else ""


def test_every_wing_says_what_belongs_there_and_imports_only_what_it_may() -> None:
    wings = {path.parent.name: ast.get_docstring(ast.parse(path.read_text())) for path in CORE.glob("*/__init__.py")}
    seen = {
        (name, other)
        for name, others in IMPORTS.items()
        for other in others
        if _wing(other) not in ("", _wing(name), *MAY_IMPORT[_wing(name)])
    }

    assert seen == set()
    assert all(wings.values())
    assert {"", *wings} == set(MAY_IMPORT)


def test_no_imports_run_in_a_circle() -> None:
    waiting = {name: set(others) & set(IMPORTS) for name, others in IMPORTS.items()}
    while free := {name for name, others in waiting.items() if not others}:
        waiting = {name: others - free for name, others in waiting.items() if name not in free}

    assert waiting == {}
