"""Cues that stand twice: within a guide spelt alike, or in two guides that no question tells apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from playbook.desk.words import all_folded
from playbook.guides.confusable import Confusable
from playbook.guides.cue import Cue
from playbook.guides.edition import CUES
from playbook.guides.guide import Guide
from playbook.guides.past import Past
from playbook.problems import Problem


class _File(NamedTuple):
    """The cues of a guide that stand in one file."""

    guide: str
    path: str
    cues: Sequence[Cue]


def repeated_cue_problems(guides: Sequence[Guide], confusables: Iterable[Confusable], past: Past) -> Iterator[Problem]:
    """Give every cue that stands somewhere else, too; of two files the one that is being changed is to blame.

    Of two guides all spellings are one; a guide may have several.
    """
    apart = {pair.guides for pair in confusables}
    first: dict[str, tuple[_File, Cue]] = {}
    spelt: dict[tuple[str, str], tuple[_File, Cue]] = {}
    # Two guides that claim one id share its cue file.
    files = {file.path: file for file in _files(guides)}.values()
    for file in sorted(files, key=lambda file: file.path in past.changed):
        for cue, words in zip(file.cues, all_folded([cue.text for cue in file.cues]), strict=True):
            this = file, cue
            other = first.setdefault(" ".join(words), this)
            if other is this:
                continue
            spelt.setdefault(_spelling(*other), other)
            same = spelt.setdefault(_spelling(*this), this)
            if same is not this:
                yield _told(this, same)
            elif other[0].guide != file.guide and tuple(sorted((other[0].guide, file.guide))) not in apart:
                yield _told(this, other)


def _files(guides: Iterable[Guide]) -> Iterator[_File]:
    for guide in guides:
        yield _File(guide.id, guide.path, [cue for cue in guide.cues if cue.shown])
        yield _File(guide.id, f"{CUES}/{guide.id}.txt", [cue for cue in guide.cues if not cue.shown])


def _spelling(file: _File, cue: Cue) -> tuple[str, str]:
    return file.guide, " ".join(re.findall(r"\w+", cue.text.lower()))


def _told(this: tuple[_File, Cue], other: tuple[_File, Cue]) -> Problem:
    (file, cue), (owner, first) = this, other
    question = "" if file.guide == owner.guide else ", or give the pair a question in data/confusable.yml"
    message = f"is a cue in {owner.path}:{first.number} too."
    return Problem(file.path, cue.number, cue.text, message, f"Keep one{question}.", "repeated-cue")
