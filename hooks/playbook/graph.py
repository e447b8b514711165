"""Who leads to whom: the conversations that run from guide to guide, and the links in their texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playbook.conversation import STOP
from playbook.guide import Guide
from playbook.links import links


@dataclass(frozen=True, order=True)
class Edge:
    """A way from one guide to another; ``spoken`` when a conversation runs along it."""

    start: str
    end: str
    spoken: bool


def edges(guides: Mapping[str, Guide]) -> tuple[Edge, ...]:
    """Give every way between two guides once, sorted; where both exist, the conversation counts."""
    paths = {guide.path: name for name, guide in guides.items()}
    found: dict[tuple[str, str], Edge] = {}
    for name, guide in guides.items():
        spoken = {target.written.partition("#")[0] for target in guide.targets()} - {STOP, name}
        rows = [row for section in guide.sections for row in section.rows]
        written = {paths[link.page] for link in links(guide.path, rows) if link.page in paths} - {name}
        for other in (spoken & set(guides)) | written:
            found[name, other] = Edge(name, other, other in spoken)
    return tuple(sorted(found.values()))
