"""The tree before templates print: what they will add to pages is known of guides, and of lists that it is unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from playbook.contract.echo import is_copy
from playbook.guides.edition import Edition
from playbook.links.values import Page, Tree
from playbook.problems import Problem

# The pages that list guides: nobody knows their anchors before they are printed.
LISTS = ("index.md", "lines.md", "map.md", "sources.md")
# What the link check says of these again, and pages of which it says nothing that matters.
_OF_REDIRECTS = ("unsafe-redirect", "invisible-sign", "merge-conflict")
_WHOLE_PAGES = ("wrong-folder", "stray-file")
_GUIDES = re.compile(r"[^/]+/(?:situations|techniques)/")


def unprinted(tree: Tree, edition: Edition) -> Tree:
    """Give the tree as far as it is known, so that nothing is called missing that a template would print."""
    return replace(tree, addresses=None, pages={uri: _as_known(page, edition) for uri, page in tree.pages.items()})


def told_with(problems: Sequence[Problem], orphans: Sequence[Problem], links: Sequence[Problem]) -> list[Problem]:
    """Give the problems of the content with those of pages and links, without what only follows from the first."""
    redirects = {(problem.path, problem.line) for problem in problems if problem.code in _OF_REDIRECTS}
    misplaced = {problem.path for problem in problems if problem.code in _WHOLE_PAGES or is_copy(problem)}
    lost = {problem.code for problem in problems if _GUIDES.match(problem.path)}
    # Nobody knows which guides the fields name that cannot be read, nor where a lost text leads at all.
    known = (
        [] if "empty-file" in lost else [o for o in orphans if "broken-yaml" not in lost or not _GUIDES.match(o.path)]
    )
    more = [*known, *(one for one in links if (one.path, one.line) not in redirects)]
    return [*problems, *(problem for problem in more if problem.path not in misplaced)]


def _as_known(page: Page, edition: Edition) -> Page:
    guide = edition.guide_at(page.path)
    if guide:
        return replace(page, other_ids=page.other_ids.union(guide.anchors()))
    unknown = "template" in page.meta or page.uri in LISTS or edition.may_be_guide(page.path)
    return replace(page, rendered=page.rendered and not unknown)
