"""What is not known of a tree: where something that was not run, or that works later, decides what is there.

One rule for all of them. Such a thing leaves doubt where the traces of it point: the events it waits for, what its
settings name, and markup that nobody read. Of what lies there nothing is claimed.
"""

from __future__ import annotations

import re
from fnmatch import fnmatch
from functools import cached_property

from playbook.links.lookup import Lookup
from playbook.links.values import Page

_UNREAD = re.compile(r"\{[%{!]|(?m:^[ \t]*(?:#+ )?:::+[ \t]*[\w.]|^[ \t]*@\w+[(\[ ]|^\[\w+\(|^<<[\[(])")
_IN_CODE = re.compile(r"`?[A-Za-z_]\w*(?:(?:\.|::?|/)[A-Za-z_]\w*)+(?:\(.*\))?`?|`.*`")


class Doubts:
    """Knows of what is named whether it may be there in spite of everything."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.causes = lookup.tree.doubts
        self._absent = any(cause.absent for cause in self.causes)
        self._absent_or_late = any(cause.absent or cause.late or cause.navigates for cause in self.causes)
        self._makes = any(cause.pages for cause in self.causes)
        self._words = {word for cause in self.causes for word in cause.words}
        self._unread: dict[str, bool] = {}

    def page(self, page: Page) -> bool:
        """Tell whether something that was not run may take a page out of the site, or reads it in its own way."""
        return any(fnmatch(page.uri, pattern) for cause in self.causes for pattern in cause.named)

    def target(self, address: str) -> bool:
        """Tell whether something may be at an address or under the name of a file that nobody has seen."""
        if not self.causes:
            return False
        bare = address.strip("/")
        late = not bare.endswith(".md") and any(cause.late for cause in self.causes)
        known = bare.partition("/")[0] in self._words or (self._absent_or_late and bare in self.lookup.folders)
        return self._makes or late or known or self._is_made(bare)

    def _is_made(self, name: str) -> bool:
        names = (name, f"{name}.md")
        return any(fnmatch(name, pattern) for cause in self.causes for pattern in cause.made for name in names)

    def anchor(self, page: Page) -> bool:
        """Tell whether a page may have places that nobody has seen."""
        return any(cause.anchors for cause in self.causes) or self.unread(page)

    def label(self, label: str) -> bool:
        """Tell whether a label that nobody defines may be known: a name in code, an id or a heading anywhere."""
        if not self._absent:
            return any(cause.anchors for cause in self.causes)
        name = " ".join(label.split()).strip("`")
        known = name in self.lookup.holders or name.casefold() in self._headings
        return self._makes or known or bool(_IN_CODE.fullmatch(label.strip())) or self._any_unread

    @property
    def navigation(self) -> bool:
        """Whether the navigation may be read or made in another way than the host's own."""
        return self._absent or any(cause.navigates for cause in self.causes)

    def unread(self, page: Page) -> bool:
        """Tell whether a page holds markup that only something absent would have read."""
        if not self._absent:
            return False
        if page.uri not in self._unread:
            self._unread[page.uri] = bool(_UNREAD.search(page.text))
        return self._unread[page.uri]

    @cached_property
    def _any_unread(self) -> bool:
        return any(self.unread(page) for page in self.lookup.tree.pages.values())

    @cached_property
    def _headings(self) -> frozenset[str]:
        pages = self.lookup.tree.pages.values()
        return frozenset(
            found.strip("# ").casefold() for page in pages for found in re.findall(r"(?m)^#{1,6} .*$", page.text)
        )
