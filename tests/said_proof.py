"""How good the lines are that labelled sentences of customers get: asked in one page of Chromium, and counted.

The sentences were written without sight of the cues, and labelled by reading all lines. Half of them are closed: of
those nothing but totals is ever printed, so that nobody tunes the desk to them.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from search_proof import ASK, Measures, shares

SENTENCES = Path(__file__).parent / "content" / "said.jsonl"
FIGURES = SENTENCES.with_name("said_figures.json")
ANSWERS = SENTENCES.with_name("said_answers.json")
HALVES = ("open", "closed")
FEWEST_LETTERS = 5  # of a word with a slip in it: shorter ones become other words


@dataclass(frozen=True)
class Said:
    """A sentence with the guides and lines that answer it, the lines that would do harm, and its half."""

    sentence: str
    best: tuple[str, ...]
    lines: tuple[str, ...]
    never: tuple[str, ...]
    half: str


@dataclass(frozen=True)
class Answered:
    """A sentence with the state of the box and the moments it offered, the large one first."""

    said: Said
    state: str
    moments: tuple[str, ...]

    @property
    def on_topic(self) -> bool:
        """Whether any guide is for it."""
        return bool(self.said.best)

    @property
    def answerable(self) -> bool:
        """Whether any line of ours fits it."""
        return bool(self.said.lines)

    @property
    def fits_first(self) -> bool:
        """Whether the large line fits."""
        return bool(set(self.moments[:1]) & set(self.said.lines))

    @property
    def fits_offered(self) -> bool:
        """Whether one of the lines offered fits."""
        return bool(set(self.moments) & set(self.said.lines))

    @property
    def guide_first(self) -> bool:
        """Whether the large line stands in a guide that a rep should be led to."""
        return bool({moment.partition("#")[0] for moment in self.moments[:1]} & set(self.said.best))

    @property
    def found(self) -> bool:
        """Whether the box was sure."""
        return self.state == "found"

    @property
    def harmful(self) -> bool:
        """Whether the box was sure of a line that does harm."""
        return self.found and bool(set(self.moments[:1]) & set(self.said.never))


# What is worse when it grows stands last.
MEASURES: Measures[Answered] = {
    "fitting line first": (lambda one: one.on_topic, lambda one: one.fits_first),
    "fitting line first, where one exists": (lambda one: one.answerable, lambda one: one.fits_first),
    "fitting line offered": (lambda one: one.on_topic, lambda one: one.fits_offered),
    "fitting line offered, where one exists": (lambda one: one.answerable, lambda one: one.fits_offered),
    "guide right first": (lambda one: one.on_topic, lambda one: one.guide_first),
    "line found": (lambda one: one.on_topic, lambda one: one.found),
    "line fits when found": (lambda one: one.found and one.on_topic, lambda one: one.fits_first),
    "guide right when found": (lambda one: one.found and one.on_topic, lambda one: one.guide_first),
    "off the topic, yet found": (lambda one: not one.on_topic, lambda one: one.found),
    "harmful line found": (lambda _: True, lambda one: one.harmful),
}
WORSE_WHEN_MORE = ("off the topic, yet found", "harmful line found")


def sentences() -> list[Said]:
    """Give the labelled sentences of both halves."""
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    return [_read(row) for row in rows]


def _read(row: Mapping[str, Any]) -> Said:
    return Said(row["query"], tuple(row["best"]), tuple(row["lines"]), tuple(row["never"]), row["half"])


def answered(page: Page, asked: Sequence[Said], figures: Mapping[str, float] | None = None) -> list[Answered]:
    """Ask the matcher of the open page, which must be of our site, with other figures if any are given."""
    answers: list[Any] = page.evaluate(ASK, [[one.sentence for one in asked], dict(figures or {})])
    return [Answered(one, state, tuple(moments)) for one, (state, _, moments) in zip(asked, answers, strict=True)]


def said_figures(answers: Sequence[Answered]) -> dict[str, float]:
    """Give each measure in percent, to one decimal."""
    return shares(answers, MEASURES)


def by_half(answers: Iterable[Answered]) -> dict[str, dict[str, float]]:
    """Give the figures of each half."""
    every = list(answers)
    return {half: said_figures([one for one in every if one.said.half == half]) for half in HALVES}


def open_answers(answers: Iterable[Answered]) -> dict[str, list[str]]:
    """Give the state and the first moment by sentence, of the open half alone."""
    shown = [one for one in answers if one.said.half == "open"]
    return {
        one.said.sentence: [one.state, *one.moments[:1]] for one in sorted(shown, key=lambda one: one.said.sentence)
    }


def worse(answers: Iterable[Answered], before: Mapping[str, Sequence[str]]) -> list[str]:
    """Give a line for each open sentence that had a fitting line first and has another one now, or a harmful one."""
    lines = []
    for one in answers:
        was = list(before.get(one.said.sentence, ()))[1:]
        fitted = bool(set(was) & set(one.said.lines))
        if one.said.half == "open" and ((fitted and not one.fits_first) or (one.harmful and was != [*one.moments[:1]])):
            lines.append(f"{one.said.sentence!r}: {one.state} {', '.join(one.moments[:1])}, before: {', '.join(was)}")
    return lines


def slipped(said: Sequence[Said]) -> Iterator[Said]:
    """Give each sentence with one slip more: two letters swapped, one left out, doubled or replaced."""
    for number, one in enumerate(said):
        yield replace(one, sentence=_slip(one.sentence, random.Random(number)))


def half_typed(said: Sequence[Said]) -> Iterator[Said]:
    """Give each sentence without what ends it, its last word half typed."""
    for one in said:
        text = one.sentence.rstrip(" .!?,;:…\"'”’")
        last = text.split()[-1]
        yield replace(one, sentence=text[: len(text) - len(last) // 2])


def _slip(sentence: str, chance: random.Random) -> str:
    words = sentence.split(" ")
    long = [at for at, word in enumerate(words) if word.isalpha() and len(word) >= FEWEST_LETTERS]
    if not long:
        return sentence
    at = chance.choice(long)
    word = words[at]
    place = chance.randrange(1, len(word) - 1)
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    left_out = word[:place] + word[place + 1 :]
    doubled = word[:place] + word[place] + word[place:]
    replaced = word[:place] + chance.choice("abcdefghijklmnopqrstuvwxyz") + word[place + 1 :]
    words[at] = chance.choice([swapped, left_out, doubled, replaced])
    return " ".join(words)
