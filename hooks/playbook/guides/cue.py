"""Cues: what customers say and reps think at a moment, in the words they really use.

A cue file is parted by arrows like those of the script. What stands above the first one reaches the opening of the
guide, what stands below ``-> b-policy`` or ``-> ref-13`` that branch or line, and below ``-> guide`` the guide itself,
which is opened and not read out: questions of method, thoughts of the rep. A thought above all arrows is one of these.
On the page an arrow stands right behind a cue: ``- "Two referees, please." -> b-policy``.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, overload

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
_ARROWS = ("->", "→")
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


class Kind(NamedTuple):
    """What cues that follow one another may share."""

    under: str
    thought: bool
    shown: bool
    urgent: bool = False


class Run(NamedTuple):
    """Cues of one kind that follow one another: their lines in the file, and their texts, one a line."""

    kind: Kind
    numbers: Sequence[int]
    text: str


class Cues(Sequence[Cue]):
    """Cues, kept as runs: there are tens of thousands, and a value for each would fill five times the room."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self.runs = tuple(runs)

    @overload
    def __getitem__(self, place: int) -> Cue: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Cue]: ...
    def __getitem__(self, place: int | slice) -> Cue | Sequence[Cue]:
        return tuple(self)[place]

    def __iter__(self) -> Iterator[Cue]:
        for kind, numbers, text in self.runs:
            for number, said in zip(numbers, text.split("\n"), strict=True):
                yield Cue(said, kind.thought, number, kind.shown, kind.under, kind.urgent)

    def __len__(self) -> int:
        return sum(len(run.numbers) for run in self.runs)

    def texts(self) -> list[str]:
        """Give their texts alone."""
        return [text for run in self.runs for text in run.text.split("\n")]


def as_runs(cues: Iterable[Cue]) -> Cues:
    """Give cues as runs of those that follow one another."""
    return Cues(_runs((Kind(cue.under, cue.thought, cue.shown, cue.urgent), cue.number, cue.text) for cue in cues))


def _runs(written: Iterable[tuple[Kind, int, str]]) -> Iterator[Run]:
    for kind, same in groupby(written, itemgetter(0)):
        _, numbers, texts = zip(*same, strict=True)
        yield Run(kind, array("I", numbers), "\n".join(texts))


@dataclass(frozen=True)
class CueFile:
    """The cues of a file and the arrows that part it, each in the order written."""

    cues: Cues
    arrows: tuple[Arrow, ...]


def read_cues(path: str, rows: Sequence[Row]) -> tuple[Cues, list[Problem]]:
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
        problems += too_long(path, row.number, cue.text, "a cue", MOST_WORDS) if cue else []
    return as_runs(cues), problems


def read_cue_file(path: str, text: str) -> tuple[CueFile, list[Problem]]:
    """Give the cues and arrows of a cue file, one a line, and what is wrong with the cues."""
    found: list[tuple[Kind, int, str]] = []
    arrows: list[Arrow] = []
    problems: list[Problem] = []
    kinds = _kinds_below(arrows)
    for number, line in enumerate(text.split("\n"), 1):
        written = line.strip()
        if not written or written.startswith("#"):
            continue
        arrow = _ARROW.fullmatch(written) if written.startswith(_ARROWS) else None
        if arrow:
            arrows.append(Arrow(arrow["name"], number, written, arrow["note"] or ""))
            kinds = _kinds_below(arrows)
            continue
        thought = _THOUGHT.fullmatch(written)
        said = (thought[1] if thought else written).strip().strip('"“”')
        problems += too_long(path, number, said, "a cue", MOST_WORDS_IN_FILE)
        found.append((kinds[thought is not None], number, said))
    return CueFile(Cues(_runs(found)), tuple(arrows)), problems


def _kinds_below(arrows: Sequence[Arrow]) -> tuple[Kind, Kind]:
    """Give what is said below the last of these arrows and what is thought there, of which each is made once."""
    if not arrows:
        return Kind(_reached(thought=False), False, shown=False), Kind(_reached(thought=True), True, shown=False)
    name, urgent = arrows[-1].name, arrows[-1].note == URGENT
    return Kind(name, False, shown=False, urgent=urgent), Kind(name, True, shown=False, urgent=urgent)


def _reached(thought: bool) -> str:
    return WHOLE if thought else ""


def _cue(text: str, number: int) -> Cue | None:
    thought = _THOUGHT.fullmatch(text)
    said = _QUOTED.fullmatch((thought[1] if thought else text).strip())
    if said is None:
        return None
    under = said["under"].lstrip("#") if said["under"] else _reached(thought is not None)
    return Cue(said["said"].strip(), thought is not None, number, under=under)
