"""Onboarding paths: guides in order, each with the minutes that reading and practising it really takes."""

from __future__ import annotations

import math
import posixpath
import re
from collections.abc import Mapping, Sequence

from playbook.contract.prose import reading_words
from playbook.guides.guide import Guide
from playbook.guides.section import Row
from playbook.problems import Problem

WORDS_A_MINUTE = 238  # silent reading of non-fiction, Brysbaert 2019
PRACTICE = {"technique": 2, "situation": 4}  # minutes: saying the line aloud; acting the play through once

_STEP = re.compile(r"\d+\.\s+\[[^\]]*\]\((?P<target>[^)\s#]+\.md)[^)]*\)(?P<rest>.*)")
_MINUTES = re.compile(r"\s*\((?P<minutes>\d+) min\)")


def minutes(guide: Guide) -> int:
    """Give the minutes a newcomer needs for a guide: reading it once, then its practice."""
    return math.ceil(reading_words(guide) / WORDS_A_MINUTE) + PRACTICE[guide.kind]


def path_problems(path: str, rows: Sequence[Row], guides: Mapping[str, Guide]) -> list[Problem]:
    """Give every step of a path whose minutes are missing or not those of its guide; ``guides`` are by file."""
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
            message = f"does not give the minutes that {guide.id} takes."
            problems.append(
                Problem(path, row.number, written, message, f"Write {honest} after the link.", "wrong-minutes")
            )
    return problems


def _page(path: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
