"""Links from one place to another, as a writer pastes them into a source or as a browser reads them."""

from __future__ import annotations

import posixpath
import re

from playbook.links.values import Page


def link(page: Page, name: str) -> str:
    """Give the link from a page to a file as a writer would write it."""
    return quoted(posixpath.relpath(name, posixpath.dirname(page.uri) or "."))


def built_link(url: str, address: str) -> str:
    """Give the link from a built page to an address of the site, for raw HTML."""
    if address == url:
        return "./"
    relative = quoted(posixpath.relpath(address or ".", _folder(url) or "."))
    return f"{relative}/" if address.endswith("/") or not address else relative


def from_address(url: str, path: str) -> str:
    """Give the address that a path means on a built page; one that leaves the site begins with ``..``."""
    joined = posixpath.normpath(posixpath.join(_folder(url), path))
    return "" if joined == "." else joined + ("/" if path.endswith(("/", "/.", "/..")) or path in (".", "..") else "")


def quoted(path: str) -> str:
    """Give a path with everything encoded that would end it or mean something else in a link."""
    return re.sub(r"[\s%#?<>\"]", lambda match: f"%{ord(match[0]):02X}", path)


def with_anchor(target: str, anchor: str) -> str:
    """Give a target with its anchor, if it has one."""
    return f"{target}#{anchor}" if anchor else target


def _folder(url: str) -> str:
    return url if url.endswith("/") or not url else posixpath.dirname(url)
