"""Judge the answers of the ask box: how often the right guide came first, how often it rightly held back, how fast."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from query_file import Query

HELD_BACK = ("nothing", "guess")


@dataclass(frozen=True)
class Answer:
    """What the ask box showed for a query: guides in shown order, its state, the first line, the time it took."""

    query: str
    guides: tuple[str, ...]
    state: str
    line: str | None
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
    if unanswerable:
        lines.append(f"abstention        {_share([answer.state in HELD_BACK for answer in unanswerable])}")
    lines.append(f"ms                p50 {percentile(times, 50):.1f}, p95 {percentile(times, 95):.1f}")
    return "\n".join(lines)


def rank(guides: Sequence[str], wanted: Sequence[str]) -> int:
    """Give the place, counted from 1, of the first wanted guide; 0 when none was shown."""
    return next((place for place, guide in enumerate(guides, 1) if guide in wanted), 0)


def percentile(values: Sequence[float], share: int) -> float:
    """Give the value that this share of them, in percent, does not exceed (the nearest rank)."""
    return sorted(values)[max(math.ceil(len(values) * share / 100), 1) - 1]


def _share(outcomes: Sequence[bool]) -> str:
    return f"{sum(outcomes) / len(outcomes):.3f} ({sum(outcomes)} of {len(outcomes)})"
