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
