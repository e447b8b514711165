"""What a wrong target may have meant: the same name elsewhere first, the nearest spelling last, silence if unsure."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from html import unescape
from urllib.parse import unquote

from playbook.links.lookup import Lookup
from playbook.links.relative_link import from_address, link
from playbook.links.values import PUBLISHED, Page
from playbook.links.verdict import Guess, Verdict, missing_code
from playbook.nearness import nearest, plain

_HEADING = r"(?is)<h[1-6][^>]*?\sid=\"([^\"]*)\"[^>]*>(.*?)(?:<a class=\"headerlink\"|</h[1-6]>)"
ROOT = Page("", "nav.md", "")  # stands where paths in mkdocs.yml begin: at the root of the documentation
_INDEX = ("index.md", "README.md")


class Suggestions:
    """Knows the names of a tree by their spelling, so that a wrong one finds the right one."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup

    @cached_property
    def _composed(self) -> Mapping[str, list[str]]:
        return _by(self.lookup.names, _nfc)

    @cached_property
    def _folded(self) -> Mapping[str, list[str]]:
        return _by(self.lookup.names, lambda name: _nfc(name).casefold())

    @cached_property
    def _by_base(self) -> Mapping[str, list[str]]:
        return _by(self.lookup.names, posixpath.basename)

    def meant(self, page: Page, path: str, encoded: str = "") -> Guess | None:
        """Give the file that a path of a page surely meant, and in which way the path is wrong.

        ``encoded`` is the path as written, where that is not the same.
        """
        name = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path))
        return (
            self._other_spelling(page, path, name, encoded or path)
            or self._other_form(page, path, name)
            or self._other_place(path, name)
            or self._near(name)
        )

    def _other_spelling(self, page: Page, path: str, name: str, encoded: str) -> Guess | None:
        if "\\" in path:
            return self._at(page, path.replace("\\", "/").lstrip("/"), _BACKSLASH)
        composed = self._composed.get(_nfc(name), [])
        if len(composed) == 1:
            return composed[0], _CODE_POINTS
        if "#" in path:
            return self._with_encoded_anchor(page, path)
        for again in (unquote(path), unquote(encoded, encoding="latin-1"), path.replace("+", " ")):
            found = self._at(page, again, _ENCODED) if again != path else None
            if found:
                return found
        folded = self._folded.get(_nfc(name).casefold(), [])
        return (folded[0], _CAPITALS) if len(folded) == 1 else None

    def _with_encoded_anchor(self, page: Page, path: str) -> Guess | None:
        bare, _, anchor = path.partition("#")
        found = self._at(page, bare, _ENCODED)
        if not found:
            return None
        return found[0], Verdict(_ENCODED.code, _ENCODED.message, f"{link(page, found[0])}#{anchor}")

    def _other_form(self, page: Page, path: str, name: str) -> Guess | None:
        if path.startswith("/"):
            return self._published(path.strip("/"), _SLASH)
        if path.endswith("/") and self.lookup.file(name) == PUBLISHED:
            return name, _SLASH
        built = self._built(page, path, name)
        return (built, _BUILT) if built else self._other_extension(name) or self._other_index(name)

    def _built(self, page: Page, path: str, name: str) -> str:
        """Give the page whose built form a path names, seen from the source or from the built page."""
        if posixpath.splitext(name)[1] and not name.endswith((".html", ".htm")):
            return ""
        stem = re.sub(r"(?:/?index)?\.html?$", "", name)
        for candidate in (f"{stem}.md", *(f"{stem}/{index}" for index in _INDEX)):
            if self.lookup.file(posixpath.normpath(candidate)) == PUBLISHED:
                return posixpath.normpath(candidate)
        return self.lookup.page_at(from_address(page.url, path))

    def _other_extension(self, name: str) -> Guess | None:
        stem, extension = posixpath.splitext(name.rstrip(".,;:"))
        if not extension:
            return None
        same = [other for other in self.lookup.names if posixpath.splitext(other)[0] == stem]
        same += [other for other in (f"{name}.md", name.rstrip(".,;:")) if self.lookup.file(other) == PUBLISHED]
        found = sorted({*same})
        return (found[0], _EXTENSION) if len(found) == 1 else None

    def _other_index(self, name: str) -> Guess | None:
        """Give the page that is a folder's first where a file was named, or the other way round."""
        if not name.endswith(".md"):
            return None
        stem, folder = name.removesuffix(".md"), posixpath.dirname(name)
        other = [f"{stem}/{index}" for index in _INDEX]
        if posixpath.basename(name) in _INDEX:
            other = [f"{folder}.md", *(f"{folder}/{index}" for index in _INDEX)]
        found = [path for path in other if self.lookup.file(path) == PUBLISHED]
        return (found[0], Verdict(missing_code(name), "leads to no file.")) if len(found) == 1 else None

    def _other_place(self, path: str, name: str) -> Guess | None:
        rest = re.sub(r"^(?:\.{1,2}/+|/+)+", "", path)
        base = posixpath.basename(rest)
        same = self._by_base.get(base, [])
        found = [other for other in same if f"/{other}".endswith(f"/{rest}")]
        found = found if len(found) == 1 else same
        if len(found) == 1 and found[0] != name and base not in _INDEX:
            return found[0], _DEPTH
        return None

    def _near(self, name: str) -> Guess | None:
        """Give the file of nearly this name; folder and extension would make any two names near."""
        folder, extension = posixpath.dirname(name), posixpath.splitext(name)[1]
        same = [other for other in self.lookup.names if posixpath.splitext(other)[1] == extension]
        found = _one_near(_stem(name), same, folder, _stem)
        return (found, Verdict(missing_code(name), "leads to no file.")) if found else None

    def address_meant(self, address: str) -> Guess | None:
        """Give the page whose address is nearly this one."""
        bare = re.sub(r"(?:/?index)?\.html?\Z", "", address.strip("/")).strip("/")
        pages = {re.sub(r"\.html\Z", "", page.url).strip("/"): page.uri for page in self.lookup.tree.pages.values()}
        found = _one_near(posixpath.basename(bare), pages, posixpath.dirname(bare), posixpath.basename) if bare else ""
        return (pages[found], Verdict("missing-page", "leads to no page.")) if found else None

    def _at(self, page: Page, path: str, verdict: Verdict) -> Guess | None:
        return self._published(posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path)), verdict)

    def _published(self, name: str, verdict: Verdict) -> Guess | None:
        return (name, verdict) if self.lookup.file(name) == PUBLISHED else None

    def anchor_meant(self, page: Page, anchor: str) -> tuple[str, str] | None:
        """Give page and id that an anchor missing on a page surely meant."""
        known = self.lookup.page_anchors(page)
        same = sorted(name for name in known if plain(name) == plain(anchor))
        same = same or sorted({name for name, text in _headings(page) if plain(text) == plain(anchor)})
        if same:
            return (page.uri, same[0]) if len(same) == 1 else None
        near = nearest(anchor, (name for name in known if not name.startswith(("fn:", "fnref:"))))
        homes = [uri for uri in self.lookup.homes.get(anchor, []) if uri != page.uri]
        # A single word, as "usage", is a heading of many pages: that it stands on another says nothing.
        if homes and not near:
            return (homes[0], anchor) if len(homes) == 1 and re.search(r"\w[-_.:]\w", anchor) else None
        return (page.uri, near) if near and not homes else None


_BACKSLASH = Verdict("backslash", "has a backslash, which no web address has.")
_CODE_POINTS = Verdict("unicode-form", "is written with other code points than the name of the file.")
_ENCODED = Verdict("percent-encoding", "is encoded so that no file of that name exists.")
_CAPITALS = Verdict("wrong-case", "differs from the file in capital letters.")
_SLASH = Verdict("wrong-slash", "has a slash too many.")
_BUILT = Verdict("built-link", "names the built page instead of its source, so nobody checks it.")
_EXTENSION = Verdict("wrong-extension", "has another extension than the file.")
_DEPTH = Verdict("wrong-depth", "leads to no file from here.")


def _headings(page: Page) -> list[tuple[str, str]]:
    """Give id and text of every heading that has an id."""
    found = re.findall(_HEADING, page.html)
    return [(unescape(name), unescape(re.sub(r"<[^>]*>", "", text))) for name, text in found]


def _one_near(written: str, names: Iterable[str], folder: str, stem: Callable[[str], str]) -> str:
    """Give the one name whose stem is nearly the written one: in the same folder first, then anywhere."""
    known = list(names)
    for pool in ([name for name in known if posixpath.dirname(name) == folder], known):
        stems, folded = _by(pool, stem), _by(pool, lambda name: plain(stem(name)))
        found = folded.get(plain(written), []) or stems.get(nearest(written, stems), [])
        if len(found) == 1:
            return found[0]
    return ""


def _by(names: Sequence[str], key: Callable[[str], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        found[key(name)].append(name)
    return found


def _stem(name: str) -> str:
    return posixpath.splitext(posixpath.basename(name))[0]


def _nfc(name: str) -> str:
    return unicodedata.normalize("NFC", name)
