"""Relations between guides (read first, goes on to, related, use instead), and pages to which nothing leads."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from playbook.guides.graph import named_in_talk
from playbook.guides.guide import Guide
from playbook.nearness import did_you_mean
from playbook.problems import Problem
from playbook.relation_graph import circles, one_sided, orphans

RELATIONS = ("needs", "goes_on_to", "related", "alternative")
SYMMETRIC = ("related", "alternative")


def relation_problems(guides: Mapping[str, Guide]) -> list[Problem]:
    """Give every relation that names no guide or itself, is not returned, or runs in a circle."""
    problems = []
    for guide in guides.values():
        for relation in RELATIONS:
            for other in guide.front.texts(relation):
                problems += _one(guide, relation, other, guides)
    return [*problems, *_one_sided(guides), *_circles(guides)]


def _one(guide: Guide, relation: str, other: str, guides: Mapping[str, Guide]) -> list[Problem]:
    number = guide.front.number(relation)
    if other not in guides:
        hint = did_you_mean(other, guides) or "Name the id of a guide or take it out."
        return [Problem(guide.path, number, other, f"is no guide, but stands in {relation}.", hint, "missing-guide")]
    if other == guide.id:
        return [Problem(guide.path, number, other, f"names itself in {relation}.", "Take it out.", "own-relation")]
    return []


def _one_sided(guides: Mapping[str, Guide]) -> Iterator[Problem]:
    written = [
        (relation, guide.id, other)
        for guide in guides.values()
        for relation in SYMMETRIC
        for other in guide.front.texts(relation)
    ]
    for relation, name, other in one_sided([known for known in written if known[2] in guides]):
        guide = guides[name]
        told = f"does not return the relation {relation}.", f"Add {name} to {relation} in {guides[other].path}."
        yield Problem(guide.path, guide.front.number(relation), other, *told, "one-sided-relation")


def _circles(guides: Mapping[str, Guide]) -> Iterator[Problem]:
    """Report each circle of ``needs`` once, at the guide whose id comes first."""
    needs = {name: [other for other in guide.front.texts("needs") if other != name] for name, guide in guides.items()}
    message, hint = "is a circle: each guide is needed before the other.", "Take one of them out of needs."
    for circle in circles(needs):
        guide = guides[circle[0]]
        written = " -> ".join([*circle, circle[0]])
        yield Problem(guide.path, guide.front.number("needs"), written, message, hint, "circular-needs")


def orphan_problems(
    paths: Iterable[str],
    guides: Mapping[str, Guide],
    desk: str,
    navigation: Sequence[str],
    written: Collection[tuple[str, str]],
) -> list[Problem]:
    """Give every page to which nothing leads.

    ``guides`` are by id; ``desk`` is the path of the desk; ``navigation`` names the pages the navigation leads to;
    ``written`` are the links of the texts, from path to path.
    """
    return [_orphan(path) for path in orphans(paths, {desk, *navigation, *_named(guides)}, written)]


def _named(guides: Mapping[str, Guide]) -> set[str]:
    """Give the paths of all situations (the desk shows them) and of every guide another guide names."""
    named = {guide.path for guide in guides.values() if guide.kind == "situation"}
    for guide in guides.values():
        others = {other for relation in RELATIONS for other in guide.front.texts(relation)}
        others |= named_in_talk(guide)
        named |= {guides[other].path for other in others - {guide.id} if other in guides}
    return named


def _orphan(path: str) -> Problem:
    hint = "Link it from a guide or name it in nav (mkdocs.yml)."
    return Problem(path, 1, path.rpartition("/")[2], "is a page nobody can reach.", hint, "orphan")
