"""Paths of targets: the file that each reaches, from the source in Markdown and from the built page in raw HTML."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from urllib.parse import unquote

from playbook.links.ground import Ground
from playbook.links.lookup import Lookup
from playbook.links.relative_link import from_address
from playbook.links.values import DRAFT, EXCLUDED, Page
from playbook.links.verdict import FROM_ROOT, MOVED, Guess, Place, Verdict, missing, moved, unpublished
from playbook.problems import ERROR, WARNING

# A file and what is wrong with the way to it.
Found = tuple[str, Verdict | None]
_PATTERN = re.compile(r"\*|[<{]\w+[>}]")  # a pattern or a place to fill in names no file


def reached(ground: Ground, page: Page, path: str, *, raw: bool) -> Found:
    """Give the file that a path reaches, and what is wrong with it."""
    if _PATTERN.search(path):
        return "", None
    from_docs = path.startswith("/") and ground.settings.absolute_to_docs and not raw
    if path.startswith("/") and not from_docs:
        return _from_root(ground, page, unquote(path), raw=raw)
    return _built(ground, page, path) if raw else _written(ground, page, path, from_docs=from_docs)


def _written(ground: Ground, page: Page, path: str, *, from_docs: bool) -> Found:
    plain = unquote(path)
    if from_docs:
        plain = f"{'../' * page.uri.count('/')}{plain.lstrip('/')}"
    if posixpath.normpath(plain) == ".":
        return ".", None  # the page itself, whichever of the folder it is
    name = page.from_here(plain)
    state = ground.lookup.file(name)
    if state:
        return name, unpublished(state) or _with_needless_slash(plain, name)
    address = from_address(page.url, plain)
    new = ground.moved_from(address) if missing(name).code == "missing-page" and not name.endswith(".md") else None
    if new:
        return "", moved(name, new, works=True)
    found = ground.suggestions.meant(page, plain, path)
    if name.startswith("../") and not (found and found[1].code in ("backslash", "percent-encoding", "built-link")):
        return _outside(ground, page, name, found)
    other, verdict = _meant(ground, page, name, found)
    if verdict and verdict.code == "built-link":
        verdict = replace(verdict, severity=WARNING if ground.lookup.page_at(address) == other else ERROR)
    return other, _unless_doubtful(ground, verdict, name, address)


def _unless_doubtful(ground: Ground, verdict: Verdict | None, *names: str) -> Verdict | None:
    """Give a verdict unless a page that only what was not run would make may stand there."""
    absent = verdict and verdict.code.startswith(("missing", "wrong-depth")) and verdict.message != MOVED
    return None if absent and any(ground.doubts.target(name) for name in names) else verdict


def _outside(ground: Ground, page: Page, name: str, found: Guess | None) -> Found:
    hidden = unpublished(ground.lookup.hidden(page, name))
    close = Place(found[0]) if found else ""
    return found[0] if found else "", hidden or Verdict("outside-docs", "leads out of the documentation.", close)


def _with_needless_slash(plain: str, name: str) -> Verdict | None:
    """Judge a slash that the host passes over: a web server, an editor and other hosts do not."""
    if plain.endswith("/") or "//" in plain:
        return Verdict("wrong-slash", "has a slash too many.", Place(name), severity=WARNING)
    return None


def _meant(ground: Ground, page: Page, name: str, found: Guess | None) -> Found:
    """Give the verdict on a file that is not there: it has moved, it is spelt in another way, or it never was."""
    if not found or found[1].code.startswith("missing"):
        new = ground.moved.get(name)
        if new:
            return new.file if isinstance(new, Place) else "", moved(name, new, works=False)
        hidden = unpublished(ground.lookup.hidden(page, name))
        if hidden:
            return "", hidden
    if not found:
        return "", missing(name)
    other, verdict = found
    return other, verdict if verdict.meant else replace(verdict, meant=Place(other))


def _from_root(ground: Ground, page: Page, plain: str, *, raw: bool) -> Found:
    """Judge a path from the root of the host, wherever the site stands."""
    bare = ground.below_home(plain)
    draft = unpublished(ground.lookup.draft_at(bare))
    if draft:
        return "", draft
    name = ground.lookup.page_at(bare)
    if ground.lookup.file(bare) and (not name or bare.endswith(".md")):
        code = "raw-markdown-link" if raw and bare.endswith(".md") else "wrong-slash"
        return bare, unpublished(ground.lookup.file(bare)) or Verdict(code, FROM_ROOT, Place(bare))
    if name:
        return name, _to_page(ground, name, plain, raw=raw)
    new = ground.moved_from(bare)
    if new:
        return "", moved(bare, new, works=True)
    if ground.added(bare) or ground.is_edition(bare) or ground.is_beside(plain, bare):
        return "", None
    # A home page that is not there has no name that another could be near to.
    found = ground.suggestions.meant(page, f"{'../' * page.uri.count('/')}{bare}") if bare else None
    other, verdict = _meant(ground, page, bare, found or ground.suggestions.address_meant(bare))
    return other, _unless_doubtful(ground, verdict, bare)


def _to_page(ground: Ground, name: str, plain: str, *, raw: bool) -> Verdict | None:
    """Judge a way from the root that ends at a page, if the site stands where it says."""
    works = f"{plain}/".startswith(ground.home.folder or "/")
    if not raw:
        message = "is an address of the site, which holds only at the root of a host."
        return Verdict("built-link", message, Place(name), severity=WARNING if works else ERROR)
    return None if works else Verdict("wrong-slash", FROM_ROOT, Place(name))


def _built(ground: Ground, page: Page, path: str) -> Found:
    """Judge a path in raw HTML, which the host leaves: it is read as a browser reads it."""
    lookup, plain = ground.lookup, unquote(path)
    address = from_address(page.url, plain)
    name = lookup.page_at(address) if not address.startswith("..") else ""
    bare = address.strip("/")
    if name and (address in lookup.addresses or f"{bare}/" in lookup.addresses or not bare):
        return name, None
    source = page.from_here(plain)
    found = ("", None) if ground.added(bare) else _as_source(lookup, source, lookup.draft_at(address))
    if found:
        return found
    if name:  # whose address this nearly is
        return name, Verdict("built-link", "is not the address of the built page.", Place(name))
    new = ground.moved_from(address)
    if new:
        return "", moved(bare, new, works=True)
    return ("", None) if ground.doubts.target(address) else _never_built(ground, page, path, source)


def _as_source(lookup: Lookup, source: str, drafted: str) -> Found | None:
    """Judge a path that leads somewhere only if it is seen from the source, or would if that were published."""
    state = drafted or lookup.file(source)
    if not state:
        return None
    if state in (DRAFT, EXCLUDED):
        return "", unpublished(state)
    code = "raw-markdown-link" if source.endswith(".md") else "raw-path"
    message = "stands in raw HTML, where nothing is rewritten: seen from the built page it leads nowhere."
    return source, Verdict(code, message, Place(source))


def _never_built(ground: Ground, page: Page, path: str, source: str) -> Found:
    address = from_address(page.url, unquote(path))
    found = ground.suggestions.meant(page, unquote(path), path) or ground.suggestions.address_meant(address)
    if not found:
        hidden = unpublished(ground.lookup.hidden(page, source))
        outside = path.startswith("..") and address.startswith("../")
        return "", hidden or (Verdict("outside-docs", "leads out of the site.") if outside else missing(source))
    other, verdict = found
    if verdict.code == "built-link":
        verdict = Verdict("raw-path", "leads nowhere, seen from the built page.")
    return other, verdict if verdict.meant else replace(verdict, meant=Place(other))
