"""Targets of Markdown links: paths from file to file, which the host turns into addresses."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from urllib.parse import unquote

from playbook.links.ground import Ground
from playbook.links.relative_link import link, with_anchor
from playbook.links.values import Page
from playbook.links.verdict import Guess, Verdict, missing, missing_code, unpublished

# A file and what is wrong with the way to it.
Found = tuple[str, Verdict | None]


def written(ground: Ground, page: Page, path: str) -> Found:
    """Give the file that a path in Markdown names, and what is wrong with it."""
    plain = unquote(path)
    if posixpath.normpath(plain) == ".":
        return ".", None  # the page itself, whichever of the folder it is
    name = posixpath.normpath(posixpath.join(page.folder, plain))
    state = ground.lookup.file(name)
    if state:
        return name, unpublished(state) or _with_needless_slash(page, plain, name)
    found = ground.suggestions.meant(page, plain, path)
    if name.startswith("../") and not (found and found[1].code in ("backslash", "percent-encoding")):
        return _outside(ground, page, name, found[0] if found else "")
    return meant(ground, page, name, found)


def _outside(ground: Ground, page: Page, name: str, close: str) -> Found:
    hidden = unpublished(ground.lookup.hidden(page, name))
    suggestion = link(page, close) if close else ""
    return close, hidden or Verdict("outside-docs", "leads out of the documentation.", suggestion)


def _with_needless_slash(page: Page, plain: str, name: str) -> Verdict | None:
    """Judge a slash that the host passes over: a web server, an editor and other hosts do not."""
    if plain.endswith("/") or "//" in plain:
        return Verdict("wrong-slash", "has a slash too many.", link(page, name))
    return None


def meant(ground: Ground, page: Page, name: str, found: Guess | None) -> Found:
    """Give the verdict on a file that is not there: it has moved, it is spelt in another way, or it never was."""
    unsure = not found or found[1].code.startswith("missing")
    moved = ground.moved.get(name, "") if unsure else ""
    if moved:
        path, _, anchor = moved.partition("#")
        return path, Verdict(missing_code(name), "has moved.", with_anchor(link(page, path), anchor))
    hidden = unpublished(ground.lookup.hidden(page, name)) if unsure else None
    if hidden:
        return "", hidden
    if not found:
        return "", missing(name)
    other, verdict = found
    return other, verdict if verdict.suggestion else replace(verdict, suggestion=link(page, other))


def from_docs(ground: Ground, page: Page, plain: str) -> Found:
    """Give the file that a path counted from the root of the documentation names."""
    name = posixpath.normpath(plain.lstrip("/"))
    state = ground.lookup.file(name)
    return (name, unpublished(state)) if state else meant(ground, page, name, ground.suggestions.meant(page, plain))
