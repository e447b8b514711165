"""Raw HTML as references and ids: what the host leaves as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from playbook.tree.label import label_of
from playbook.tree.values import Reference

# Which attributes of which elements load or lead to something.
_TARGETS = {
    "a": ("href",),
    "area": ("href",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src",),
    "script": ("src",),
    "link": ("href",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
_LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon", "prefetch"}
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_TARGET = re.compile(
    r"url\(\s*(?:\"(?P<d>[^\"]*)\"|'(?P<s>[^']*)'|(?P<u>[^)\s\"']+))\s*\)"
    r"|@import\s+(?:\"(?P<i>[^\"]*)\"|'(?P<j>[^']*)')",
    re.IGNORECASE,
)
_ID = re.compile(r"<[a-zA-Z][\w:-]*(?:\s[^<>]*?)?\s(?:id)=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=]+))")
_NAME = re.compile(r"<a(?:\s[^<>]*?)?\sname=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=]+))", re.IGNORECASE)
_DRAWING = re.compile(r"<svg\b.*?</svg>|<!--.*?-->|<template\b.*?</template>", re.DOTALL | re.IGNORECASE)

_CONTROL = re.compile(
    r"<(form|template|svg)\b.*?</\1>|<aside class=\"moved\".*?</aside>|<span class=\"old-address\"[^>]*>", re.DOTALL
)
_LABELS = re.compile(r"\s(?:aria-labelledby|aria-describedby|aria-controls|for|list)=\"([^\"]*)\"")


def references_in(html: str) -> list[Reference]:
    """Give what a piece of raw HTML refers to, in order."""
    parser = _Elements()
    parser.feed(html)
    parser.close()
    return parser.found


def ids_in(html: str) -> list[str]:
    """Give the ids of rendered HTML, in order, those inside drawings left out."""
    if "<svg" in html or "<!--" in html:
        html = _DRAWING.sub("", html)
    return ["".join(groups) for groups in _ID.findall(html) if "".join(groups)]


def anchors_in(html: str) -> tuple[str, ...]:
    """Give the ids of a whole page that others may link to: those of its content that are no mere label or control."""
    main = re.search(r"<main\b.*?</main>", html, re.DOTALL)
    content = _CONTROL.sub("", main[0] if main else html)
    labels = {name for names in _LABELS.findall(html) for name in names.split()}
    return tuple(
        name
        for name in ids_in(content)
        if name not in labels and not name.startswith("ask-") and f'<main class="main" id="{name}"' not in html
    )


def names_in(html: str) -> frozenset[str]:
    """Give the names of anchors, as HTML had them before ids."""
    return frozenset("".join(groups) for groups in _NAME.findall(html)) if "name=" in html else frozenset()


def css_targets(css: str) -> Iterator[tuple[int, str]]:
    """Give place and target of everything a style sheet loads."""
    hidden = _CSS_COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), css)
    for match in _CSS_TARGET.finditer(hidden):
        group = match.lastgroup or "u"
        yield match.start(group), match[group]


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Reference] = []
        self._style = False
        self._link: tuple[int, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._link is not None and tag in ("img", "svg", "picture", "video", "i", "span"):
            self._link[1].append("\ufffc")
        if tag == "a":
            self._close()
            if "href" in given:
                self._link = (len(self.found), [given.get("aria-label", "") or given.get("title", "")])
        for attribute in _TARGETS.get(tag, ()):
            if attribute in given and _counts(tag, given):
                self._add(tag, attribute, given[attribute])
        for _, target in css_targets(given.get("style", "")):
            self._add("style", "style", target)
        self._style = tag == "style"

    def handle_data(self, data: str) -> None:
        if self._link is not None:
            self._link[1].append(data)
        if self._style:
            for _, target in css_targets(data):
                self._add("style", "style", target)

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - as the library calls it
        # Pieces are joined by comments, and Markdown cuts a link in two: what stands between is not known here.
        self._link = None

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._close()
        self._style = False

    def _close(self) -> None:
        if self._link is not None:
            number, parts = self._link
            reference = self.found[number]
            self.found[number] = Reference(reference.target, "a", "href", raw=True, label=label_of("".join(parts)))
            self._link = None

    def _add(self, tag: str, attribute: str, value: str) -> None:
        targets: Sequence[str] = [value]
        if attribute == "srcset" and not value.strip().startswith("data:"):
            targets = [part.split()[0] for part in value.split(",") if part.strip()]
        self.found += [Reference(target, tag, attribute, raw=True) for target in targets]


def _counts(tag: str, given: dict[str, str]) -> bool:
    return tag != "link" or bool(_LOADED_LINKS & set(given.get("rel", "").lower().split()))
