"""Pages that are no guides: their front matter, the steps of onboarding paths, the terms of the glossary."""

from __future__ import annotations

import re
from collections.abc import Mapping

from playbook.contract.glossary import glossary_problems
from playbook.contract.learning_path import path_problems
from playbook.front_matter import FrontMatter, read_front_matter
from playbook.guides.fields import page_field_problems
from playbook.guides.guide import Guide
from playbook.guides.section import Row
from playbook.problems import Problem

_TOO_DEEP = re.compile(r"(?P<folder>[^/]+/(?:situations|techniques|paths))/.*/(?P<name>[^/]+\.md)")
_PATH = re.compile(r"[^/]+/paths/[^/]+\.md")


def page_problems(texts: Mapping[str, str], guides: Mapping[str, Guide], desk: str) -> list[Problem]:
    """Check the front matter of every page (path to text) that is no guide, the steps of every path, and the glossary.

    ``guides`` are by id; ``desk`` is the path of the desk, which has front matter of its own.
    """
    by_path = {guide.path: guide for guide in guides.values()}
    problems: list[Problem] = []
    for path, text in texts.items():
        front, rows, unreadable = _parts(path, text)
        if path not in by_path and path != desk:
            problems += unreadable + (_misplaced(path) or page_field_problems(path, front))
        problems += path_problems(path, rows, by_path) if _PATH.fullmatch(path) else []
        problems += glossary_problems(path, rows) if path.endswith("/glossary.md") else []
    return problems


def _parts(path: str, text: str) -> tuple[FrontMatter, list[Row], list[Problem]]:
    """Give the front matter, the rows below it, and why front matter that is there cannot be read."""
    rows = [Row(number, line) for number, line in enumerate(text.split("\n"), 1)]
    if not text.startswith("---"):
        return FrontMatter({}, 1), rows, []
    front, problems = read_front_matter(path, text)
    return front, [row for row in rows if row.number >= front.body_line], problems


def _misplaced(path: str) -> list[Problem]:
    match = _TOO_DEEP.fullmatch(path)
    if not match:
        return []
    told = "lies in a folder of its own, where no guide is read.", f"Move it to {match['folder']}/."
    return [Problem(path, 1, match["name"], *told, "wrong-folder")]
