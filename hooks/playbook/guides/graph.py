"""Who leads to whom: the conversations that run from guide to guide, and the links in their texts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from playbook.guides.conversation import STOP
from playbook.guides.guide import Guide


@dataclass(frozen=True, order=True)
class Edge:
    """A way from one guide to another; ``spoken`` when a conversation runs along it."""

    start: str
    end: str
    spoken: bool


def edges(guides: Mapping[str, Guide], written: Collection[tuple[str, str]]) -> tuple[Edge, ...]:
    """Give every way between two guides once, sorted; where both exist, the conversation counts.

    ``written`` are the links of the texts, from path to path.
    """
    names = {guide.path: name for name, guide in guides.items()}
    linked = {(names[start], names[end]) for start, end in written if start in names and end in names}
    spoken = {(name, other) for name, guide in guides.items() for other in _spoken(guide) if other in guides}
    ways = {(start, end) for start, end in linked | spoken if start != end}
    return tuple(sorted(Edge(start, end, (start, end) in spoken) for start, end in ways))


def _spoken(guide: Guide) -> set[str]:
    return {target.written.partition("#")[0] for target in guide.targets()} - {STOP}
