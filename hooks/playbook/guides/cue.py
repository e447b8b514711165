"""Cues: what customers say and reps think at a moment, in the words they really use.

A cue file is parted by arrows like those of the script. What stands above the first one reaches the opening of the
guide, what stands below ``-> b-policy`` or ``-> ref-13`` that branch or line, and below ``-> guide`` the guide itself,
which is opened and not read out: questions of method, thoughts of the rep. A thought above all arrows is one of these.
On the page an arrow stands right behind a cue: ``- "Two referees, please." -> b-policy``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from playbook.guides.section import Row
from playbook.measure import too_long
from playbook.problems import Problem

MOST_WORDS = 12  # template.md: a cue on a page
MOST_WORDS_IN_FILE = 30  # as long as people dictate
WHOLE = "guide"  # the name of the guide itself
URGENT = "whatever else is said"  # the note of an arrow whose short cues count wherever they stand in what is said

_BULLET = re.compile(r"[-*]\s+(.*)")
_THOUGHT = re.compile(r"You think:\s*(.*)")
_QUOTED = re.compile(r"[\"“](?P<said>.*)[\"”](?:\s*(?:->|→)\s*(?P<under>\S+))?")
_ARROW = re.compile(r"(?:->|→)\s*#?(?P<name>[^()]*?)\s*(?:\((?P<note>[^()]*)\))?")


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing that is said, or thought by the rep, at a moment; ``shown`` on the page or only searched.

    ``under`` names the branch or line that it reaches: nothing for the opening, ``guide`` for the guide itself. What is
    ``urgent`` goes before everything else that is said.
    """

    text: str
    thought: bool
    number: int
    shown: bool = True
    under: str = ""
    urgent: bool = False


@dataclass(frozen=True)
class Arrow:
    """A line of a cue file that says what the cues below it reach."""

    name: str
    number: int
    written: str
    note: str = ""


@dataclass(frozen=True)
class CueFile:
    """The cues of a file and the arrows that part it, each in the order written."""

    cues: tuple[Cue, ...]
    arrows: tuple[Arrow, ...]


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


def read_cue_file(path: str, text: str) -> tuple[CueFile, list[Problem]]:
    """Give the cues and arrows of a cue file, one a line, and what is wrong with the cues."""
    cues: list[Cue] = []
    arrows: list[Arrow] = []
    for number, line in enumerate(text.split("\n"), 1):
        written = line.strip()
        arrow = _ARROW.fullmatch(written)
        if arrow:
            arrows.append(Arrow(arrow["name"], number, written, arrow["note"] or ""))
        elif written and not written.startswith("#"):
            cues.append(_cue_in_file(written, number, arrows))
    return CueFile(tuple(cues), tuple(arrows)), _lengths(path, cues, MOST_WORDS_IN_FILE)


def _cue_in_file(written: str, number: int, arrows: Sequence[Arrow]) -> Cue:
    thought = _THOUGHT.fullmatch(written)
    said = (thought[1] if thought else written).strip().strip('"“”')
    under = arrows[-1].name if arrows else _reached(thought is not None)
    urgent = bool(arrows) and arrows[-1].note == URGENT
    return Cue(said, thought is not None, number, shown=False, under=under, urgent=urgent)


def _reached(thought: bool) -> str:
    return WHOLE if thought else ""


def _cue(text: str, number: int) -> Cue | None:
    thought = _THOUGHT.fullmatch(text)
    said = _QUOTED.fullmatch((thought[1] if thought else text).strip())
    if said is None:
        return None
    under = said["under"].lstrip("#") if said["under"] else _reached(thought is not None)
    return Cue(said["said"].strip(), thought is not None, number, under=under)


def _lengths(path: str, cues: Sequence[Cue], most: int) -> list[Problem]:
    return [problem for cue in cues for problem in too_long(path, cue.number, cue.text, "a cue", most)]
