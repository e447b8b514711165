"""The tree before templates print: what they will add to pages is known of guides, and of lists that it is unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from playbook.guides.edition import Edition
from playbook.links.values import Page, Tree
from playbook.problems import Problem

# The pages that list guides: nobody knows their anchors before they are printed.
LISTS = ("index.md", "lines.md", "map.md", "sources.md")


def unprinted(tree: Tree, edition: Edition) -> Tree:
    """Give the tree as far as it is known, so that nothing is called missing that a template would print."""
    return replace(tree, addresses=None, pages={uri: _as_known(page, edition) for uri, page in tree.pages.items()})


def not_told(told: Sequence[Problem], more: Sequence[Problem]) -> list[Problem]:
    """Leave out what the link check says of a redirect that is refused anyway."""
    places = {(problem.path, problem.line) for problem in told if problem.code == "unsafe-redirect"}
    return [problem for problem in more if (problem.path, problem.line) not in places]


def _as_known(page: Page, edition: Edition) -> Page:
    guide = edition.guide_at(page.path)
    if guide:
        return replace(page, other_ids=page.other_ids.union(guide.anchors()))
    unknown = "template" in page.meta or page.uri in LISTS or edition.may_be_guide(page.path)
    return replace(page, rendered=page.rendered and not unknown)
