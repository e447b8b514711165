"""Cues: what customers say and reps think at a moment, in the words they really use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from playbook.guides.section import Row
from playbook.limit import too_long
from playbook.problems import Problem

MOST_WORDS = 12  # template.md: a cue on a page
MOST_WORDS_IN_FILE = 14

_BULLET = re.compile(r"[-*]\s+(.*)")
_THOUGHT = re.compile(r"You think:\s*(.*)")
_QUOTED = re.compile(r"[\"“](.*)[\"”]")


@dataclass(frozen=True)
class Cue:
    """One thing that is said, or thought by the rep, at a moment; ``shown`` on the page or only searched."""

    text: str
    thought: bool
    number: int
    shown: bool = True


def read_cues(path: str, rows: Sequence[Row]) -> tuple[tuple[Cue, ...], list[Problem]]:
    """Give the cues of the section "They say", and what is wrong with them."""
    cues: list[Cue] = []
    problems: list[Problem] = []
    for row in rows:
        if not row.text.strip():
            continue
        match = _BULLET.fullmatch(row.text.strip())
        cue = _cue(match[1], row.number) if match else None
        if cue is None:
            hint = 'Write it like: - "Got a client I can call?" or - You think: "scared to call"'
            problems.append(Problem(path, row.number, row.text, "is not a cue.", hint, "unreadable-cue"))
        else:
            cues.append(cue)
    return tuple(cues), problems + _lengths(path, cues, MOST_WORDS)


def read_cue_file(path: str, text: str) -> tuple[tuple[Cue, ...], list[Problem]]:
    """Give the cues of a cue file, one a line, and what is wrong with them."""
    cues = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            thought = _THOUGHT.fullmatch(line.strip())
            said = (thought[1] if thought else line).strip().strip('"“”')
            cues.append(Cue(said, thought is not None, number, shown=False))
    return tuple(cues), _lengths(path, cues, MOST_WORDS_IN_FILE)


def _cue(text: str, number: int) -> Cue | None:
    thought = _THOUGHT.fullmatch(text)
    said = _QUOTED.fullmatch((thought[1] if thought else text).strip())
    return Cue(said[1].strip(), thought is not None, number) if said else None


def _lengths(path: str, cues: Sequence[Cue], most: int) -> list[Problem]:
    return [problem for cue in cues for problem in too_long(path, cue.number, cue.text, "a cue", most)]
