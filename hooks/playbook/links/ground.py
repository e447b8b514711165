"""The ground on which targets are judged: what the tree holds, what a wrong name may mean, where things have moved."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from playbook.links.home import Home, home_of
from playbook.links.lookup import Lookup
from playbook.links.relative_link import built_link, link, with_anchor
from playbook.links.suggestion import Suggestions
from playbook.links.values import Page, Settings

# Pages and files that the host or its themes add after everything else.
_ADDED = r"404\.html|sitemap\.xml(?:\.gz)?|search/.*|objects\.inv|.*feed.*\.xml|.*\.json"

_IN_CODE = r"[A-Za-z_]\w*(?:[.:]+[A-Za-z_]\w*)*(?:\(.*\))?"


@dataclass(frozen=True, eq=False)
class Ground:
    """A tree ready to be judged; ``moved`` gives where the source of an old page or anchor has gone."""

    lookup: Lookup
    moved: Mapping[str, str]

    @cached_property
    def suggestions(self) -> Suggestions:
        """What a wrong name may mean: loaded when the first is met."""

        return Suggestions(self.lookup)

    @property
    def settings(self) -> Settings:
        """What the configuration says."""
        return self.lookup.tree.settings

    @cached_property
    def home(self) -> Home:
        """Host and folder at which the site is published."""
        return home_of(self.settings.site_url)

    def is_made_elsewhere(self, page: Page) -> bool:
        """Tell whether a plugin that is not installed would have made places on a page."""
        return self._lacks_references and "::: " in page.text

    def defines(self, label: str) -> bool:
        """Tell whether a plugin that is not installed would have defined a label: a name in code, or any heading."""
        name = label.strip().strip("`")
        return self._lacks_references and (bool(re.fullmatch(_IN_CODE, name)) or name in self.lookup.homes)

    @property
    def _lacks_references(self) -> bool:
        return bool(self.settings.missing_plugins & {"mkdocstrings", "autorefs"})

    def way(self, here: Page, name: str, anchor: str = "", *, raw: bool) -> str:
        """Give the link from a page to a place, as it is pasted into Markdown or into raw HTML."""
        if name == here.uri and anchor:
            return f"#{anchor}"
        target = built_link(here.url, self.lookup.address(name)) if raw else link(here, name)
        return with_anchor(target, anchor)

    def below_home(self, path: str) -> str:
        """Give what a path from the root of the host names below the home of the site."""
        base = self.home.folder or "/"
        bare = posixpath.normpath(path.removeprefix(base) if base != "/" else path).strip("/")
        return "" if bare == "." else bare

    def added(self, address: str) -> bool:
        """Tell whether an address is one that the host or a theme adds by itself."""
        return bool(re.fullmatch(_ADDED, address))
