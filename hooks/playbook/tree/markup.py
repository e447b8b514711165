"""Links that were meant and did not become links: what is left of them in the rendered text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from playbook.tree.broken_link import broken_links
from playbook.tree.fault import Fault
from playbook.tree.left import Left, Stayed
from playbook.tree.reference_label import undefined_notes, undefined_references
from playbook.tree.source import Source
from playbook.tree.values import Page, Settings
from playbook.tree.verdict import Verdict

# A page without any of these in its rendered text has nothing to look for; most have none.
_LEFTOVER = re.compile(
    r"\]\s{0,4}[\[({]|\)\[|\[\^|\[\[|\]\s?(?:&lt;|<a\s)|\[[^\]<]*\([^)\s<]*\.\w+|\w\]\(|\[[^\]<]*</?(?:code|em|strong)"
)
_LEFT_IN_TEXT = re.compile(r"\]\s{0,4}[\[({<]|\)\[|\[\^|\[\[|\]\s?https?:|\[[^\]]*\(|\w\]\(")
_NOT_TEXT = (
    r"(?is)<(pre|code|script|style|kbd|samp|math|svg|textarea)\b.*?</\1\s*>"
    r"|<(span|div) class=\"arithmatex\">.*?</\2>|<!--.*?-->"
)
_WIKI = r"(?<![\\\[\w])!?\[\[(?P<target>[^\[\]\n]+)\]\](?!\()"
# Tables of contents, lists of data and classes of regular expressions have two brackets, too.
_NO_WIKI = r"(?i)toc|[\d\s.,;:+*/%-]*|.*[\"'`=,].*|[:.=][\w-]+[:.=]"


def may_be_broken(page: Page) -> bool:
    """Tell whether the text of a rendered page holds what is left of a link."""
    return bool(_LEFTOVER.search(page.html)) and bool(_LEFT_IN_TEXT.search(_seen(page.html)))


def markup_faults(page: Page, settings: Settings, source: Source, snippets: Sequence[Source]) -> Iterator[Fault]:
    """Give every link of a page that was written so that it stayed text."""
    left = Left(source.prose, source.visible, _seen(page.html))
    taken: set[int] = set()
    for place, length, verdict in _stayed(left, settings, snippets):
        if not any(abs(place - other) < 3 for other in taken) and not source.is_indented_code(place):
            taken.add(place)
            yield source.told(place, source.text[place : place + length], verdict)


def _seen(html: str) -> str:
    """Give the text of rendered HTML, code and drawings left out, spaces as one."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", re.sub(_NOT_TEXT, " ", html))).split())


def _stayed(left: Left, settings: Settings, snippets: Sequence[Source]) -> Iterator[Stayed]:
    others = "\n".join(snippet.prose for snippet in snippets)
    yield from _wiki(left)
    yield from undefined_notes(left, others)
    yield from broken_links(left)
    # Where these are not installed, a reference may name what they would have made.
    if not settings.missing_plugins & {"mkdocstrings", "autorefs"}:
        yield from undefined_references(left, others)


def _wiki(left: Left) -> Iterator[Stayed]:
    for match in re.finditer(_WIKI, left.prose):
        target = match["target"]
        if not re.fullmatch(_NO_WIKI, target) and left.shows(f"[[{target}]]"):
            yield match.start(), len(match[0]), _WIKI_LINK


_WIKI_LINK = Verdict("wiki-link", "is a link of a wiki, which stays text here.", remedy="Write it as [text](page.md).")
