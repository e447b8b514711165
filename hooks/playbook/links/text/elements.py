"""Raw HTML as references and ids: what the host leaves as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from html.parser import HTMLParser

from playbook.links.values import Reference

# Which attributes of which elements load or lead to something.
TARGETS = {
    "a": ("href", "xlink:href"),
    "area": ("href",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src", "formaction"),
    "button": ("formaction",),
    "form": ("action",),
    "script": ("src",),
    "link": ("href",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
_LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon", "prefetch"}
# Remarks and texts may hold what only looks like a target.
_CSS_COMMENT = r"(?s)/\*.*?\*/"
_CSS_TARGET = (
    r"(?i)url\(\s*(?:\"(?P<d>[^\"]*)\"|'(?P<s>[^']*)'|(?P<u>[^)\s\"']+))\s*\)"
    r"|@import\s*(?:\"(?P<i>[^\"]*)\"|'(?P<j>[^']*)')"
    r"|image-set\(\s*(?:\"(?P<k>[^\"]*)\"|'(?P<l>[^']*)')"
    r"|(?P<text>content:\s*(?:\"[^\"\n]*\"|'[^'\n]*')|@namespace[^;]*;|@supports[^{;]*)"
)
_ID = r"id=(?<=\sid=)(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=]+))"
_OTHER = r"(?: (?:class|id|aria-label|rel|title|data-[a-z-]+)(?:=\"[^\"]*\")?)*"
_PLAIN_LINK = rf"<a{_OTHER} href=\"([^\"&\s]*)\"{_OTHER}>"
_NAME = r"(?i)<a(?:\s[^<>]*?)?\sname=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=]+))[^<>]*>"
_STYLE = r"(?is)<style\b[^>]*>(.*?)</style>"
_DRAWING = r"(?is)<svg\b.*?</svg>|<!--.*?-->|<template\b.*?</template>"


def references_in(html: str) -> list[Reference]:
    """Give what a piece of raw HTML refers to, in order."""
    parser = _Elements()
    parser.feed(html)
    parser.close()
    return parser.found


def tag_references(tag: str) -> list[Reference]:
    """Give what a single tag refers to; most are links that need no parser."""
    link = re.fullmatch(_PLAIN_LINK, tag)
    return element_references("a", {"href": link[1]}) if link else references_in(tag)


def ids_in(html: str) -> list[str]:
    """Give the ids of rendered HTML, in order, those inside drawings left out."""
    if "<svg" in html or "<!--" in html or "<template" in html:
        html = re.sub(_DRAWING, "", html)
    return _ids(html)


def drawn_ids(html: str) -> frozenset[str]:
    """Give the ids inside drawings: nobody links there, but drawings use them among themselves."""
    if "<svg" not in html:
        return frozenset()
    return frozenset(name for drawing in re.finditer(_DRAWING, html) for name in _ids(drawing[0]))


def _ids(html: str) -> list[str]:
    # The attribute first and then its tag: most tags have none. Small letters alone are found five times as fast.
    flags = re.IGNORECASE if "ID=" in html or "Id=" in html or "iD=" in html else re.NOFLAG
    found = [match for match in re.finditer(_ID, html, flags) if _in_tag(html, match.start())]
    return [name for match in found if (name := unescape("".join(match.groups(""))))]


def _in_tag(html: str, place: int) -> bool:
    return html.rfind("<", 0, place) > html.rfind(">", 0, place)


def names_in(html: str) -> list[str]:
    """Give the names of anchors, as HTML had them before ids, those left out that repeat the id of their element."""
    if "name=" not in html:
        return []
    found = [(unescape("".join(match.groups(""))), match[0]) for match in re.finditer(_NAME, html)]
    return [name for name, tag in found if name and f'id="{name}"' not in tag and name not in _ids(tag)]


def styles_in(html: str) -> list[Reference]:
    """Give what the style elements of rendered HTML load."""
    if "<style" not in html:
        return []
    targets = (target for css in re.findall(_STYLE, html) for _, target in css_targets(css))
    return [Reference(target, "style", "style", raw=True) for target in targets]


def css_targets(css: str) -> Iterator[tuple[int, str]]:
    """Give place and target of everything a style sheet loads."""
    hidden = re.sub(_CSS_COMMENT, lambda match: re.sub(r"[^\n]", " ", match[0]), css)
    for match in re.finditer(_CSS_TARGET, hidden):
        group = match.lastgroup or "u"
        if group != "text":
            yield match.start(group), match[group]


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Reference] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.found += element_references(tag, given)


def element_references(tag: str, given: Mapping[str, str]) -> list[Reference]:
    """Give what an element with these attributes refers to."""
    found = []
    for attribute in TARGETS.get(tag, ()):
        if attribute in given and _counts(tag, given):
            found += [Reference(target, tag, attribute, raw=True) for target in _each(attribute, given[attribute])]
    styled = [target for _, target in css_targets(given["style"])] if "style" in given else []
    # A fragment in a style names a filter of some drawing, which may come from a script.
    return found + [Reference(target, "style", "style", raw=True) for target in styled if not target.startswith("#")]


def _each(attribute: str, value: str) -> list[str]:
    if attribute != "srcset" or value.strip().startswith("data:"):
        return [value]
    return [part.split()[0] for part in value.split(",") if part.strip()]


def _counts(tag: str, given: Mapping[str, str]) -> bool:
    if tag == "form":
        return given["action"].strip() not in ("", "#")
    return tag != "link" or bool(_LOADED_LINKS & set(given.get("rel", "").lower().split()))
