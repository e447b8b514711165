"""Moments that are easily mixed up, each pair with the one question that separates them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from playbook.measure import too_long
from playbook.nearness import did_you_mean
from playbook.problems import Problem
from playbook.yaml_text import Entry

QUESTION = 12  # words; it is read between two lines


@dataclass(frozen=True)
class Confusable:
    """Two guides, by id in alphabetical order, and the question that tells their moments apart."""

    guides: tuple[str, str]
    ask: str


def read_confusables(
    path: str, entries: Mapping[str, Entry], guides: Collection[str]
) -> tuple[tuple[Confusable, ...], list[Problem]]:
    """Give the pairs of a file and what is wrong with them; ``guides`` are the ids that exist."""
    pairs: dict[tuple[str, str], Confusable] = {}
    problems: list[Problem] = []
    for name, entry in entries.items():
        fields = entry.value if isinstance(entry.value, dict) else {}
        problems += _field_problems(path, name, entry, fields) + _guide_problems(path, fields, guides)
        pair, ask = _guides(fields), _ask(fields)
        if pair in pairs:
            told = "is a pair that stands twice.", "Keep one of the two questions."
            problems.append(Problem(path, entry.number, f"{name}:", *told, "repeated-pair"))
        elif pair and ask:
            pairs[pair] = Confusable(pair, ask)
    return tuple(pairs.values()), problems


def _guides(fields: Mapping[str, Entry]) -> tuple[str, str] | None:
    names = fields["guides"].value if "guides" in fields else ()
    if not isinstance(names, tuple) or len(set(names)) != 2:
        return None
    first, second = sorted(names)
    return first, second


def _ask(fields: Mapping[str, Entry]) -> str:
    ask = fields["ask"].value if "ask" in fields else ""
    return ask if isinstance(ask, str) else ""


def _field_problems(path: str, name: str, entry: Entry, fields: Mapping[str, Entry]) -> list[Problem]:
    if _guides(fields) is None:
        hint = "Write two ids: guides: [silence, lost-deal]."
        return [Problem(path, entry.number, f"{name}:", "does not name two guides.", hint, "no-pair")]
    ask = _ask(fields)
    if not ask.endswith("?"):
        hint = 'Write one question: ask: "Have they said no, or nothing at all?"'
        return [Problem(path, entry.number, ask or f"{name}:", "asks no question.", hint, "no-question")]
    return too_long(path, fields["ask"].number, ask, "a separating question", QUESTION)


def _guide_problems(path: str, fields: Mapping[str, Entry], guides: Collection[str]) -> list[Problem]:
    number = fields["guides"].number if "guides" in fields else 1
    unknown = {name: did_you_mean(name, guides) for name in _guides(fields) or () if name not in guides}
    otherwise = "Name the id of a guide."
    return [
        Problem(path, number, *(name, "is no guide.", near or otherwise), "missing-guide")
        for name, near in unknown.items()
    ]
