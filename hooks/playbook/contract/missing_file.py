"""Files that cannot be done without."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from playbook.problems import Problem


def missing_desk(desk: str, paths: Collection[str]) -> Iterator[Problem]:
    """Give the desk where it is not there: everything begins on it, and every page leads to it."""
    if desk not in paths:
        hint = 'Bring the file back; it needs a title and one line, as - Say bridge-1: "Good question."'
        yield Problem(desk, 1, desk.rpartition("/")[2], "is the desk, and it is not there.", hint, "missing-desk")
