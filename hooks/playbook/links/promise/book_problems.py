"""Published addresses that are gone, and signs that the book itself has been cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from playbook.links.lookup import Lookup
from playbook.links.promise.address_book import (
    ADDRESSES,
    addresses_of,
    digest,
    is_address,
    is_remark,
    normal,
    read_book,
    same_end,
)
from playbook.links.promise.redirects import Redirect
from playbook.links.text.source import Source
from playbook.links.values import Tree
from playbook.links.verdict import Verdict
from playbook.nearness import nearest
from playbook.problems import Problem

_ORDER = "Sort the lines, each once."
_NO_ADDRESS = Verdict("malformed-address", "is no address.", remedy="Write it as /page/#anchor.")
_TWICE = Verdict("malformed-address", "stands twice.", remedy=_ORDER)
_UNSORTED = Verdict("malformed-address", "is not in its place: the book is sorted.", remedy=_ORDER)
_WHERE = "Bring it back, or say in redirects.yml where it went."


class Live:
    """What a tree publishes today, with everything that has been moved."""

    def __init__(self, lookup: Lookup, redirects: Sequence[Redirect]) -> None:
        self.lookup = lookup
        self.moved = {redirect.old: redirect.new for redirect in redirects}
        pages = lookup.tree.pages.values()
        self.addresses = {normal(f"/{address}") for address in lookup.addresses}
        self.addresses |= {normal(f"/{page.url}") for page in pages}
        anchors = (f"/{page.url}#{name}" for page in pages for name in page.all_ids)
        self.addresses |= {normal(address) for address in anchors}
        self.unread = {normal(f"/{page.url}") for page in pages if not page.rendered}

    def works(self, address: str) -> bool:
        """Tell whether an address still arrives, as far as that is known."""
        known = normal(address)
        page, _, anchor = known.partition("#")
        if known in self.addresses or known in self.moved or page in self.unread:
            return True
        new = self.moved.get(page, "") if anchor else ""
        # Where the page was moved to nothing, that is told at the redirect.
        carried = "#" in new or "://" in new or f"{new}#{anchor}" in self.addresses or normal(new) not in self.addresses
        return bool(new) and carried


def book_problems(lookup: Lookup, redirects: Sequence[Redirect], source: Source) -> Iterator[Problem]:
    """Give every published address that is gone, and every sign that the book itself has been cut."""
    live = Live(lookup, redirects)
    gone: set[str] = set()
    held = ""
    for place, address in _lines(source.text):
        wrong = _form(address, held)
        if wrong:
            yield source.told(place, address, wrong)
        if wrong in (_NO_ADDRESS, _TWICE):
            continue
        held = address
        page = normal(address).partition("#")[0]
        if page not in gone and not live.works(address):
            yield source.told(place, address, _gone(live, address))
            gone |= set() if live.works(page) else {page}
    yield from _cut(lookup.tree, source)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    place = 0
    for line in text.splitlines(keepends=True):
        bare = line.lstrip("\ufeff \t")
        if not is_remark(bare):
            yield place + len(line) - len(bare), bare.strip()
        place += len(line)


def _form(address: str, held: str) -> Verdict | None:
    if not is_address(address):
        return _NO_ADDRESS
    if address == held:
        return _TWICE
    return _UNSORTED if address < held else None


def _gone(live: Live, address: str) -> Verdict:
    path, _, anchor = address.partition("#")
    if anchor and live.works(path):
        return _with_line(
            "anchor-gone", "is a published anchor that is gone.", address, _near_anchor(live, path, anchor)
        )
    near = same_end(path, (f"/{page.url}" for page in live.lookup.tree.pages.values()))
    return _with_line("address-gone", "is a published address that is gone.", path, near)


def _near_anchor(live: Live, path: str, anchor: str) -> str:
    start = f"{normal(path)}#"
    near = nearest(anchor, (other.removeprefix(start) for other in live.addresses if other.startswith(start)))
    return f"{path}#{near}" if near else ""


def _with_line(code: str, message: str, old: str, new: str) -> Verdict:
    """Give a verdict with the line for redirects.yml, as far as it is known."""
    remedy = f'Bring it back, or say in redirects.yml where it went: "{old}: {new or "/new/"}".'
    return Verdict(code, message, remedy=remedy if new or "#" in old else _WHERE)


def _cut(tree: Tree, source: Source) -> Iterator[Problem]:
    """Give the addresses that once stood in the book, or say that it was changed by hand."""
    held = read_book(source.text)
    lost = sorted(tree.history - {*held})
    message = "has been taken out of the book, which only grows."
    for address in lost:
        line = _line_for(address, held)
        yield Problem(source.path, line, address, message, "Put the line back.", "address-removed", 1)
    if not lost and tree.book_digest and tree.book_digest.split()[:1] != digest(source.text).split()[:1]:
        yield _changed(tree, source, held)


def _changed(tree: Tree, source: Source, held: Sequence[str]) -> Problem:
    missing = [address for address in addresses_of(tree) if address not in {*held}]
    message = "is not the book that its checksum was made of: a line was taken out or added by hand."
    hint = f"Put back {missing[0]}." if len(missing) == 1 else "Restore it, and write the checksum anew."
    line = _line_for(missing[0], held) if missing else 1
    return Problem(source.path, line, ADDRESSES, message, hint, "address-removed", 1)


def _line_for(address: str, held: Sequence[str]) -> int:
    """Give the line in which an address stood, or the last one."""
    return max(min(sum(1 for other in held if other < address) + 1, len(held)), 1)
