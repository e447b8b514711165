"""What labelled queries and cues tell curators: guides hard to find, pairs mixed up, moments with few cues."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playbook.guides.confusable import Confusable
from playbook.guides.guide import Guide
from playbook.guides.moment import Moment, moments

FEW_CUES = 10
HARD = 0.6  # a guide that comes first for a smaller share of its queries is hard to find
LEAST_QUERIES = 3  # fewer say nothing


@dataclass(frozen=True)
class Asked:
    """A labelled query: the guides that answer it best, those that do, too, and those that were shown."""

    query: str
    best: tuple[str, ...]
    ok: tuple[str, ...]
    shown: tuple[str, ...]

    @property
    def found(self) -> bool:
        """Whether a best guide came first."""
        return bool({*self.shown[:1]} & {*self.best})


@dataclass(frozen=True)
class Hard:
    """A guide, how many queries it answers best, how often it came first, and those where it did not."""

    guide: Guide
    asked: int
    first: int
    missed: tuple[str, ...]


@dataclass(frozen=True)
class MixedUp:
    """Two guides, of which the second came first for queries that the first answers best."""

    wanted: Guide
    shown: Guide
    queries: tuple[str, ...]


@dataclass(frozen=True)
class Thin:
    """A guide, how many moments it has, and those for which we know few cues, the fewest first."""

    guide: Guide
    moments: int
    few: tuple[Moment, ...]


def read_asked(queries: str, answers: str) -> list[Asked]:
    """Give the labelled queries (JSON lines) with the committed answers (JSON); nothing where either is unreadable."""
    try:
        labelled = [json.loads(line) for line in queries.splitlines() if line.strip()]
        shown = json.loads(answers or "{}")
        return [_asked(one, shown[one["query"]]) for one in labelled if one["query"] in shown]
    except (ValueError, KeyError, TypeError):
        return []


def _asked(one: Mapping[str, Any], answer: Sequence[str]) -> Asked:
    guides = dict.fromkeys(place.partition("#")[0] for place in answer[1:])
    return Asked(one["query"], tuple(one["best"]), tuple(one.get("ok", ())), tuple(guides))


def hard_to_find(asked: Iterable[Asked], guides: Mapping[str, Guide]) -> list[Hard]:
    """Give the guides that come first too rarely, the rarest first."""
    by_guide: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        for guide in one.best:
            by_guide[guide].append(one)
    found = [_hard(guides[name], these) for name, these in by_guide.items() if name in guides]
    rare = [one for one in found if one.asked >= LEAST_QUERIES and one.first < HARD * one.asked]
    return sorted(rare, key=lambda one: (one.first / one.asked, one.guide.title))


def _hard(guide: Guide, asked: Sequence[Asked]) -> Hard:
    missed = tuple(one.query for one in asked if not one.found)
    return Hard(guide, len(asked), len(asked) - len(missed), missed)


def mixed_up(asked: Iterable[Asked], guides: Mapping[str, Guide], confusables: Iterable[Confusable]) -> list[MixedUp]:
    """Give the guides shown in place of others more than once that no question tells apart, the most often first."""
    told = {pair.guides for pair in confusables}
    by_pair: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in asked:
        for pair in _mixed(one):
            by_pair[pair].append(one.query)
    pairs = [
        MixedUp(guides[wanted], guides[shown], tuple(queries))
        for (wanted, shown), queries in by_pair.items()
        if len(queries) > 1 and wanted in guides and shown in guides and tuple(sorted((wanted, shown))) not in told
    ]
    return sorted(pairs, key=lambda pair: (-len(pair.queries), pair.wanted.title, pair.shown.title))


def _mixed(one: Asked) -> Iterator[tuple[str, str]]:
    for shown in one.shown[:1]:
        if one.best and shown not in (*one.best, *one.ok):
            yield one.best[0], shown


def thin_moments(guides: Mapping[str, Guide]) -> list[Thin]:
    """Give the guides with moments for which we know few cues, by title."""
    by_guide: dict[str, list[Moment]] = defaultdict(list)
    for moment in moments(guides):
        by_guide[moment.guide].append(moment)
    found = [Thin(guides[name], len(all_of), _few(all_of)) for name, all_of in by_guide.items()]
    return sorted((one for one in found if one.few), key=lambda one: one.guide.title)


def _few(all_of: Iterable[Moment]) -> tuple[Moment, ...]:
    few = [moment for moment in all_of if len(moment.cues) < FEW_CUES]
    return tuple(sorted(few, key=lambda moment: len(moment.cues)))
