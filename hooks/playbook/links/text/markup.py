"""Links that were meant and did not become links: what is left of them in the rendered text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from playbook.links.ground import Ground
from playbook.links.text.broken_link import broken_links
from playbook.links.text.left import Left, Stayed
from playbook.links.text.leftover import seen
from playbook.links.text.reference_label import undefined_notes, undefined_references
from playbook.links.text.source import Source
from playbook.links.values import Page
from playbook.links.verdict import Verdict
from playbook.problems import Problem

_WIKI = r"(?<![\\\[\w])!?\[\[(?P<target>[^\[\]\n]+)\]\](?!\()"
# Tables of contents, lists of data and classes of regular expressions have two brackets, too.
_NO_WIKI = r"(?i)toc|[\d\s.,;:+*/%-]*|.*[\"'`=,].*|[:.=][\w-]+[:.=]"


def markup_problems(page: Page, ground: Ground, source: Source, snippets: Sequence[Source]) -> Iterator[Problem]:
    """Give every link of a page that was written so that it stayed text."""
    left = Left(source.prose, source.visible, seen(page.html))
    taken: set[int] = set()
    for place, length, verdict in _stayed(left, ground, snippets):
        if not any(abs(place - other) < 3 for other in taken) and not source.is_indented_code(place):
            taken.add(place)
            yield source.told(place, source.text[place : place + length], verdict)


def _stayed(left: Left, ground: Ground, snippets: Sequence[Source]) -> Iterator[Stayed]:
    others = "\n".join(snippet.prose for snippet in snippets)
    yield from _wiki(left)
    yield from undefined_notes(left, others)
    yield from broken_links(left)
    yield from undefined_references(left, others, ground.doubts.label)


def _wiki(left: Left) -> Iterator[Stayed]:
    for match in re.finditer(_WIKI, left.prose):
        target = match["target"]
        if not re.fullmatch(_NO_WIKI, target) and left.shows(f"[[{target}]]"):
            yield match.start(), len(match[0]), _WIKI_LINK


_WIKI_LINK = Verdict("wiki-link", "is a link of a wiki, which stays text here.", remedy="Write it as [text](page.md).")
