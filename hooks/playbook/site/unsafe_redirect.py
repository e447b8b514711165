"""Redirects of ours stay on our site and hold no sign that a page or a server would take for its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.links.promise.redirects import RedirectFile
from playbook.problems import Problem

_ODD = re.compile(r"[\"'`<>{}|\\^;$\s\x00-\x1f\x7f]")


def unsafe_redirect_problems(file: RedirectFile) -> Iterator[Problem]:
    """Give every redirect that leads to another host or holds an odd sign."""
    for redirect in file.entries:
        for written, place in ((redirect.old_written, redirect.old_place), (redirect.new_written, redirect.new_place)):
            wrong = _wrong(written)
            if wrong:
                yield Problem(file.source.path, file.source.position(place)[0], written, *wrong, "unsafe-redirect")


def _wrong(written: str) -> tuple[str, str] | None:
    if "://" in written:
        return "leads to another host.", "Name a page of this site; a page may link the other host."
    odd = _ODD.search(written)
    return (f"holds a {odd[0]!r}, which no address of ours has.", "Take the sign out.") if odd else None
