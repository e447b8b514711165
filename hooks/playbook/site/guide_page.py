"""What the page of a guide prints besides the guide itself: looked up once, so that a template searches nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playbook.contract.prose import bad_words, weak_and_better
from playbook.contract.relations import RELATIONS
from playbook.guides.conversation import Destination, destination
from playbook.guides.edition import Edition
from playbook.guides.graph import Graph
from playbook.guides.guide import Guide
from playbook.guides.line import Line, Target
from playbook.guides.references import Work
from playbook.site.diagram import Diagram, diagram

SOURCES = "docs/sources.md"


@dataclass(frozen=True)
class GuidePage:
    """The guides, lines and references that a guide names, each as the value it stands for.

    ``onward`` tells where its targets lead and ``urls`` the addresses of those guides, by id; ``related`` the guides
    by the name of the relation. ``sourced`` says whether there is a page of sources to link to; ``diagram`` is that
    of the conversation of a situation.
    """

    onward: Mapping[Target, Destination]
    urls: Mapping[str, str]
    related: Mapping[str, tuple[Guide, ...]]
    used_in: tuple[Guide, ...]
    weak_and_better: tuple[tuple[str, str, tuple[str, ...]], ...]
    bad_words: tuple[tuple[str, Line], ...]
    cited: tuple[Work, ...]
    sourced: bool
    diagram: Diagram | None


def guide_page(guide: Guide, edition: Edition, graph: Graph) -> GuidePage:
    """Give what the page of a sound guide prints."""
    guides = edition.guides
    places = {target: destination(target, guide, guides) for target in guide.targets()}
    onward = {target: place for target, place in places.items() if place}
    example, spoilt = guide.section("example"), guide.section("do-not-say")
    pairs = [(text, line) for _, text, line in bad_words(spoilt)] if spoilt else []
    named = {place.guide: guides[place.guide] for place in onward.values() if not place.stop}
    titles = {name: other.title for name, other in named.items() if name != guide.id}
    return GuidePage(
        onward=onward,
        urls={name: other.url for name, other in named.items()},
        related={name: tuple(guides[other] for other in guide.front.texts(name)) for name in RELATIONS},
        used_in=graph.used_in.get(guide.id, ()),
        weak_and_better=tuple(weak_and_better(example)) if example else (),
        bad_words=tuple((text, guide.line_by_id[line]) for text, line in pairs),
        cited=tuple(edition.references[key] for key in guide.front.texts("references")),
        sourced=SOURCES in edition.texts,
        diagram=diagram(guide, onward, titles) if guide.branches else None,
    )
