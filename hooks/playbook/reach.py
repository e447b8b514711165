"""Who can be reached from where: the links of every page, the steps of every path, and pages nobody can get to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from playbook.conversation import STOP
from playbook.front_matter import read_front_matter
from playbook.guide import Guide
from playbook.links import Link, link_problems, links
from playbook.path import path_problems
from playbook.problems import Problem
from playbook.relations import RELATIONS
from playbook.section import Row

_PATH = re.compile(r"[^/]+/paths/[^/]+\.md")


def page_problems(
    texts: Mapping[str, str], guides: Mapping[str, Guide], home: str, navigation: Sequence[str]
) -> list[Problem]:
    """Check the links of every page (path to text), the steps of every path, and that somebody can get to each page.

    ``guides`` are by id; ``home`` is the path of the desk; ``navigation`` names the pages the navigation leads to.
    """
    by_path = {guide.path: guide for guide in guides.values()}
    found: list[Link] = []
    problems: list[Problem] = []
    for path, text in texts.items():
        rows, unreadable = _rows(path, text)
        found += links(path, rows)
        problems += unreadable if path not in by_path and path != home else []
        problems += path_problems(path, rows, by_path) if _PATH.fullmatch(path) else []
    anchors = {path: by_path[path].anchors() if path in by_path else None for path in texts}
    reached = {home, *navigation, *(link.page for link in found if link.page != link.path), *_named(guides)}
    return problems + link_problems(found, anchors) + [_orphan(path) for path in texts if path not in reached]


def leads_to(guide: Guide, guides: Mapping[str, Guide]) -> set[str]:
    """Give the paths of the pages that the script and the prose of a guide lead to."""
    ids = {target.written.partition("#")[0] for target in guide.targets()} - {STOP}
    rows = [row for section in guide.sections for row in section.rows]
    scripted = {guides[name].path for name in ids if name in guides}
    return scripted | {link.page for link in links(guide.path, rows)}


def _rows(path: str, text: str) -> tuple[list[Row], list[Problem]]:
    """Give the rows below the front matter, and what is wrong with front matter that is there but cannot be read."""
    rows = [Row(number, line) for number, line in enumerate(text.split("\n"), 1)]
    if not text.startswith("---"):
        return rows, []
    front, problems = read_front_matter(path, text)
    return [row for row in rows if row.number >= front.body_line], problems


def _named(guides: Mapping[str, Guide]) -> set[str]:
    """Give the paths of all situations (the desk shows them) and of every guide another guide leads to."""
    named = {guide.path for guide in guides.values() if guide.kind == "situation"}
    for guide in guides.values():
        related = {other for relation in RELATIONS for other in guide.front.texts(relation)} - {guide.id}
        named |= {guides[other].path for other in related if other in guides}
        named |= leads_to(guide, guides) - {guide.path}
    return named


def _orphan(path: str) -> Problem:
    hint = "Link it from a guide or name it in nav (mkdocs.yml)."
    return Problem(path, 1, path.rpartition("/")[2], "is a page nobody can reach.", hint, "orphan")
