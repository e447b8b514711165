"""Onboarding paths: guides in order, each with the minutes that reading and practising it really takes."""

from __future__ import annotations

import math
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from playbook.contract.prose import reading_words
from playbook.guides.guide import Guide
from playbook.guides.section import Row
from playbook.problems import Problem

WORDS_A_MINUTE = 238  # silent reading of non-fiction, Brysbaert 2019
PRACTICE = {"technique": 2, "situation": 4}  # minutes: saying the line aloud; acting the play through once

_STEP = re.compile(r"\d+\.\s+\[[^\]]*\]\((?P<target>[^)\s#]+\.md)[^)]*\)(?P<rest>.*)")
_MINUTES = re.compile(r"\s*\((?P<minutes>\d+) min\)")
_STATED = re.compile(r"\((\d+) min\)")
_PROMISE = re.compile(r"(?:at most|(?P<fewest>\d+) to) (?P<most>\d+) minutes")


def minutes(guide: Guide) -> int:
    """Give the minutes a newcomer needs for a guide: reading it once, then its practice."""
    return math.ceil(reading_words(guide) / WORDS_A_MINUTE) + PRACTICE[guide.kind]


def path_problems(path: str, rows: Sequence[Row], guides: Mapping[str, Guide]) -> list[Problem]:
    """Give every step whose minutes are not those of its guide, and every part that takes more or less than promised.

    ``guides`` are by file.
    """
    problems = _step_problems(path, rows, guides)
    return problems or list(_part_problems(path, rows))


def _part_problems(path: str, rows: Sequence[Row]) -> Iterator[Problem]:
    """Give every part whose steps do not add up to what the first paragraph promises."""
    starts = [index for index, row in enumerate(rows) if row.text.startswith("## ")]
    promised = _PROMISE.search(" ".join(row.text for row in rows[: starts[0]])) if starts else None
    if promised is None:
        return
    fewest, most = int(promised["fewest"] or 1), int(promised["most"])
    for start, end in pairwise([*starts, len(rows)]):
        total = sum(int(found) for row in rows[start:end] for found in _STATED.findall(row.text))
        if total and not fewest <= total <= most:
            message = f"takes {total} minutes, and the first paragraph promises {promised[0]}."
            hint = "Move a step to another part, or promise otherwise."
            yield Problem(path, rows[start].number, rows[start].text, message, hint, "wrong-minutes")


def _step_problems(path: str, rows: Sequence[Row], guides: Mapping[str, Guide]) -> list[Problem]:
    problems = []
    for row in rows:
        match = _STEP.fullmatch(row.text.strip())
        guide = guides.get(_page(path, match["target"])) if match else None
        if match is None or guide is None:
            continue
        stated = _MINUTES.match(match["rest"])
        honest = f"({minutes(guide)} min)"
        if stated is None or stated[0].strip() != honest:
            written = stated[0].strip() if stated else row.text.strip()
            told = written, f"does not give the minutes that {guide.id} takes.", f"Write {honest} after the link."
            problems.append(Problem(path, row.number, *told, "wrong-minutes"))
    return problems


def _page(path: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
