"""Ids that stand twice on a page: a link reaches only the first of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from playbook.links.text.source import Source
from playbook.links.values import Page
from playbook.links.verdict import Verdict
from playbook.problems import Problem

_TWICE = Verdict(
    "duplicate-id",
    "is the id of two places on the page; a link reaches only the first.",
    remedy="Give each an id of its own.",
)
# In braces behind a heading, or in HTML, where a name counts like an id.
_WRITTEN = (
    r"(?i)\{[^{}\n]*?#(?P<braces>[^\s{}]+)[^{}\n]*\}"
    r"|\{[^{}\n]*?\bid=[\"']?(?P<key>[^\"'\s{}]+)"
    r"|<[a-z][^<>]*?\sid=(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'<>=]+))"
    r"|<a\s[^<>]*?\bname=[\"']?(?P<name>[^\"'\s<>]+)"
)


def id_problems(page: Page, source: Source, included: list[Source]) -> Iterator[Problem]:
    """Give every id that a page has more than once, at the place that took it the second time."""
    for name, count in Counter((*page.ids, *page.names)).items():
        if count < 2 or name.startswith("__"):
            continue
        for where in (source, *included):
            places = _places(where, name)
            if places:
                yield where.told(places[-1 if len(places) < count else 1], name, _TWICE)
                break


def _places(source: Source, name: str) -> list[int]:
    """Give where an id is written."""
    found = [(match.start(match.lastgroup or 0), match[match.lastgroup or 0]) for match in _written(source)]
    return [place for place, written in found if unescape(written) == name]


def _written(source: Source) -> Iterator[re.Match[str]]:
    return re.finditer(_WRITTEN, source.prose)
