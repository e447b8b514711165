"""Targets in raw HTML: the host leaves them, so they are read from the built page as a browser reads them."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from urllib.parse import unquote

from playbook.links.ground import Ground
from playbook.links.relative_link import from_address
from playbook.links.target.path import Found
from playbook.links.values import DRAFT, EXCLUDED, PUBLISHED, Page
from playbook.links.verdict import Verdict, missing, unpublished


def raw(ground: Ground, page: Page, path: str) -> Found:
    """Give the file that a path in raw HTML reaches, and what is wrong with it."""
    lookup = ground.lookup
    address = from_address(page.url, unquote(path))
    name = lookup.page_at(address) if not address.startswith("..") else ""
    bare = address.strip("/")
    if name and (address in lookup.addresses or f"{bare}/" in lookup.addresses or not bare):
        return name, None
    if ground.added(bare):
        return "", None
    draft = lookup.draft_at(address)
    if draft:
        return "", unpublished(draft)
    source = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), unquote(path)))
    state = lookup.file(source)
    if state in (DRAFT, EXCLUDED):
        return "", unpublished(state)
    return _seen_from_source(ground, page, source) if state == PUBLISHED else _nowhere(ground, page, path, source, name)


def _seen_from_source(ground: Ground, page: Page, source: str) -> Found:
    code = "raw-markdown-link" if source.endswith(".md") else "raw-path"
    message = "stands in raw HTML, where nothing is rewritten: seen from the built page it leads nowhere."
    return source, Verdict(code, message, ground.way(page, source, raw=True))


def _nowhere(ground: Ground, page: Page, path: str, source: str, name: str) -> Found:
    """Judge a path that reaches nothing; ``name`` is the page whose address it nearly is."""
    if name:
        return name, Verdict("built-link", "is not the address of the built page.", ground.way(page, name, raw=True))
    found = ground.suggestions.meant(page, unquote(path), path)
    found = found or ground.suggestions.address_meant(from_address(page.url, unquote(path)))
    if not found:
        hidden = unpublished(ground.lookup.hidden(page, source))
        outside = path.startswith("..") and from_address(page.url, path).startswith("../")
        return "", hidden or (Verdict("outside-docs", "leads out of the site.") if outside else missing(source))
    other, verdict = found
    if verdict.code == "built-link":
        verdict = Verdict("raw-path", "leads nowhere, seen from the built page.")
    return other, replace(verdict, suggestion=ground.way(page, other, raw=True))
