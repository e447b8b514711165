"""Relations as a graph of names, whatever stands behind them: circles, what is not returned, what nothing leads to."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence


def circles(needs: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Give each circle once, beginning with the name that comes first; ``needs`` tells what each name needs first."""
    for start in sorted(needs):
        circle = _way_back(start, needs)
        if circle and start == min(circle):
            yield circle


def one_sided(relations: Collection[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Give each relation that the other name does not return; one is what it is called, from whom, and to whom."""
    known = {*relations}
    return ((called, start, end) for called, start, end in relations if (called, end, start) not in known)


def orphans(names: Iterable[str], found: Iterable[str], ways: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Give each name to which no way leads from another one, and which is not ``found`` without."""
    reached = {*found, *(end for start, end in ways if start != end)}
    return (name for name in names if name not in reached)


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
