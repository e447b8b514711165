"""The ground on which targets are judged: what the tree holds, what a wrong name may mean, where things have moved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from playbook.tree.lookup import Lookup
from playbook.tree.suggestion import Suggestions
from playbook.tree.values import Settings

# Pages and files that the host or its themes add after everything else.
_ADDED = r"404\.html|sitemap\.xml(?:\.gz)?|search/.*|objects\.inv|.*feed.*\.xml|.*\.json"


@dataclass(frozen=True)
class Ground:
    """A tree ready to be judged; ``moved`` gives where the source of an old page or anchor has gone."""

    lookup: Lookup
    suggestions: Suggestions
    moved: Mapping[str, str]

    @property
    def settings(self) -> Settings:
        """What the configuration says."""
        return self.lookup.tree.settings

    @cached_property
    def home(self) -> tuple[str, str]:
        """Host and folder at which the site is published; nothing where nobody said."""
        base = urlsplit(self.settings.site_url)
        return (base.netloc.lower(), base.path.rstrip("/") + "/") if base.netloc else ("", "")

    def added(self, address: str) -> bool:
        """Tell whether an address is one that the host or a theme adds by itself."""
        return bool(re.fullmatch(_ADDED, address))
