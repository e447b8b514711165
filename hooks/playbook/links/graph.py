"""The link graph of a tree: which page leads to which."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from playbook.links.lookup import Lookup
from playbook.links.relative_link import from_address
from playbook.links.values import Page, Reference


def ways(lookup: Lookup) -> Iterator[tuple[str, str]]:
    """Give every way from a page to another page or file, as often as one is written."""
    for page in lookup.tree.pages.values():
        for reference in page.references:
            yield from ((page.uri, name) for name in _meant(lookup, page, reference) if name and name != page.uri)


def _meant(lookup: Lookup, page: Page, reference: Reference) -> Iterator[str]:
    path = unquote(reference.target.partition("#")[0].partition("?")[0])
    if not path or "://" in path:
        return
    if reference.raw or path.endswith("/") or "." not in posixpath.basename(path):
        yield lookup.page_at(from_address(page.url, path))
    yield posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path))
