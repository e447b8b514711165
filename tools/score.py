"""Judge the answers of the ask box: how often what fits came first, how often it rightly held back, how fast."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from query_file import Query

HELD_BACK = ("nothing", "guess")
OFFERED = 3  # moments: the large one and the quiet ones below it


@dataclass(frozen=True)
class Answer:
    """What the ask box showed: its state, guides and moments in shown order, the first line, the time it took."""

    query: str
    state: str
    guides: tuple[str, ...]
    moments: tuple[str, ...]
    line: str
    ms: float


def summary(queries: Sequence[Query], answers: Sequence[Answer]) -> str:
    """Give the lines that sum up the answers; what no query was judged for is left out."""
    pairs = list(zip(queries, answers, strict=True))
    answerable = [(query, answer) for query, answer in pairs if query.best]
    unanswerable = [answer for query, answer in pairs if query.best == ()]
    times = [answer.ms for answer in answers]
    lines = [f"queries           {len(pairs)}"]
    if answerable:
        ranks = [rank(answer.guides, query.best or ()) for query, answer in answerable]
        acceptable = [rank(answer.guides, (*(query.best or ()), *query.ok)) for query, answer in answerable]
        lines += [
            f"success@1         {_share([place == 1 for place in ranks])}",
            f"success@3         {_share([0 < place <= 3 for place in ranks])}",
            f"MRR               {sum(1 / place for place in ranks if place) / len(ranks):.3f}",
            f"acceptable first  {_share([place == 1 for place in acceptable])}",
        ]
    lines += _of_moments(pairs)
    if unanswerable:
        lines.append(f"abstention        {_share([answer.state in HELD_BACK for answer in unanswerable])}")
    lines.append(f"ms                p50 {percentile(times, 50):.1f}, p95 {percentile(times, 95):.1f}")
    return "\n".join(lines)


def _of_moments(pairs: Sequence[tuple[Query, Answer]]) -> list[str]:
    """Give how often a fitting line came, of all and of those for whom one exists, and how often a harmful one."""
    judged = [(query, answer) for query, answer in pairs if query.lines is not None]
    if not judged:
        return []
    ranks = [rank(answer.moments, query.lines or ()) for query, answer in judged]
    existing = [place for (query, _), place in zip(judged, ranks, strict=True) if query.lines]
    harmful = [answer.state == "found" and rank(answer.moments[:1], query.never) == 1 for query, answer in judged]
    return [
        f"fitting first     {_share([place == 1 for place in ranks])}",
        f"  where one fits  {_share([place == 1 for place in existing])}",
        f"fitting offered   {_share([0 < place <= OFFERED for place in ranks])}",
        f"  where one fits  {_share([0 < place <= OFFERED for place in existing])}",
        f"harmful as found  {_share(harmful)}",
    ]


def rank(shown: Sequence[str], wanted: Sequence[str]) -> int:
    """Give the place, counted from 1, of the first that is wanted; 0 when none was shown."""
    return next((place for place, one in enumerate(shown, 1) if one in wanted), 0)


def percentile(values: Sequence[float], share: int) -> float:
    """Give the value that this share of them, in percent, does not exceed (the nearest rank)."""
    return sorted(values)[max(math.ceil(len(values) * share / 100), 1) - 1]


def _share(outcomes: Sequence[bool]) -> str:
    return f"{sum(outcomes) / max(1, len(outcomes)):.3f} ({sum(outcomes)} of {len(outcomes)})"
