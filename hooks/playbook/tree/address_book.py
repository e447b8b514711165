"""The address book: every address that was ever published, none of which may stop working."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from playbook.tree.fault import Fault
from playbook.tree.lookup import Lookup
from playbook.tree.redirects import Redirect
from playbook.tree.source import Source
from playbook.tree.suggestion import nearest
from playbook.tree.values import Tree

ADDRESSES = "addresses.txt"
# Written beside the book in the form of sha256sum: `sha256sum --check addresses.sha256` knows it, too.
DIGEST = "addresses.sha256"
_ADDRESS = re.compile(r"/(?:[^\s#?\\/]+/)*(?:[^\s#?\\/]+)?(?:#\S+)?")


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


def read_book(text: str) -> list[str]:
    """Give the addresses of a book, remarks left out."""
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("# ")]


def arrives(address: str, live: Iterable[str], redirects: Mapping[str, str]) -> bool:
    """Tell whether an address leads somewhere: it lives, has been moved, or its page has been moved with it."""
    known = live if isinstance(live, set) else set(live)
    return address in known or address in redirects or bool(_carried(address, known, redirects))


def _carried(address: str, live: set[str], redirects: Mapping[str, str]) -> str:
    """Give where an anchor arrives that nobody moved, but whose page was."""
    page, _, anchor = address.partition("#")
    new = redirects.get(page, "")
    if not new or not anchor:
        return new
    return new if "#" in new or "://" in new else f"{new}#{anchor}" if f"{new}#{anchor}" in live else ""


def book_faults(lookup: Lookup, redirects: Sequence[Redirect], source: Source) -> Iterator[Fault]:
    """Give every published address that is gone, and every sign that the book itself has been cut."""
    tree = lookup.tree
    live = {*addresses_of(tree), *_anchors(tree)}
    moved = {redirect.old: redirect.new for redirect in redirects}
    gone: set[str] = set()
    held: list[str] = []
    place = 0
    for line in source.text.splitlines(keepends=True):
        address = line.strip()
        if address and not address.startswith("# "):
            yield from _form(source, place, address, held)
            page = address.partition("#")[0]
            if not _works(lookup, address, live, moved) and page not in gone and address not in held:
                yield from _gone(lookup, source, place, address, live)
                if not _works(lookup, page, live, moved):
                    gone.add(page)
            held.append(address)
        place += len(line)
    yield from _cut(tree, source, held)


def _works(lookup: Lookup, address: str, live: set[str], moved: Mapping[str, str]) -> bool:
    if arrives(address, live, moved):
        return True
    path, _, anchor = address.partition("#")
    if not anchor:
        return bool(lookup.page_at(path)) and path.strip("/") + "/" == f"{path.strip('/')}/" and path in _exact(lookup)
    return False


def _exact(lookup: Lookup) -> set[str]:
    return {f"/{address}" for address in lookup.addresses}


def _anchors(tree: Tree) -> set[str]:
    """Give every place a fragment finds, promised or not."""
    return {f"/{page.url}#{name}" for page in tree.pages.values() for name in (*page.ids, *page.names)}


def _form(source: Source, place: int, address: str, held: Sequence[str]) -> Iterator[Fault]:
    if not _ADDRESS.fullmatch(address):
        yield source.fault(place, address, "is no address.", "Write it as /page/#anchor.", "malformed-address")
    elif held and address == held[-1]:
        yield source.fault(
            place, address, "stands twice.", "Run make accept, which puts the book in order.", "malformed-address"
        )
    elif held and address < held[-1]:
        yield source.fault(
            place,
            address,
            "is not in its place: the book is sorted.",
            "Run make accept, which puts the book in order.",
            "malformed-address",
        )


def _gone(lookup: Lookup, source: Source, place: int, address: str, live: set[str]) -> Iterator[Fault]:
    path, _, anchor = address.partition("#")
    page = f"{path}" in live
    if page:
        near = nearest(anchor, {other.partition("#")[2] for other in live if other.startswith(f"{path}#")})
        new, code, what = (f"{path}#{near}" if near else ""), "anchor-gone", "is a published anchor that is gone."
    else:
        name = posixpath.basename(path.rstrip("/"))
        same = [
            f"/{other.url}" for other in lookup.tree.pages.values() if posixpath.basename(other.url.rstrip("/")) == name
        ]
        new, code, what = (same[0] if len(same) == 1 else ""), "address-gone", "is a published address that is gone."
    hint = f'Bring it back, or say in redirects.yml where it went: "{address if page else path}: {new or "/new/"}".'
    if not page and not new:
        hint = "Bring it back, or say in redirects.yml where it went."
    yield source.fault(
        place, address, what, hint if new or not page else "Bring it back, or say in redirects.yml where it went.", code
    )


def _cut(tree: Tree, source: Source, held: Sequence[str]) -> Iterator[Fault]:
    """Give the addresses that once stood in the book, or say that it was changed by hand."""
    lost = sorted(tree.history - set(held))
    for address in lost:
        number = sum(1 for other in held if other < address) + 1
        message = "has been taken out of the book, which only grows."
        yield Fault(
            source.path, max(min(number, len(held)), 1), 1, address, message, "Put the line back.", "address-removed"
        )
    if not lost and tree.book_digest and tree.book_digest.split()[:1] != digest(source.text).split()[:1]:
        missing = [address for address in addresses_of(tree) if address not in set(held)]
        message = "is not the book that make accept wrote: a line was taken out or added by hand."
        hint = f"Put back {missing[0]}." if len(missing) == 1 else "Restore it, then run make accept."
        number = sum(1 for other in held if missing and other < missing[0]) or 1
        yield Fault(source.path, number, 1, ADDRESSES, message, hint, "address-removed")


def accepted(live: Sequence[str], book: str, history: Iterable[str]) -> str:
    """Give the book with every new address in its place and every old one kept."""
    return "".join(f"{address}\n" for address in sorted({*live, *read_book(book), *history}))
