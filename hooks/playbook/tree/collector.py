"""A Markdown extension that collects what a page refers to, as the writer wrote it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from playbook.tree.elements import references_in
from playbook.tree.label import CLEAR, label_of
from playbook.tree.values import Reference

# Links that extensions make: they lead where they were made.
_GENERATED = ("headerlink", "toclink", "footnote-ref", "footnote-backref")
_DRAWN = ("img", "svg", "span", "i")
_LOADING = ("source", "video", "audio", "iframe", "embed", "object")
# Markdown keeps what is finished apart and leaves numbers in its place.
_STASHED = re.compile(r"\x02(\d+)\x03")
_PLACEHOLDER = "\x02wzxhzdk:"
_TARGETED = re.compile(r"href|src|poster|data=|url\(|@import", re.IGNORECASE)
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
        found = [reference for element in root.iter() for reference in _references(element)]
        html = [block for block in self.md.htmlStash.rawHtmlBlocks if isinstance(block, str) and _worth_reading(block)]
        if html:
            # Pieces are put together again, and what a broken piece leaves open ends with it.
            found += references_in("\n<!-- -->\n".join(html))
        self.collector.found = [reference for reference in found if not reference.target.startswith("#__")]


def _references(element: Element) -> list[Reference]:
    if element.tag == "a":
        target = element.get("href")
        if target is None or element.get("class") in _GENERATED:
            return []
        return [Reference(_plain(target), "a", "href", raw=False, label=_label(element))]
    if element.tag == "img":
        target = element.get("src")
        return [] if target is None else [Reference(_plain(target), "img", "src", raw=False)]
    if element.tag in _LOADING or element.get("style"):
        return references_in(_start_tag(element))
    return []


def _plain(target: str) -> str:
    # Markdown writes the @ of mail addresses as an entity of its own; escapes are still numbers here.
    if "\x02" not in target:
        return target
    return _STASHED.sub(lambda match: chr(int(match[1])), target).replace("\x02amp\x03", "&")


def _label(element: Element) -> str:
    if len(element) and any(child.tag in _DRAWN for child in element.iter()):
        return CLEAR
    text = "".join(element.itertext())
    if _PLACEHOLDER in text:
        return CLEAR
    return label_of((element.get("aria-label") or element.get("title") or "") + text)


def _start_tag(element: Element) -> str:
    given = "".join(f' {name}="{str(value).replace(chr(34), "&quot;")}"' for name, value in element.items())
    return f"<{element.tag}{given}>"


def _worth_reading(block: str) -> bool:
    return bool(_TARGETED.search(block)) and not block.startswith(_CODE)
