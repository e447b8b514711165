"""What the notebooks of gaps hold: sentences for which the desk had no line, grouped by the moment nearest to them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from playbook.desk.words import stems
from playbook.guides.cue import MOST_WORDS_IN_FILE
from playbook.guides.moment import Moment
from playbook.measure import words

# What stands before a sentence in people's lists: bullets, numbers, days and hours.
_BEFORE = re.compile(r"(?:[-*•>,;]|(?:\d{4}-\d\d-\d\d|\d\d?:\d\d|\d{1,3}[.)])(?=[\s,;])|\s)+")
# The note that the desk copies.
_NOTE = re.compile(r"No line found for:\s*(.*)")


@dataclass(frozen=True)
class Nearest:
    """How the desk answers a sentence now: its state, and the moment nearest to it; nothing where there is none."""

    state: str
    moment: str


@dataclass(frozen=True)
class Gap:
    """A sentence as first noted, and how many notes hold it, spelt however they like."""

    said: str
    notes: int


@dataclass(frozen=True)
class Group:
    """The gaps nearest to one moment, the most often noted first; for those that the desk finds by now, ``found``."""

    moment: str
    found: bool
    gaps: tuple[Gap, ...]

    @property
    def notes(self) -> int:
        """How many notes there are of all of them."""
        return sum(gap.notes for gap in self.gaps)


def read_gaps(text: str) -> list[Gap]:
    """Give the sentences of a notebook: one a line, with or without bullet, day and quotes, or as the desk notes it."""
    said = [sentence for line in text.splitlines() if (sentence := _sentence(line))]
    counted = Counter(_key(sentence) for sentence in said)
    first = {_key(sentence): sentence for sentence in reversed(said)}
    return [Gap(first[key], count) for key, count in counted.most_common()]


def grouped(gaps: Iterable[Gap], nearest: Mapping[str, Nearest]) -> list[Group]:
    """Give the gaps by the moment nearest to each; those that are found by now come last."""
    by_moment: dict[tuple[bool, str], list[Gap]] = defaultdict(list)
    for gap in gaps:
        near = nearest[gap.said]
        by_moment[near.state == "found", near.moment].append(gap)
    groups = [Group(moment, found, tuple(these)) for (found, moment), these in by_moment.items()]
    return sorted(groups, key=lambda group: (group.found, -group.notes, group.moment))


def gaps_text(groups: Sequence[Group], moments: Mapping[str, Moment]) -> str:
    """Give the groups as text, with lines to paste into cue files."""
    different = sum(len(group.gaps) for group in groups)
    counted = f"{_notes(sum(group.notes for group in groups))}, {different} of them different."
    return "\n\n".join([counted, *(_group_text(group, moments.get(group.moment)) for group in groups)])


def _group_text(group: Group, moment: Moment | None) -> str:
    rows = [row for gap in group.gaps for row in _rows(gap)]
    if moment is None:
        near = group.moment or "nothing"
        hint = "Write it below -> guide, or it is off the topic (data/off_topic.txt), or a guide is owed:"
        return "\n".join([f"Nearest to {near}, {_notes(group.notes)}.", hint, *rows])
    heard = moment.heard[0].words if moment.heard else moment.line.text
    if group.found:
        found = f"Found by now: {moment.id} ({heard}), {_notes(group.notes)}. If it answers them, nothing is owed:"
        return "\n".join([found, *rows])
    head = f"Nearest to {moment.id} ({heard}), {_notes(group.notes)}."
    where = f"If it answers them, paste into data/cues/{moment.guide}.txt, below -> {moment.line.id}:"
    return "\n".join([head, f"It says: {moment.line.text}", where, *rows])


def _notes(count: int) -> str:
    return "1 note" if count == 1 else f"{count} notes"


def _rows(gap: Gap) -> Iterator[str]:
    """Give a line to paste, and above it what is to be known of it, as a comment."""
    count = len(words(gap.said))
    if gap.notes > 1:
        yield f"# {gap.notes} notes"
    if count > MOST_WORDS_IN_FILE:
        yield f"# {count} words: shorten it to {MOST_WORDS_IN_FILE}"
    yield gap.said


def _sentence(line: str) -> str:
    bare = line.strip()
    if bare.startswith("#"):
        return ""
    before = _BEFORE.match(bare)
    bare = bare[before.end() :] if before else bare
    noted = _NOTE.search(bare)
    return (noted[1] if noted else bare).strip().strip("\"“”„'‘’").strip()


def _key(sentence: str) -> str:
    return " ".join(stems(sentence)) or sentence.casefold()
