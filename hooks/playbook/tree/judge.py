"""The judge: gives the verdict on each reference of a tree, on what was really built."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from playbook.tree.absolute_target import absolute
from playbook.tree.anchor import anchor_verdict, is_silent
from playbook.tree.ground import Ground
from playbook.tree.label import EMPTY
from playbook.tree.raw_target import raw
from playbook.tree.relative_link import link, with_anchor
from playbook.tree.scheme import decoded, is_elsewhere, refusal
from playbook.tree.values import Page, Reference
from playbook.tree.verdict import Verdict
from playbook.tree.written_target import Found, written

# Only these can be more than a path; most targets are none of them.
_SPECIAL = re.compile(r"[:\\@]|^//|^[htw]", re.IGNORECASE)


class Judge:
    """Judges references; equal paths of one folder are looked up once."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._known: dict[tuple[str, str, bool], Found] = {}

    def verdict(self, page: Page, reference: Reference) -> Verdict | None:
        """Give what is wrong with a reference, or nothing."""
        target = decoded(reference.target)
        if not target:
            return _empty(reference)
        if target.startswith("#"):
            return anchor_verdict(self.ground, page, page, target[1:])
        if _SPECIAL.search(target):
            wrong = self._own(page, target) or refusal(target, reference.tag)
            if wrong or is_elsewhere(target):
                return wrong
        return self._path(page, reference, target)

    def _path(self, page: Page, reference: Reference, target: str) -> Verdict | None:
        path, _, anchor = target.partition("#")
        path = path.partition("?")[0]
        if not path:
            return anchor_verdict(self.ground, page, page, anchor) if anchor else None
        key = (posixpath.dirname(page.uri) if not reference.raw else page.url, path, reference.raw)
        if key not in self._known:
            self._known[key] = self._file(page, path, reference)
        name, wrong = self._known[key]
        if wrong:
            return self._with_anchor(page, wrong, name, anchor, raw=reference.raw)
        there = page if name == "." else self.ground.lookup.tree.pages.get(name)
        return anchor_verdict(self.ground, page, there, anchor) if anchor and there else None

    def _file(self, page: Page, path: str, reference: Reference) -> Found:
        if path.startswith("/"):
            return absolute(self.ground, page, path, reference)
        return raw(self.ground, page, path) if reference.raw else written(self.ground, page, path)

    def _with_anchor(self, page: Page, wrong: Verdict, name: str, anchor: str, *, raw: bool) -> Verdict:
        """Give the verdict with its anchor in the suggestion, and without a suggestion when the anchor is not there."""
        if not wrong.suggestion or not anchor or "#" in wrong.suggestion:
            return wrong
        there = self.ground.lookup.tree.pages.get(name)
        if there and there.rendered and not self._holds(there, unquote(anchor)):
            better = "" if raw else self.ground.suggestions.anchor_meant(there, anchor, page)
            return replace(wrong, suggestion=better)
        return replace(wrong, suggestion=f"{wrong.suggestion}#{anchor}")

    def _holds(self, page: Page, anchor: str) -> bool:
        return is_silent(anchor) or anchor in self.ground.lookup.page_anchors(page)

    def _own(self, page: Page, target: str) -> Verdict | None:
        """Judge a full address of our own site like one inside it."""
        path, fragment = self._below_home(target)
        if path is None:
            return None
        lookup = self.ground.lookup
        name = lookup.page_at(path)
        if not name:
            # One host may hold the documentation of several projects: a folder that we do not have is theirs.
            first = path.strip("/").partition("/")[0]
            ours = any(address.startswith(f"{first}/") for address in lookup.addresses)
            return Verdict("own-url", "is an address of this site, and no page stands there.") if ours else None
        there = lookup.tree.pages.get(name)
        message = "is an address of this site in full: it leaves every copy of the site."
        if there and not self._holds(there, unquote(fragment)):
            return Verdict("own-url", message)
        return Verdict("own-url", message, with_anchor(link(page, name), fragment))

    def _below_home(self, target: str) -> tuple[str | None, str]:
        """Give path and fragment of an address of our own site, or nothing for any other."""
        host, base = self.ground.home
        try:
            parts = urlsplit(target)
        except ValueError:
            return None, ""
        if not host or parts.netloc.lower() != host or not f"{parts.path.rstrip('/')}/".startswith(base):
            return None, ""
        return unquote(parts.path).removeprefix(base.rstrip("/")), parts.fragment


def _empty(reference: Reference) -> Verdict | None:
    # Without a text it makes a place to link to; an empty piece of a srcset is left out by browsers.
    if (reference.tag == "a" and reference.label == EMPTY) or reference.attribute == "srcset":
        return None
    return Verdict("empty-target", "has no target.", remedy="Say where it leads, or take the link out.")
