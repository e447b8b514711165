"""The judge: gives the verdict on each reference of a tree, on what was really built."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from playbook.links.ground import Ground
from playbook.links.home import is_edition
from playbook.links.target.absolute_target import absolute
from playbook.links.target.anchor import anchor_verdict, is_silent
from playbook.links.target.path import Found, written
from playbook.links.target.raw_target import raw
from playbook.links.target.scheme import decoded, is_elsewhere, refusal
from playbook.links.values import AUTOLINK, Page, Reference
from playbook.links.verdict import IN_FULL, NO_PAGE, Verdict

# Only these can be more than a path; most targets are none of them.
_SPECIAL = re.compile(r"[:\\@{]|^//|^[htw]", re.IGNORECASE)


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
            return self._anchor(page, page, target[1:], reference)
        if _SPECIAL.search(target) and not self._is_file(target):
            if self._is_to_be_filled(target):
                return None
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

    def _is_to_be_filled(self, target: str) -> bool:
        """Tell whether a plugin that is not installed would have put something else in its place."""
        return bool(self.ground.settings.missing_plugins) and ("{{" in target or "{%" in target)

    def _anchor(self, here: Page, there: Page, anchor: str, reference: Reference) -> Verdict | None:
        return anchor_verdict(self.ground, here, there, anchor, raw=reference.raw)

    def _path(self, page: Page, reference: Reference, target: str) -> Verdict | None:
        path, _, anchor = target.partition("#")
        path = path.partition("?")[0]
        if not path:
            return self._anchor(page, page, anchor, reference) if anchor else None
        key = (page.folder if not reference.raw else page.url, path, reference.raw)
        if key not in self._known:
            self._known[key] = self._file(page, path, reference)
        name, wrong = self._known[key]
        if wrong:
            return self._with_anchor(page, wrong, name, anchor, raw=reference.raw)
        there = page if name == "." else self.ground.lookup.tree.pages.get(name)
        return self._anchor(page, there, anchor, reference) if anchor and there else None

    def _file(self, page: Page, path: str, reference: Reference) -> Found:
        if path.startswith("/"):
            return absolute(self.ground, page, path, reference)
        return raw(self.ground, page, path) if reference.raw else written(self.ground, page, path)

    def _with_anchor(self, page: Page, wrong: Verdict, name: str, anchor: str, *, raw: bool) -> Verdict:
        """Give the verdict with its anchor in the suggestion: the one that was meant, if it is not there as written."""
        if not wrong.suggestion or not anchor or "#" in wrong.suggestion:
            return wrong
        there = self.ground.lookup.tree.pages.get(name)
        if not there or not there.rendered or self._holds(there, unquote(anchor)):
            return replace(wrong, suggestion=f"{wrong.suggestion}#{anchor}")
        found = self.ground.suggestions.anchor_meant(there, unquote(anchor))
        return replace(wrong, suggestion=self.ground.way(page, *found, raw=raw) if found else "")

    def _holds(self, page: Page, anchor: str) -> bool:
        return is_silent(anchor) or self.ground.lookup.has_anchor(page, anchor)

    def _own(self, page: Page, target: str, reference: Reference) -> Verdict | None:
        """Judge a full address of our own site like one inside it."""
        below = self.ground.home.path_of(target)
        if below is None:
            return None
        path, fragment = below
        lookup = self.ground.lookup
        name = lookup.page_at(path)
        if not name and (self.ground.added(path.strip("/")) or is_edition(path)):
            return None
        found = ("", None) if name else self.ground.suggestions.address_meant(path.strip("/")) or ("", None)
        if not name and not found[0] and self.ground.home.is_shared():
            return None
        verdict = Verdict("own-url", IN_FULL if name else NO_PAGE)
        name = name or found[0]
        # Between angle brackets no path is a link.
        if not name or reference.attribute == AUTOLINK:
            return verdict
        verdict = replace(verdict, suggestion=self.ground.way(page, name, raw=reference.raw))
        return self._with_anchor(page, verdict, name, fragment, raw=reference.raw)


def _empty(reference: Reference) -> Verdict | None:
    if reference.attribute == "srcset":  # browsers leave an empty piece out
        return None
    return Verdict("empty-target", "has no target.", remedy="Say where it leads, or take the link out.")
