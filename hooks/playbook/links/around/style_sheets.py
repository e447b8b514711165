"""What the style sheets of a tree load."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from playbook.links.ground import Ground
from playbook.links.target.pasted import pasted
from playbook.links.target.scheme import decoded, is_elsewhere, refusal
from playbook.links.text.elements import css_targets
from playbook.links.text.source import Sources
from playbook.links.values import PUBLISHED, Page
from playbook.links.verdict import FROM_ROOT, Place, Verdict, missing
from playbook.problems import Problem


def style_sheet_problems(ground: Ground, sources: Sources) -> Iterator[Problem]:
    """Give everything that a style sheet of the tree loads in vain or from another host."""
    docs = f"{ground.settings.docs}/"
    for path, text in ground.lookup.tree.other_texts.items():
        for place, written in css_targets(text):
            verdict = _verdict(ground, path.removeprefix(docs), decoded(written))
            if verdict:
                yield sources[path].told(place, written, verdict)


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
            return pasted(ground.lookup, page, Verdict("wrong-slash", FROM_ROOT, Place(name)), raw=False)
    if ground.lookup.file(name) == PUBLISHED or name in ground.lookup.addresses or ground.doubts.target(name):
        return None
    found = ground.suggestions.meant(page, target)
    verdict = replace(found[1], meant=Place(found[0])) if found else missing(name)
    return pasted(ground.lookup, page, verdict, raw=False)
