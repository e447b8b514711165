"""What the pages print that list the guides: the desk, the sources, the map and the sheets of lines."""

from __future__ import annotations

from collections.abc import Mapping

from playbook.guides.edition import Edition
from playbook.guides.graph import Graph


def list_pages(edition: Edition, graph: Graph) -> Mapping[str, Mapping[str, object]]:
    """Give what each list page prints, by the name of its file below docs and the name its template has for it."""
    situations, techniques = edition.guides_of("situation"), edition.guides_of("technique")
    ways = [(guide, graph.spoken_from.get(guide.id, ())) for guide in (*situations, *techniques)]
    return {
        "index.md": {"bridges": edition.bridges, "situations": situations, "techniques": techniques},
        "lines.md": {"situations": situations},
        "map.md": {"ways": ways},
        "sources.md": {"cited": edition.cited()},
    }
