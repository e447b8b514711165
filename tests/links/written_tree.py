"""Write a tree of documentation and check it as anybody would."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from playbook.links.checks import link_problems
from playbook.problems import Problem
from playbook_mkdocs.rehearsal import read_tree


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
