"""Relations as a graph of names, whatever stands behind them: who must come before whom, and where that is a circle."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence


def circles(needs: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Give each circle once, beginning with the name that comes first; ``needs`` tells what each name needs first."""
    for start in sorted(needs):
        circle = _way_back(start, needs)
        if circle and start == min(circle):
            yield circle


def _way_back(start: str, needs: Mapping[str, Iterable[str]]) -> list[str]:
    """Give the shortest way from a name back to it, or nothing."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        name = waiting.popleft()
        for other in needs.get(name, ()):
            if other == start:
                return _walked(name, start, came_from)
            if other not in came_from:
                came_from[other] = name
                waiting.append(other)
    return []


def _walked(name: str, start: str, came_from: Mapping[str, str]) -> list[str]:
    way = [name]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]
