"""A Markdown extension that collects what a page refers to, as the writer wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from playbook.links.text.elements import TARGETS, element_references, references_in
from playbook.links.text.label import CLEAR, label_of
from playbook.links.values import AUTOLINK, Reference

# Links that extensions make: they lead where they were made.
_GENERATED = ("headerlink", "toclink", "footnote-ref", "footnote-backref")
_DRAWN = ("img", "svg", "span", "i")
# Markdown keeps what is finished apart and leaves numbers in its place.
_STASHED = re.compile(r"\x02(\d+)\x03")
_STASHED_HTML = re.compile(r"\x02wzxhzdk:(\d+)\x03")
_EMPHASIS = r"(?i)</?(?:b|i|em|strong|br)\b[^>]*>"
_TARGETED = re.compile(r"href|src|poster|data=|action=|url\(|@import", re.IGNORECASE)
_CODE = ('<div class="highlight', "<pre", '<table class="highlight', "<!--")


class Collector(Extension):
    """Collects the references of one page after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Reference] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the library
        """Stand before the host's own treeprocessor, which has priority 0 and rewrites targets."""
        md.treeprocessors.register(_Collecting(md, self), "playbook-references", 2)

    def taken(self) -> tuple[Reference, ...]:
        """Give what the last page refers to, and forget it."""
        found, self.found = tuple(self.found), []
        return found


class _Collecting(Treeprocessor):
    def __init__(self, md: Markdown, collector: Collector) -> None:
        super().__init__(md)
        self.collector = collector

    def run(self, root: Element) -> None:
        """Collect what the page refers to."""
        stash = self.md.htmlStash.rawHtmlBlocks
        worth = (element for element in root.iter() if element.tag in TARGETS or "style" in element.attrib)
        found = [reference for element in worth for reference in _references(element, stash)]
        for block in stash:
            if isinstance(block, str) and _worth_reading(block):
                found += references_in(block)  # each for itself: what a broken piece leaves open ends with it
        self.collector.found = [reference for reference in found if not reference.target.startswith("#__")]


def _references(element: Element, stash: Sequence[object]) -> list[Reference]:
    if element.tag == "a":
        target = element.get("href")
        if target is None or element.get("class") in _GENERATED or (not target and _is_place(element)):
            return []
        attribute = AUTOLINK if element.text == target and not len(element) else "href"
        return [Reference(_plain(target), "a", attribute, raw=False, label=_label(element, stash))]
    if element.tag == "img":
        target = element.get("src")
        return [] if target is None else [Reference(_plain(target), "img", "src", raw=False)]
    return element_references(element.tag, dict(element.items()))


def _plain(target: str) -> str:
    # Markdown writes the @ of mail addresses as an entity of its own; escapes are still numbers here.
    if "\x02" not in target:
        return target
    return _STASHED.sub(lambda match: chr(int(match[1])), target).replace("\x02amp\x03", "&")


def _is_place(element: Element) -> bool:
    """Tell whether a link without a target is a place to link to, as ``[](){#name}``."""
    return bool(element.get("id") or element.get("name"))


def _label(element: Element, stash: Sequence[object]) -> str:
    if len(element) and any(child.tag in _DRAWN for child in element.iter()):
        return CLEAR
    text = "".join(element.itertext())
    if "\x02" in text:
        text = re.sub(_EMPHASIS, "", unescape(_STASHED_HTML.sub(lambda match: str(stash[int(match[1])]), text)))
        if "<" in text or "\x02" in text:
            return CLEAR
    return label_of((element.get("aria-label") or element.get("title") or "") + text)


def _worth_reading(block: str) -> bool:
    return bool(_TARGETED.search(block)) and not block.startswith(_CODE)
