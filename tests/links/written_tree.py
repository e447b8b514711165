"""Write a tree of documentation and check it as anybody would."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from playbook.links.checks import link_problems
from playbook.problems import Problem
from playbook_mkdocs.rehearsal import read_tree

# Two links that lead nowhere: a check that ran finds both.
PAGE = "# A\n\n[a](b.md)\n\n[c](d.md)\n"
BOTH = ["docs/index.md:3 'b.md'", "docs/index.md:5 'd.md'"]


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files named relative to a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def problems_of(files: Mapping[str, bytes], folder: Path) -> list[Problem]:
    """Write a tree, build it and give what is wrong with it."""
    write(files, folder)
    tree, _ = read_tree(str(folder))
    return link_problems(tree)


def small_tree(configuration: str, page: str = PAGE, **hooks: str) -> dict[str, bytes]:
    """Give a tree of one page, with hooks by the names of their files."""
    texts = {"mkdocs.yml": f"site_name: A\n{configuration}", "docs/index.md": page}
    texts |= {f"{name}.py": text for name, text in hooks.items()}
    return {name: text.encode() for name, text in texts.items()}


def checked(files: dict[str, bytes], folder: Path) -> tuple[list[str], list[str]]:
    """Give the faults, shortened, and the notes."""
    write(files, folder)
    tree, notes = read_tree(str(folder))
    return [f"{fault.path}:{fault.line} '{fault.written}'" for fault in link_problems(tree)], notes
