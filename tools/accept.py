"""``make accept``: write every new address of the built site into the address book; nothing ever leaves it.

The build that comes first refuses to lose an address, so what is left here is to add.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from playbook.links.promise.address_book import ADDRESSES, DIGEST, accepted, digest, read_book
from playbook.site.promised import anchors_in
from playbook_mkdocs.history import history_of

# Redirect pages live on in the book already, and nobody links the page for what is not there.
_NOT_PUBLISHED = "data-moved>"


def main(arguments: Sequence[str] | None = None) -> int:
    """Add the addresses of a built site to the book and say how many there were."""
    parser = argparse.ArgumentParser(description="Write new addresses of a built site into the address book.")
    parser.add_argument("--site", default="site", type=Path, help="the built site")
    parser.add_argument("--book", default=Path(ADDRESSES), type=Path, help="the address book")
    given = parser.parse_args(arguments)
    before = given.book.read_text(encoding="utf-8") if given.book.is_file() else ""
    after = accepted(list(addresses(given.site)), before, history_of(given.book.resolve().parent))
    given.book.write_text(after, encoding="utf-8")
    given.book.with_name(DIGEST).write_text(digest(after), encoding="utf-8")
    new = sorted({*read_book(after)} - {*read_book(before)})
    print(*(f"+ {address}" for address in new), sep="\n", end="\n" if new else "")
    print(f"{given.book.name} holds {len(read_book(after))} addresses, {len(new)} of them new.")
    return 0


def addresses(site: Path) -> Iterator[str]:
    """Give every address and anchor that the pages of a built site publish."""
    for page in sorted(site.rglob("index.html")):
        html = page.read_text(encoding="utf-8")
        folder = page.parent.relative_to(site).as_posix()
        address = "/" if folder == "." else f"/{folder}/"
        if '<link rel="canonical"' in html and _NOT_PUBLISHED in html:
            continue
        yield address
        yield from (f"{address}#{name}" for name in anchors_in(html) if not name.startswith("__"))


if __name__ == "__main__":
    sys.exit(main())
