"""The files, addresses and ids of a tree, ready to be asked, and which page leads to which."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from urllib.parse import unquote

from playbook.links.relative_link import from_address
from playbook.links.values import PUBLISHED, Page, Reference, Tree


class Lookup:
    """What a tree holds, by every name under which a link may ask for it."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    @cached_property
    def names(self) -> list[str]:
        """The published files, by their names below docs."""
        return [name for name, state in self.tree.files.items() if state == PUBLISHED]

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every folder that holds something."""
        found: set[str] = set()
        for name in self.tree.files:
            folder = posixpath.dirname(name)
            while folder and folder not in found:
                found.add(folder)
                folder = posixpath.dirname(folder)
        return frozenset(found)

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The file behind every address of the site, with and without ``index.html``."""
        found = dict(self.tree.built)
        for built, name in self.tree.built.items():
            if posixpath.basename(built) == "index.html":
                found.setdefault(built.removesuffix("index.html"), name)
        return found

    @cached_property
    def _built(self) -> Mapping[str, str]:
        return {source: built for built, source in reversed([*self.tree.built.items()])}

    @cached_property
    def holders(self) -> Mapping[str, list[str]]:
        """The pages on which an id stands."""
        found: dict[str, list[str]] = defaultdict(list)
        for page in self.tree.pages.values():
            for name in set(page.ids):
                found[name].append(page.uri)
        return found

    def file(self, name: str) -> str:
        """Give the state of a file, or nothing."""
        return self.tree.files.get(name, "")

    def has_anchor(self, page: Page, name: str) -> bool:
        """Tell whether a fragment names a place on a page; on a short one that is asked once no set is worth making."""
        return name in page.ids if len(page.ids) < 20 and name in page.ids else name in page.all_ids

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
        return page.url if page else self._built.get(name, name)

    @cached_property
    def _hidden(self) -> Mapping[str, str]:
        """The state of every file that is not published, by its name in small letters."""
        return {name.casefold(): state for name, state in self.tree.files.items() if state != PUBLISHED}

    def hidden(self, page: Page, name: str) -> str:
        """Give the state of an unpublished file that was meant by this name or by its built form, or nothing."""
        if not self._hidden:
            return ""
        bare = re.sub(r"/?(?:index)?(?:\.html?)?/?\Z", "", name)
        for candidate in (name, f"{bare}.md", f"{bare}/index.md"):
            if candidate.casefold() in self._hidden:
                return self._hidden[candidate.casefold()]
        return self.draft_at(from_address(page.url, posixpath.relpath(name, posixpath.dirname(page.uri) or ".")))

    def draft_at(self, address: str) -> str:
        """Give the state of the page that would have this address were it published, or nothing."""
        return self.tree.drafts.get(address) or self.tree.drafts.get(f"{address.strip('/')}/", "")

    def ways(self) -> Iterator[tuple[str, str]]:
        """Give every way from a page to another page or file, as often as one is written."""
        for page in self.tree.pages.values():
            for reference in page.references:
                yield from ((page.uri, name) for name in self._meant(page, reference) if name and name != page.uri)

    def _meant(self, page: Page, reference: Reference) -> Iterator[str]:
        path = unquote(reference.target.partition("#")[0].partition("?")[0])
        if not path or "://" in path:
            return
        if reference.raw or path.endswith("/") or "." not in posixpath.basename(path):
            yield self.page_at(from_address(page.url, path))
        yield page.from_here(path)


def bare_address(address: str) -> str:
    """Give an address without what a server adds by itself."""
    return re.sub(r"(?:(?:\A|(?<=/))index\.html?|\.html?)\Z", "", address).strip("/")
