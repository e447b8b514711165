"""Who leads to whom: the conversations that run from guide to guide, and the links in their texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from playbook.guides.conversation import STOP
from playbook.guides.guide import Guide


@dataclass(frozen=True, order=True)
class Edge:
    """A way from one guide to another; ``spoken`` when a conversation runs along it."""

    start: str
    end: str
    spoken: bool


@dataclass(frozen=True)
class Graph:
    """Every way between two guides, sorted, and by the id of each guide its neighbours, by title.

    ``spoken_from`` gives those to which a conversation leads, ``used_in`` those whose script or text leads here.
    """

    edges: tuple[Edge, ...] = ()
    spoken_from: Mapping[str, tuple[Guide, ...]] = field(default_factory=dict)
    used_in: Mapping[str, tuple[Guide, ...]] = field(default_factory=dict)


def graph(guides: Mapping[str, Guide], written: Collection[tuple[str, str]]) -> Graph:
    """Give the graph of the guides; ``written`` are the links of the texts, from path to path."""
    found = edges(guides, written)
    spoken_from = _by_title(guides, ((edge.start, edge.end) for edge in found if edge.spoken))
    return Graph(found, spoken_from, used_in=_by_title(guides, ((edge.end, edge.start) for edge in found)))


def edges(guides: Mapping[str, Guide], written: Collection[tuple[str, str]]) -> tuple[Edge, ...]:
    """Give every way between two guides once, sorted; where both exist, the conversation counts."""
    names = {guide.path: name for name, guide in guides.items()}
    linked = {(names[start], names[end]) for start, end in written if start in names and end in names}
    spoken = {(name, other) for name, guide in guides.items() for other in _spoken(guide) if other in guides}
    ways = {(start, end) for start, end in linked | spoken if start != end}
    return tuple(Edge(*way, spoken=way in spoken) for way in sorted(ways))


def _spoken(guide: Guide) -> set[str]:
    return {target.written.partition("#")[0] for target in guide.targets()} - {STOP}


def _by_title(guides: Mapping[str, Guide], ways: Iterable[tuple[str, str]]) -> dict[str, tuple[Guide, ...]]:
    """Give the guides at the other end of each guide's ways."""
    others: dict[str, list[Guide]] = defaultdict(list)
    for guide, other in ways:
        others[guide].append(guides[other])
    return {name: tuple(sorted(found, key=lambda other: other.title)) for name, found in others.items()}
