"""The address book: every address that was ever published, none of which may stop working."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from playbook.links.promise.address import ADDRESSES, normal
from playbook.links.values import Tree


def addresses_of(tree: Tree) -> list[str]:
    """Give every address and anchor that a tree publishes, sorted, those of the theme left out."""
    found = set()
    for page in tree.pages.values():
        found.add(f"/{page.url}")
        anchors = page.ids if page.anchors is None else page.anchors
        found |= {f"/{page.url}#{name}" for name in anchors if name and not name.startswith("__")}
    return sorted(found)


def digest(book: str) -> str:
    """Give the line that says what the book is, so that a line taken out by hand is seen."""
    return f"{hashlib.sha256(book.encode()).hexdigest()}  {ADDRESSES}\n"


def is_remark(line: str) -> bool:
    """Tell whether a line of the book holds no address."""
    return not line.strip() or line.startswith("# ")


def read_book(text: str) -> list[str]:
    """Give the addresses of a book, remarks left out."""
    return [line.strip() for line in text.removeprefix("\ufeff").splitlines() if not is_remark(line)]


def accepted(live: Iterable[str], book: str, history: Iterable[str]) -> str:
    """Give the book with every new address in its place and every old one kept."""
    return "".join(f"{address}\n" for address in sorted({*live, *read_book(book), *history}))


def arrives(address: str, live: set[str], moved: Mapping[str, str]) -> bool:
    """Tell whether an address leads somewhere: it lives, has been moved, or its page has been moved with it."""
    known = normal(address)
    return known in live or known in moved or bool(_carried(known, live, moved))


def _carried(address: str, live: set[str], moved: Mapping[str, str]) -> str:
    """Give where an anchor arrives that nobody moved, but whose page was."""
    page, _, anchor = address.partition("#")
    new = moved.get(page, "")
    if not new or not anchor:
        return new
    return new if "#" in new or "://" in new else f"{new}#{anchor}" if f"{new}#{anchor}" in live else ""
