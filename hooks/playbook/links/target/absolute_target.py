"""Targets that begin with a slash: they lead to the root of the host, wherever the site stands."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

from playbook.links.ground import Ground
from playbook.links.home import is_edition
from playbook.links.relative_link import link
from playbook.links.target.path import Found, from_docs, meant
from playbook.links.values import Page, Reference
from playbook.links.verdict import FROM_ROOT, Verdict, unpublished


def absolute(ground: Ground, page: Page, path: str, reference: Reference) -> Found:
    """Give the file that a path from the root reaches, and what is wrong with it."""
    plain = unquote(path)
    if ground.settings.absolute_to_docs and not reference.raw:
        return from_docs(ground, page, plain)
    bare = ground.below_home(plain)
    draft = unpublished(ground.lookup.draft_at(bare))
    if draft:
        return "", draft
    name = ground.lookup.page_at(bare)
    if ground.lookup.file(bare) and (not name or bare.endswith(".md")):
        return _to_source(ground, page, bare, raw=reference.raw)
    if name:
        return name, _to_page(ground, page, name, plain, raw=reference.raw)
    return ("", None) if ground.added(bare) or is_edition(bare) else _nowhere(ground, page, bare, raw=reference.raw)


def _to_page(ground: Ground, page: Page, name: str, plain: str, *, raw: bool) -> Verdict | None:
    """Judge a way from the root that ends at a page, if the site stands where it says."""
    if not raw:
        message = "is an address of the site, which holds only at the root of a host."
        return Verdict("built-link", message, link(page, name))
    if f"{plain}/".startswith(ground.home.folder):
        return None
    return Verdict("wrong-slash", FROM_ROOT, ground.way(page, name, raw=True))


def _to_source(ground: Ground, page: Page, source: str, *, raw: bool) -> Found:
    code = "raw-markdown-link" if raw and source.endswith(".md") else "wrong-slash"
    verdict = Verdict(code, FROM_ROOT, ground.way(page, source, raw=raw))
    return source, unpublished(ground.lookup.file(source)) or verdict


def _nowhere(ground: Ground, page: Page, bare: str, *, raw: bool) -> Found:
    found = ground.suggestions.meant(page, f"{'../' * page.uri.count('/')}{bare}")
    found = found or ground.suggestions.address_meant(bare)
    name, verdict = meant(ground, page, bare, found)
    if found and verdict:
        verdict = replace(verdict, suggestion=ground.way(page, found[0], raw=raw))
    return name, verdict
