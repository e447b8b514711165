"""A built page as its elements, for tests that look at markup and need no browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_NEVER_CLOSED = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """An element with what stands around and in it."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it, spaces as one."""
        parts = [child if isinstance(child, str) else child.text for child in self.children]
        return " ".join(" ".join(parts).split())

    def elements(self) -> Iterator[Element]:
        """Give every element in it, in page order."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.elements()

    def around(self) -> Iterator[Element]:
        """Give the element itself and everything around it, from the inside out."""
        yield self
        if self.parent:
            yield from self.parent.around()


def read_page(path: Path) -> Element:
    """Give a built page; its elements are those of the returned root."""
    parser = _Parser()
    parser.feed(path.read_text(encoding="utf-8"))
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.open = Element("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.children.append(element)
        if tag not in _NEVER_CLOSED:
            self.open = element

    def handle_endtag(self, tag: str) -> None:
        closed = next((element for element in self.open.around() if element.tag == tag), None)
        if closed and closed.parent:
            self.open = closed.parent

    def handle_data(self, data: str) -> None:
        self.open.children.append(data)
