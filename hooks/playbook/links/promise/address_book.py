"""The address book: every address that was ever published, none of which may stop working.

Addresses stand in it and in the redirects as ``/page/#anchor``, below the home of the site.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

from playbook.links.values import Tree

ADDRESSES = "addresses.txt"
REDIRECTS = "redirects.yml"
# Written beside the book in the form of sha256sum: `sha256sum --check addresses.sha256` knows it, too.
DIGEST = "addresses.sha256"

_FORM = r"/(?:[^\s#?\\/]+/)*(?:[^\s#?\\/]+)?(?:#\S+)?"


def normal(address: str) -> str:
    """Give an address with nothing encoded, so that both ways to write ``/café/`` are one."""
    return unicodedata.normalize("NFC", unquote(address))


def is_address(written: str) -> bool:
    """Tell whether a text has the form of an address below the home of the site."""
    path = written.partition("#")[0]
    return bool(re.fullmatch(_FORM, written)) and ".." not in path.split("/")


def same_end(address: str, addresses: Iterable[str]) -> str:
    """Give the only address that ends in the same name, whatever the folders above it; nothing where there are more."""
    name = posixpath.basename(normal(address).rstrip("/"))
    found = [other for other in addresses if name and posixpath.basename(other.rstrip("/")) == name]
    return found[0] if len(found) == 1 else ""


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
