"""The files, addresses and ids of a tree, ready to be asked."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from playbook.links.relative_link import from_address
from playbook.links.values import PUBLISHED, Page, Tree


class Lookup:
    """What a tree holds, by every name under which a link may ask for it."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    @cached_property
    def names(self) -> list[str]:
        """The published files, by their names below docs."""
        return [name for name, state in self.tree.files.items() if state == PUBLISHED]

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The file behind every address of the site, with and without ``index.html``."""
        found = dict(self.tree.built)
        for built, name in self.tree.built.items():
            if posixpath.basename(built) == "index.html":
                found.setdefault(built.removesuffix("index.html"), name)
        return found

    @cached_property
    def homes(self) -> Mapping[str, list[str]]:
        """The pages on which an id stands."""
        found: dict[str, list[str]] = defaultdict(list)
        for page in self.tree.pages.values():
            for name in set(page.ids):
                found[name].append(page.uri)
        return found

    def file(self, name: str) -> str:
        """Give the state of a file, or nothing."""
        return self.tree.files.get(name, "")

    def page_anchors(self, page: Page) -> frozenset[str]:
        """Give everything a fragment may name on a page."""
        return page.other_ids.union(page.ids, page.names)

    def has_anchor(self, page: Page, name: str) -> bool:
        """Tell whether a fragment names a place on a page; most are asked once, so that no set is worth its room."""
        return name in page.ids or name in page.names or name in page.other_ids

    def page_at(self, address: str) -> str:
        """Give the page or file behind an address of the site, whatever its ending."""
        bare = address.strip("/")
        bare = "" if bare == "." else bare
        for candidate in (bare, f"{bare}/", f"{bare}/index.html", f"{bare}.html", "" if bare == "index.html" else bare):
            if candidate.lstrip("/") in self.addresses:
                return self.addresses[candidate.lstrip("/")]
        return ""

    def address(self, name: str) -> str:
        """Give the address at which a file is published."""
        page = self.tree.pages.get(name)
        if page:
            return page.url
        return next((built for built, source in self.tree.built.items() if source == name), name)

    @cached_property
    def _hidden(self) -> Mapping[str, str]:
        """The state of every file that is not published, by its name in small letters."""
        return {name.casefold(): state for name, state in self.tree.files.items() if state != PUBLISHED}

    def hidden(self, page: Page, name: str) -> str:
        """Give the state of an unpublished file that was meant by this name or by its built form, or nothing."""
        bare = re.sub(r"/?(?:index)?(?:\.html?)?/?\Z", "", name)
        for candidate in (name, f"{bare}.md", f"{bare}/index.md"):
            if candidate.casefold() in self._hidden:
                return self._hidden[candidate.casefold()]
        return self.draft_at(from_address(page.url, posixpath.relpath(name, posixpath.dirname(page.uri) or ".")))

    def draft_at(self, address: str) -> str:
        """Give the state of the page that would have this address were it published, or nothing."""
        return self.tree.drafts.get(address) or self.tree.drafts.get(f"{address.strip('/')}/", "")
