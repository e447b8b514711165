"""Links as a writer wrote them in prose, and those that lead to no page or anchor of ours."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from playbook.problems import Problem, did_you_mean
from playbook.section import Row, rows_outside_code

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+\.md(?:#[^)\s]*)?)\)")
_CODE = re.compile(r"`[^`]*`")


@dataclass(frozen=True)
class Link:
    """A link to a Markdown page: the page it stands in, its line, its target as written and the page that means."""

    path: str
    number: int
    written: str
    page: str
    anchor: str


def links(path: str, rows: Sequence[Row]) -> Iterator[Link]:
    """Give the links to Markdown pages in these rows, code left out."""
    for row in rows_outside_code(rows):
        for match in _LINK.finditer(_CODE.sub("", row.text)):
            target, _, anchor = match["target"].partition("#")
            page = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            yield Link(path, row.number, match["target"], page, anchor)


def link_problems(found: Sequence[Link], anchors: Mapping[str, Sequence[str] | None]) -> list[Problem]:
    """Give every link whose page or anchor does not exist; ``anchors`` of a page are None where they are not known."""
    problems = []
    for link in found:
        if link.page not in anchors:
            hint = _same_name(link, anchors) or "Correct the path or take the link out."
            problems.append(Problem(link.path, link.number, link.written, "leads to no page.", hint, "missing-page"))
            continue
        known = anchors[link.page]
        if link.anchor and known is not None and link.anchor not in known:
            hint = did_you_mean(link.anchor, known) or f"Anchors there are: {', '.join(known)}."
            problems.append(
                Problem(
                    link.path, link.number, link.written, "leads to no anchor of that page.", hint, "missing-anchor"
                )
            )
    return problems


def _same_name(link: Link, pages: Mapping[str, Sequence[str] | None]) -> str:
    """Suggest the one page of the same file name elsewhere, as a path that can be pasted."""
    name = posixpath.basename(link.page)
    same = [page for page in pages if posixpath.basename(page) == name]
    if len(same) != 1:
        return ""
    path = posixpath.relpath(same[0], posixpath.dirname(link.path))
    return f'Did you mean "{path}{"#" if link.anchor else ""}{link.anchor}"?'
