"""Ids that stand twice on a page: a link reaches only the first of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from playbook.tree.fault import Fault
from playbook.tree.source import Source
from playbook.tree.values import Page


def has_twice(page: Page) -> bool:
    """Tell whether any id of a page stands twice."""
    return len(set(page.ids)) < len(page.ids)


def id_faults(page: Page, source: Source, included: list[Source]) -> Iterator[Fault]:
    """Give every id that a page has more than once, at the place that took it the second time."""
    counted = Counter(page.ids)
    for name, count in counted.items():
        if count < 2 or name.startswith("__"):
            continue
        for where in (source, *included):
            places = _places(where, name)
            if places:
                message = "is the id of two places on the page; a link reaches only the first."
                yield where.fault(
                    places[-1 if len(places) < count else 1],
                    name,
                    message,
                    "Give each an id of its own.",
                    "duplicate-id",
                )
                break


def _places(source: Source, name: str) -> list[int]:
    """Give where an id is written, in braces or in HTML."""
    escaped = re.escape(name)
    pattern = (
        rf"\{{[^{{}}\n]*?#(?P<b>{escaped})(?=[\s}}])[^{{}}\n]*\}}"
        rf"|<[^<>]*?\sid=[\"']?(?P<h>{escaped})(?=[\"'\s>/])"
        rf"|\{{[^{{}}\n]*?\bid=[\"']?(?P<k>{escaped})(?=[\"'\s}}])"
    )
    return [match.start(match.lastgroup or "b") for match in re.finditer(pattern, source.prose)]
