"""Branches of a situation: what the customer answered, under a permanent id, and the script that follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from playbook.guides.line import Line, Reply
from playbook.guides.script import read_script
from playbook.guides.section import Row
from playbook.problems import Problem

_HEADING = re.compile(r"###\s+(?P<title>.*?)\s*(?P<ours>\(our addition\))?\s*(?:\{#(?P<id>[^}\s]*)\})?\s*")
_BRANCH_ID = re.compile(r"b-[a-z0-9]+(?:-[a-z0-9]+)*")
_EXAMPLE = "Write it like: ### They want to think about it {#b-check}"


@dataclass(frozen=True)
class Branch:
    """One way the conversation may go: lines to say at once, or replies that open it."""

    id: str
    title: str
    ours: bool
    number: int
    lines: tuple[Line, ...]
    openings: tuple[Reply, ...]
    notes: tuple[Row, ...]


def read_branches(path: str, rows: Sequence[Row]) -> tuple[tuple[Branch, ...], list[Problem]]:
    """Give the branches under "Which one?", and what is wrong with their headings and scripts."""
    starts = [index for index, row in enumerate(rows) if row.text.startswith("###")]
    problems = [_outside(path, row) for row in rows[: starts[0] if starts else len(rows)] if row.text.strip()]
    branches = []
    for start, end in pairwise([*starts, len(rows)]):
        branch, found = _branch(path, rows[start], rows[start + 1 : end])
        branches.append(branch)
        problems += found
    return tuple(branches), problems


def _branch(path: str, heading: Row, rows: Sequence[Row]) -> tuple[Branch, list[Problem]]:
    match = _HEADING.fullmatch(heading.text)
    identifier = (match["id"] or "") if match else ""
    title = match["title"] if match else heading.text.lstrip("# ")
    script, problems = read_script(path, rows)
    if not _BRANCH_ID.fullmatch(identifier):
        message = "has no permanent branch id."
        problems.append(Problem(path, heading.number, heading.text, message, _EXAMPLE, "no-branch-id"))
    if not script.lines and not script.replies:
        problems.append(Problem(path, heading.number, heading.text, "has no line to say.", "Add one.", "empty-branch"))
    ours = bool(match and match["ours"])
    branch = Branch(identifier, title, ours, heading.number, script.lines, script.replies, script.paragraphs)
    return branch, problems


def _outside(path: str, row: Row) -> Problem:
    return Problem(path, row.number, row.text, "stands in no branch.", _EXAMPLE, "text-before-branches")
