"""Redirects of ours stay on our site and hold no sign that a page or a server would take for its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from playbook.links.promise.redirects import Redirect
from playbook.problems import Problem

_ODD = re.compile(r"[\"'`<>{}|\\^;$\s\x00-\x1f\x7f]")


def unsafe_redirect_problems(path: str, text: str, redirects: Iterable[Redirect]) -> Iterator[Problem]:
    """Give every redirect that leads to another host or holds an odd sign; ``text`` is the file they stand in."""
    for redirect in redirects:
        for written, place in ((redirect.old_written, redirect.old_place), (redirect.new_written, redirect.new_place)):
            wrong = _wrong(written)
            if wrong:
                yield Problem(path, text.count("\n", 0, place) + 1, written, *wrong, "unsafe-redirect")


def _wrong(written: str) -> tuple[str, str] | None:
    if "://" in written:
        return "leads to another host.", "Name a page of this site; a page may link the other host."
    odd = _ODD.search(written)
    return (f"holds a {odd[0]!r}, which no address of ours has.", "Take the sign out.") if odd else None
