"""Who leads to whom: the conversations that run from guide to guide, and the links in their texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from playbook.guides.conversation import STOP
from playbook.guides.guide import Guide


@dataclass(frozen=True)
class Graph:
    """By the id of each guide its neighbours, by title.

    ``spoken_from`` gives those to which a conversation leads, ``used_in`` those whose script or text leads here.
    """

    spoken_from: Mapping[str, tuple[Guide, ...]] = field(default_factory=dict)
    used_in: Mapping[str, tuple[Guide, ...]] = field(default_factory=dict)


def graph(guides: Mapping[str, Guide], written: Collection[tuple[str, str]]) -> Graph:
    """Give the graph of the guides; ``written`` are the links of the texts, from path to path."""
    names = {guide.path: name for name, guide in guides.items()}
    linked = {(names[start], names[end]) for start, end in written if start in names and end in names}
    spoken = {(name, other) for name, guide in guides.items() for other in named_in_talk(guide) if other in guides}
    return Graph(_by_title(guides, spoken), _by_title(guides, ((end, start) for start, end in linked | spoken)))


def named_in_talk(guide: Guide) -> set[str]:
    """Give what the targets of a guide name: guides, and lines and branches of its own."""
    return {target.written.partition("#")[0] for target in guide.targets()} - {STOP}


def _by_title(guides: Mapping[str, Guide], ways: Iterable[tuple[str, str]]) -> dict[str, tuple[Guide, ...]]:
    """Give the guides at the other end of each guide's ways."""
    others: dict[str, list[Guide]] = defaultdict(list)
    for guide, other in ways:
        if guide != other:
            others[guide].append(guides[other])
    return {name: tuple(sorted(found, key=lambda other: (other.title, other.id))) for name, found in others.items()}
