"""The ground on which targets are judged: what the tree holds, what a wrong name may mean, where things have moved."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from playbook.links.doubt import Doubts
from playbook.links.home import Home, home_of, names_edition, names_release
from playbook.links.lookup import Lookup, bare_address
from playbook.links.suggestion import Suggestions
from playbook.links.values import Page, Settings
from playbook.links.verdict import Place
from playbook.nearness import nearest

# Pages and files that the host or its themes add after everything else.
_ADDED = r"404\.html|sitemap\.xml(?:\.gz)?|search/.*|objects\.inv|.*feed.*\.xml|.*\.json"
_FEW = 30  # names that a writer may look through


@dataclass(frozen=True, eq=False)
class Ground:
    """A tree ready to be judged; ``moved`` gives where an old source, anchor or address has gone."""

    lookup: Lookup
    moved: Mapping[str, Place | str] = field(default_factory=dict)
    _remedies: dict[str, str] = field(default_factory=dict)

    @cached_property
    def suggestions(self) -> Suggestions:
        """What a wrong name may mean: made when the first is met."""
        return Suggestions(self.lookup)

    @cached_property
    def doubts(self) -> Doubts:
        """What is not known of the tree."""
        return Doubts(self.lookup)

    @property
    def settings(self) -> Settings:
        """What the configuration says."""
        return self.lookup.tree.settings

    @cached_property
    def home(self) -> Home:
        """Host and folder at which the site is published."""
        return home_of(self.settings.site_url)

    def moved_from(self, address: str) -> Place | str | None:
        """Give where the page of an old address has gone, or nothing."""
        return self.moved.get(f"/{bare_address(address)}") if self.moved else None

    def ids_told(self, page: Page) -> str:
        """Give the remedy that names the places of a page, where they are few enough to be read."""
        if page.uri not in self._remedies:
            promised = page.anchors if page.anchors is not None else page.all_ids
            names = sorted(name for name in promised if not name.startswith(("__", "fn")))
            self._remedies[page.uri] = f"Places there are: {', '.join(names)}." if 0 < len(names) <= _FEW else ""
        return self._remedies[page.uri]

    def below_home(self, path: str) -> str:
        """Give what a path from the root of the host names below the home of the site."""
        base = self.home.folder or "/"
        bare = posixpath.normpath(path.removeprefix(base) if base != "/" else path).strip("/")
        return "" if bare == "." else bare

    def added(self, address: str) -> bool:
        """Tell whether an address is one that the host or a theme adds by itself."""
        return bool(re.fullmatch(_ADDED, address))

    def is_beside(self, path: str, bare: str) -> bool:
        """Tell whether a path from the root of the host may lead to what stands there besides the site.

        That is so where it does not begin with the home of the site, or nobody said which that is, and goes down into a
        folder of which no name at the top of the tree reminds.
        """
        first, _, rest = bare.strip("/").partition("/")
        surely = self.home.host and f"{path}/".startswith(self.home.folder)
        if not rest or surely or bare.endswith(".md"):
            return False
        return first not in self._tops and not nearest(first, self._tops)

    @cached_property
    def _tops(self) -> frozenset[str]:
        """The names at the top of the tree, without their extensions."""
        return frozenset(name.partition("/")[0].partition(".")[0] for name in self.lookup.names)

    def is_edition(self, path: str) -> bool:
        """Tell whether a path that we do not have may belong to another version or language of the site."""
        first, _, rest = path.strip("/").partition("/")
        if first in self.lookup.folders:
            return False
        return names_edition(first) or names_release(rest.partition("/")[0])
