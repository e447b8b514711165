"""Everyday words for the same thing: ghosted, gone quiet, radio silence; one group a line in ``data/synonyms.yml``."""

from __future__ import annotations

from collections.abc import Mapping

from playbook.desk.words import folded, stem
from playbook.problems import Problem
from playbook.yaml_text import Entry


def read_synonyms(path: str, entries: Mapping[str, Entry]) -> tuple[dict[str, str], list[Problem]]:
    """Give the word that stands for each other one, as stems, and what is wrong with the groups."""
    stands_for: dict[str, str] = {}
    problems: list[Problem] = []
    for name, entry in entries.items():
        others = entry.value if isinstance(entry.value, tuple) else ()
        if not others:
            hint = f"Write a list: {name}: [one, another]."
            problems.append(Problem(path, entry.number, f"{name}:", "names no other word.", hint, "no-synonym"))
        for word in (name, *others):
            problems += _problems(path, entry.number, word, stem(name), stands_for)
            stands_for.setdefault(stem(word), stem(name))
    return stands_for, problems


def _problems(path: str, number: int, word: str, name: str, stands_for: Mapping[str, str]) -> list[Problem]:
    if folded(word) != [word]:
        hint = "Write one word in small letters without an apostrophe; a word that has one loses it: dont."
        return [Problem(path, number, word, "is not one word as it is searched.", hint, "not-one-word")]
    if stands_for.get(stem(word), name) != name:
        hint = f"It stands for {stands_for[stem(word)]!r} already. Keep it in one group."
        return [Problem(path, number, word, "stands in two groups.", hint, "repeated-synonym")]
    return []
