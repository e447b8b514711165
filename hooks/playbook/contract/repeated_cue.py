"""Cues that stand twice: within a guide spelt alike, or in two guides that no question tells apart."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from playbook.desk.words import folded, run_together
from playbook.guides.confusable import Confusable
from playbook.guides.cue import Cue, Cues
from playbook.guides.edition import CUES
from playbook.guides.guide import Guide
from playbook.guides.past import Past
from playbook.problems import Problem


class _File(NamedTuple):
    """The cues of a guide that stand in one file."""

    guide: str
    path: str
    cues: Cues


def repeated_cue_problems(guides: Sequence[Guide], confusables: Iterable[Confusable], past: Past) -> Iterator[Problem]:
    """Give every cue that stands somewhere else, too; of two files the one that is being changed is to blame.

    Of two guides all spellings are one; a guide may have several.
    """
    confusable = {pair.guides for pair in confusables}
    first: dict[str, tuple[_File, Cue]] = {}
    spelt: dict[tuple[str, str], tuple[_File, Cue]] = {}
    # Two guides that claim one id share its cue file.
    files = {file.path: file for file in _files(guides)}.values()
    for file, cue in _alike(sorted(files, key=lambda file: file.path in past.changed)):
        this = file, cue
        other = first.setdefault(" ".join(folded(cue.text)), this)
        if other is this:
            continue
        spelt.setdefault(_spelling(*other), other)
        same = spelt.setdefault(_spelling(*this), this)
        if same is not this:
            yield _told(this, same)
        elif other[0].guide != file.guide and tuple(sorted((other[0].guide, file.guide))) not in confusable:
            yield _told(this, other)


def _alike(files: Sequence[_File]) -> Iterator[tuple[_File, Cue]]:
    """Give the few cues that may stand twice; to hold the words of all of them would take more room than all else."""
    numbers = [array("q", map(hash, run_together(file.cues.texts()))) for file in files]
    twice = {one for one, other in pairwise(sorted(chain.from_iterable(numbers))) if one == other}
    for file, of_file in zip(files, numbers, strict=True):
        if not twice.isdisjoint(of_file):
            yield from ((file, cue) for cue, number in zip(file.cues, of_file, strict=True) if number in twice)


def _files(guides: Iterable[Guide]) -> Iterator[_File]:
    for guide in guides:
        for shown, path in ((True, guide.path), (False, f"{CUES}/{guide.id}.txt")):
            yield _File(guide.id, path, Cues(run for run in guide.cue_runs if run.kind.shown == shown))


def _spelling(file: _File, cue: Cue) -> tuple[str, str]:
    return file.guide, " ".join(re.findall(r"\w+", cue.text.lower()))


def _told(this: tuple[_File, Cue], other: tuple[_File, Cue]) -> Problem:
    (file, cue), (owner, first) = this, other
    question = "" if file.guide == owner.guide else ", or give the pair a question in data/confusable.yml"
    message = f"is a cue in {owner.path}:{first.number} too."
    return Problem(file.path, cue.number, cue.text, message, f"Keep one{question}.", "repeated-cue")
