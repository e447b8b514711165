"""Pages that nobody can get to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from playbook.contract.relations import RELATIONS
from playbook.guides.conversation import STOP
from playbook.guides.guide import Guide
from playbook.problems import Problem


def orphan_problems(
    paths: Iterable[str],
    guides: Mapping[str, Guide],
    home: str,
    navigation: Sequence[str],
    written: Collection[tuple[str, str]],
) -> list[Problem]:
    """Give every page to which nothing leads.

    ``guides`` are by id; ``home`` is the path of the desk; ``navigation`` names the pages the navigation leads to;
    ``written`` are the links of the texts, from path to path.
    """
    linked = {end for start, end in written if start != end}
    reached = {home, *navigation, *linked, *_named(guides)}
    return [_orphan(path) for path in paths if path not in reached]


def _named(guides: Mapping[str, Guide]) -> set[str]:
    """Give the paths of all situations (the desk shows them) and of every guide another guide names."""
    named = {guide.path for guide in guides.values() if guide.kind == "situation"}
    for guide in guides.values():
        others = {other for relation in RELATIONS for other in guide.front.texts(relation)}
        others |= {target.written.partition("#")[0] for target in guide.targets()} - {STOP}
        named |= {guides[other].path for other in others - {guide.id} if other in guides}
    return named


def _orphan(path: str) -> Problem:
    hint = "Link it from a guide or name it in nav (mkdocs.yml)."
    return Problem(path, 1, path.rpartition("/")[2], "is a page nobody can reach.", hint, "orphan")
