"""The judge: gives the verdict on each reference of a tree, on what was really built."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from playbook.links.ground import Ground
from playbook.links.target.anchor import anchor_verdict, is_silent
from playbook.links.target.path import Found, reached
from playbook.links.target.scheme import decoded, is_elsewhere, refusal
from playbook.links.values import AUTOLINK, Page, Reference
from playbook.links.verdict import GRADES, IN_FULL, NO_PAGE, PICTURES, Place, Verdict
from playbook.problems import WARNING

# Only these can be more than a path; most targets are none of them.
_SPECIAL = re.compile(r"[:\\@{]|^//|^[htw]", re.IGNORECASE)

_SOURCES = (".md", *PICTURES)  # their place is the same for every page of a folder


class Judge:
    """Judges references; equal paths of one folder, and equal places, are looked up once."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._known: dict[tuple[str, str, bool], Found] = {}
        self._anchors: dict[tuple[str, str], Verdict | None] = {}

    def verdict(self, page: Page, reference: Reference) -> Verdict | None:
        """Give what is wrong with a reference, or nothing."""
        target = decoded(reference.target)
        if not target:
            return _empty(reference)
        if target.startswith("#"):
            return self._anchor(page, page, target[1:])
        if _SPECIAL.search(target) and not self._is_file(target):
            if self.ground.lookup.tree.doubts and ("{{" in target or "{%" in target):
                return None  # what was not run would have put something else in its place
            wrong = self._own(page, target, reference) or refusal(target, reference.tag)
            if wrong or is_elsewhere(target):
                return wrong
        return self._path(page, reference, target)

    def _is_file(self, target: str) -> bool:
        """Tell whether a target that begins like the name of a host is a file of ours all the same."""
        if not target.startswith(("//", "\\")):
            return False
        name = re.split(r"[?#]", target.replace("\\", "/"))[0].strip("/")
        return bool(self.ground.lookup.file(name))

    def _anchor(self, here: Page, there: Page, anchor: str) -> Verdict | None:
        key = there.uri, anchor
        if key not in self._anchors:
            self._anchors[key] = anchor_verdict(self.ground, there, anchor)
        wrong = self._anchors[key]
        return replace(wrong, meant="") if wrong and _leads_astray(wrong.meant, here, there) else wrong

    def _path(self, page: Page, reference: Reference, target: str) -> Verdict | None:
        path, _, anchor = target.partition("#")
        path = path.partition("?")[0]
        if not path:
            return self._anchor(page, page, anchor) if anchor else None
        by_source = not reference.raw and path.endswith(_SOURCES)
        key = (page.folder if by_source else page.url, path, reference.raw)
        if key not in self._known:
            self._known[key] = reached(self.ground, page, path, raw=reference.raw)
        name, wrong = self._known[key]
        if wrong:
            return self._with_anchor(page, wrong, anchor)
        there = page if name == "." else self.ground.lookup.tree.pages.get(name)
        return self._anchor(page, there, anchor) if anchor and there else None

    def _with_anchor(self, here: Page, wrong: Verdict, anchor: str) -> Verdict:
        """Give a verdict that means a whole page its anchor: the one that was meant, if it is not there as written."""
        if not anchor or not isinstance(wrong.meant, Place) or wrong.meant.anchor:
            return wrong
        there = self.ground.lookup.tree.pages.get(wrong.meant.file)
        works = (wrong.severity or GRADES.get(wrong.code)) == WARNING
        dead = self._anchor(here, there, anchor) if there and works else None
        if dead and dead.code == "missing-anchor":
            return dead  # which is graver than a way that still leads there
        if not there or not there.rendered or self._holds(there, unquote(anchor)):
            return replace(wrong, meant=Place(wrong.meant.file, anchor))
        return replace(wrong, meant=self.ground.suggestions.anchor_meant(there, unquote(anchor)) or "")

    def _holds(self, page: Page, anchor: str) -> bool:
        return is_silent(anchor) or self.ground.lookup.has_anchor(page, anchor)

    def _own(self, page: Page, target: str, reference: Reference) -> Verdict | None:
        """Judge a full address of our own site like one inside it."""
        below = self.ground.home.path_of(target)
        if below is None:
            return None
        path, fragment = below
        name = self.ground.lookup.page_at(path)
        if name and not self.ground.lookup.file(name):
            return None  # printed by a template alone, so that it has no other name
        meant = Place(name) if name else self.ground.moved_from(path)
        if meant:
            verdict = self._with_anchor(page, Verdict("own-url", IN_FULL, meant), fragment)
        else:
            verdict = self._nowhere(page, path.strip("/"), fragment) or Verdict("", "")
        # Between angle brackets no path is a link.
        verdict = replace(verdict, meant="") if reference.attribute == AUTOLINK else verdict
        return verdict if verdict.code else None

    def _nowhere(self, page: Page, path: str, fragment: str) -> Verdict | None:
        ground = self.ground
        if ground.added(path) or ground.is_edition(path) or ground.doubts.target(path):
            return None
        found = ground.suggestions.address_meant(path)
        if not found and ground.home.is_shared():
            return None
        return self._with_anchor(page, Verdict("missing-page", NO_PAGE, Place(found[0]) if found else ""), fragment)


def _leads_astray(meant: Place | str, here: Page, there: Page) -> bool:
    """Tell whether a place is on a page that the writer surely did not mean: their own, or one of another folder."""
    if not isinstance(meant, Place) or meant.file == there.uri:
        return False
    return meant.file == here.uri or (here is there and meant.file.rpartition("/")[0] != here.folder)


def _empty(reference: Reference) -> Verdict | None:
    if reference.attribute == "srcset":  # browsers leave an empty piece out
        return None
    return Verdict("empty-target", "has no target.", remedy="Say where it leads, or take the link out.")
