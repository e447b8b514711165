"""Fragments of targets: whether a place of that name is on the page, and whether its name will stay."""

from __future__ import annotations

import re
from urllib.parse import unquote

from playbook.links.ground import Ground
from playbook.links.values import Page
from playbook.links.verdict import Verdict

_VIEWER = r"(?i)(?:page|zoom|nameddest|view|t|search|toolbar)="


def anchor_verdict(ground: Ground, there: Page, anchor: str) -> Verdict | None:
    """Give what is wrong with a fragment that names a place on a page, or nothing."""
    anchor = anchor.partition(":~:")[0]
    name = unquote(anchor)
    if ground.lookup.has_anchor(there, name) or ground.lookup.has_anchor(there, anchor):
        return _fragile(there, name)
    if is_silent(name) or not there.rendered or ground.doubts.anchor(there):
        return None
    new = ground.moved.get(f"{there.uri}#{name}")
    if new:
        return Verdict("missing-anchor", "names a place that has moved.", new)
    message = "names a place that is not on the page."
    return Verdict(
        "missing-anchor", message, ground.suggestions.anchor_meant(there, name) or "", ground.ids_told(there)
    )


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
