"""Fragments of targets: whether a place of that name is on the page, and whether its name will stay."""

from __future__ import annotations

import re
from urllib.parse import unquote

from playbook.links.ground import Ground
from playbook.links.values import Page
from playbook.links.verdict import Verdict

_FEW = 30  # names that a writer may look through
_VIEWER = r"(?i)(?:page|zoom|nameddest|view|t|search|toolbar)="


def anchor_verdict(ground: Ground, here: Page, there: Page, anchor: str, *, raw: bool) -> Verdict | None:
    """Give what is wrong with a fragment that a link on one page names on another, or nothing."""
    anchor = anchor.partition(":~:")[0]
    name = unquote(anchor)
    if ground.lookup.has_anchor(there, name) or ground.lookup.has_anchor(there, anchor):
        return _fragile(there, name)
    if is_silent(name) or not there.rendered:
        return None
    if ground.is_made_elsewhere(there):
        return None
    moved = ground.moved.get(f"{there.uri}#{name}", "")
    if moved:
        path, _, fragment = moved.partition("#")
        return Verdict("missing-anchor", "names a place that has moved.", ground.way(here, path, fragment, raw=raw))
    found = ground.suggestions.anchor_meant(there, name)
    suggestion = ground.way(here, *found, raw=raw) if found else ""
    return Verdict("missing-anchor", "names a place that is not on the page.", suggestion, _places(there))


def _places(page: Page) -> str:
    """Give the remedy that names the places of a page, where they are few enough to be read."""
    promised = page.anchors if page.anchors is not None else page.other_ids.union(page.ids)
    names = sorted({name for name in promised if not name.startswith(("__", "fn"))})
    return f"Places there are: {', '.join(names)}." if 0 < len(names) <= _FEW else ""


def is_silent(name: str) -> bool:
    """Tell whether a fragment names no place of the page: the top, a viewer's page, what a script or theme makes."""
    return not name or name == "top" or name.startswith(("__", ":~:", "!", "/")) or bool(re.match(_VIEWER, name))


def _fragile(there: Page, name: str) -> Verdict | None:
    """Refuse an anchor that was numbered because a heading came twice: the next edit gives it to another."""
    stem = re.sub(r"_\d+\Z", "", name) if name[-1].isdigit() else name
    if stem == name or stem not in there.ids:
        return None
    # Somebody may have given the number by hand.
    text = re.sub(r"\]\([^)]*\)|\]:.*|href=\S*", "", there.text)
    if re.search(rf"(?:[#\s]|id=[\"']?|name=[\"']?){re.escape(name)}\b", text):
        return None
    return Verdict("fragile-anchor", "is numbered by the build and moves with every edit.")
