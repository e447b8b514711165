"""What the style sheets of a tree load."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from playbook.links.ground import Ground
from playbook.links.relative_link import link
from playbook.links.target.scheme import decoded, is_elsewhere, refusal
from playbook.links.text.elements import css_targets
from playbook.links.text.source import Sources
from playbook.links.values import PUBLISHED, Page
from playbook.links.verdict import FROM_ROOT, Verdict, missing
from playbook.problems import Problem


def style_sheet_problems(ground: Ground, sources: Sources) -> Iterator[Problem]:
    """Give everything that a style sheet of the tree loads in vain or from another host."""
    docs = f"{ground.settings.docs}/"
    for path, text in ground.lookup.tree.other_texts.items():
        for place, written in css_targets(text):
            verdict = _verdict(ground, path.removeprefix(docs), decoded(written))
            if verdict:
                yield sources[path].problem(place, written, verdict.message, verdict.hint, verdict.code)


def _verdict(ground: Ground, sheet: str, target: str) -> Verdict | None:
    if not target or target.startswith(("#", "data:")):
        return None
    refused = refusal(target, "style")
    if refused or is_elsewhere(target):
        return refused
    name = posixpath.normpath(posixpath.join(posixpath.dirname(sheet), unquote(re.split(r"[?#]", target)[0])))
    page = Page(sheet, sheet, sheet)
    if target.startswith("/"):
        name = ground.below_home(target)
        if name and not target.startswith(ground.home.folder or "/") and ground.lookup.file(name) == PUBLISHED:
            return Verdict("wrong-slash", FROM_ROOT, link(page, name))
    if ground.lookup.file(name) == PUBLISHED or name in ground.lookup.addresses:
        return None
    found = ground.suggestions.meant(page, target)
    return replace(found[1], suggestion=link(page, found[0])) if found else missing(name)
