"""Figures: a page may give those that stand in a reference whose finding was read, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from playbook.guides.guide import Guide
from playbook.guides.references import CHECKED, Work
from playbook.problems import Problem
from playbook.yaml_text import Entry

_FIGURE = re.compile(r"(?<!\w)\d+(?:[.,]\d+)*%?")


def figure_problems(guide: Guide, references: Mapping[str, Work]) -> Iterator[Problem]:
    """Give every figure under "Evidence" that stands in no checked reference of the page."""
    section = guide.section("evidence")
    cited = [references[key] for key in guide.front.texts("references") if key in references]
    known = {figure for one in cited if one.status in CHECKED for figure in _FIGURE.findall(f"{one.found} {one.size}")}
    for row in section.rows if section else ():
        for figure in _FIGURE.findall(row.text):
            if figure not in known:
                message = "is in no checked reference of the page."
                hint = "Say it in words, or cite a reference with status V1 or V2 that gives it."
                yield Problem(guide.path, row.number, figure, message, hint, "unchecked-figure")


def unread_figure_problems(
    path: str, entries: Mapping[str, Entry], references: Mapping[str, Work]
) -> Iterator[Problem]:
    """Give the figures of references that nobody read: they would be printed as if somebody had."""
    for key, reference in references.items():
        figure = _FIGURE.search(f"{reference.found} {reference.size}")
        if figure and reference.status and reference.status not in CHECKED:
            message = f"is a figure of {key}, which nobody has read ({reference.status})."
            hint = "Take the figure out, or read the study and set its status."
            yield Problem(path, entries[key].number, figure[0], message, hint, "unchecked-figure")
