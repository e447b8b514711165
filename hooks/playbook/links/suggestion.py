"""What a wrong target may have meant: the same name elsewhere first, the nearest spelling last, silence if unsure."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from html import unescape
from urllib.parse import unquote

from playbook.links.lookup import Lookup, bare_address
from playbook.links.relative_link import from_address
from playbook.links.values import PUBLISHED, Page
from playbook.links.verdict import Guess, Place, Verdict, missing_code
from playbook.nearness import nearest, plain

_HEADING = r"(?is)<h[1-6][^>]*?\sid=\"([^\"]*)\"[^>]*>(.*?)(?:<a class=\"headerlink\"|</h[1-6]>)"
ROOT = Page("", "nav.md", "")  # stands where paths in mkdocs.yml begin: at the root of the documentation
_INDEX = ("index.md", "README.md")
_FILLING = {"a", "an", "the", "about", "and", "for", "how", "in", "of", "on", "to", "using", "with"}
_MANY = 50  # names with one word that are looked at
_SHORT = 4  # letters of a name that is near to too many others to be looked for in other folders
# A folder or page of one release or one day: what is there is not what stands in another.
_DATED = re.compile(r"(?i)(?:v|version|release)?[-_. ]?\d")


class Suggestions:
    """Knows the names of a tree by their spelling, so that a wrong one finds the right one."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self._pools: dict[tuple[str, ...], _Pool] = {}
        self._plain_ids: dict[str, Mapping[str, list[str]]] = {}

    @cached_property
    def _folded(self) -> Mapping[str, list[str]]:
        return _by(self.lookup.names, lambda name: _nfc(name).casefold())

    @cached_property
    def _by_base(self) -> Mapping[str, list[str]]:
        return _by(self.lookup.names, posixpath.basename)

    @cached_property
    def _by_stem(self) -> Mapping[str, list[str]]:
        return _by(self.lookup.names, lambda name: posixpath.splitext(name)[0])

    def meant(self, page: Page, path: str, encoded: str = "") -> Guess | None:
        """Give the file that a path of a page surely meant, and in which way the path is wrong.

        ``encoded`` is the path as written, where that is not the same.
        """
        name = page.from_here(path)
        sure = self._other_spelling(page, path, name, encoded or path) or self._other_form(page, path, name)
        found = sure or self._other_place(path, name) or self._near(name)
        return found if sure or (found and _is_of_one_time(found[0], page.uri, path)) else None

    def _other_spelling(self, page: Page, path: str, name: str, encoded: str) -> Guess | None:
        if "\\" in path:
            return self._at(page, path.replace("\\", "/").lstrip("/"), _BACKSLASH)
        folded = self._folded.get(_nfc(name).casefold(), [])
        composed = [other for other in folded if _nfc(other) == _nfc(name)]
        if len(composed) == 1:
            return composed[0], _CODE_POINTS
        if "#" in path:
            return self._with_encoded_anchor(page, path)
        for again in (unquote(path), unquote(encoded, encoding="latin-1"), path.replace("+", " ")):
            found = self._at(page, again, _ENCODED) if again != path else None
            if found:
                return found
        return (folded[0], _CAPITALS) if len(folded) == 1 else None

    def _with_encoded_anchor(self, page: Page, path: str) -> Guess | None:
        bare, _, anchor = path.partition("#")
        found = self._at(page, bare, _ENCODED)
        return (found[0], Verdict(_ENCODED.code, _ENCODED.message, Place(found[0], anchor))) if found else None

    def _other_form(self, page: Page, path: str, name: str) -> Guess | None:
        if path.startswith("/"):
            return self._published(path.strip("/"), _SLASH)
        built = self._built(page, path, name)
        return (built, _BUILT) if built else self._other_extension(name) or self._other_index(name)

    def _built(self, page: Page, path: str, name: str) -> str:
        """Give the page whose built form a path names, seen from the source or from the built page."""
        if posixpath.splitext(name)[1] and not name.endswith((".html", ".htm")):
            return ""
        stem = bare_address(name)
        for candidate in (f"{stem}.md", *(f"{stem}/{index}" for index in _INDEX)):
            if self.lookup.file(posixpath.normpath(candidate)) == PUBLISHED:
                return posixpath.normpath(candidate)
        return self.lookup.page_at(from_address(page.url, path))

    def _other_extension(self, name: str) -> Guess | None:
        stem, extension = posixpath.splitext(name.rstrip(".,;:"))
        if not extension:
            return None
        same = [*self._by_stem.get(stem, ())]
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
        found = [other for other in same if rest != base and f"/{other}".endswith(f"/{rest}")]
        if len(found) != 1:
            found = same if len(same) == 1 and self._is_surely(name) else []
        if len(found) == 1 and found[0] != name and base not in _INDEX:
            return found[0], _DEPTH
        return None

    def _is_surely(self, name: str) -> bool:
        """Tell whether the only file of a name is meant, though another folder was named, as that of another talk."""
        folder, stem = posixpath.dirname(name), _stem(name)
        return folder not in self.lookup.folders or (name.endswith(".md") and bool(re.search(r"\w[-_. ]\w", stem)))

    def _near(self, name: str) -> Guess | None:
        """Give the file of nearly this name; folder and extension would make any two names near."""
        extension = posixpath.splitext(name)[1]
        found = self._one_near(_stem(name), posixpath.dirname(name), extension)
        return (found, Verdict(missing_code(name), "leads to no file.")) if found else None

    def address_meant(self, address: str) -> Guess | None:
        """Give the page whose address is nearly this one."""
        bare = bare_address(address.strip("/"))
        found = self._one_near(posixpath.basename(bare), posixpath.dirname(bare), "/") if bare else ""
        if not found or not _is_of_one_time(self._pages[found], bare):
            return None
        return self._pages[found], Verdict("missing-page", "leads to no page.")

    @cached_property
    def _pages(self) -> Mapping[str, str]:
        return {bare_address(page.url): page.uri for page in self.lookup.tree.pages.values()}

    def _one_near(self, written: str, folder: str, kind: str) -> str:
        """Give the one name of a kind nearly as written: in the same folder first, then anywhere if it is not short."""
        found = self._pool(kind, folder).near(written)
        lost = (
            len(written) > _SHORT and folder not in self.lookup.folders
        )  # whoever names a folder that is there means it
        return found or (self._pool(kind).near(written) if lost else "")

    def _pool(self, kind: str, *folder: str) -> _Pool:
        """Give the addresses, or the files of an extension, ready to be searched: all, or those in a folder."""
        if (kind, *folder) not in self._pools:
            names = self._pages if kind == "/" else self._by_extension.get(kind, [])
            known = [name for name in names if not folder or posixpath.dirname(name) == folder[0]]
            self._pools[(kind, *folder)] = _Pool(known, posixpath.basename if kind == "/" else _stem)
        return self._pools[(kind, *folder)]

    @cached_property
    def _by_extension(self) -> Mapping[str, list[str]]:
        return _by(self.lookup.names, lambda name: posixpath.splitext(name)[1])

    def _at(self, page: Page, path: str, verdict: Verdict) -> Guess | None:
        return self._published(page.from_here(path), verdict)

    def _published(self, name: str, verdict: Verdict) -> Guess | None:
        return (name, verdict) if self.lookup.file(name) == PUBLISHED else None

    def anchor_meant(self, page: Page, anchor: str) -> Place | None:
        """Give the place that an anchor missing on a page surely meant."""
        same = self._named_alike(page).get(plain(anchor), [])
        if same:
            return Place(page.uri, same[0]) if len(same) == 1 else None
        held = self._ids(page).holding(anchor)
        near = held[0] if len(held) == 1 else "" if held else self._ids(page).near(anchor)
        holders = [uri for uri in self.lookup.holders.get(anchor, []) if uri != page.uri]
        # A single word, as "usage", is a heading of many pages: that it stands on another says nothing.
        if holders and not near:
            sure = len(holders) == 1 and re.search(r"\w[-_.:]\w", anchor) and _is_of_one_time(holders[0], page.uri)
            return Place(holders[0], anchor) if sure else None
        return Place(page.uri, near) if near and not holders else None

    def _named_alike(self, page: Page) -> Mapping[str, list[str]]:
        """Give the ids of a page by their plain spelling, else those of headings by their plain text."""
        if page.uri not in self._plain_ids:
            headings: dict[str, list[str]] = defaultdict(list)
            for name, text in sorted({*_headings(page)}):
                headings[plain(text)].append(name)
            self._plain_ids[page.uri] = {**headings, **_by(sorted(page.all_ids), plain)}
        return self._plain_ids[page.uri]

    def _ids(self, page: Page) -> _Pool:
        if ("#", page.uri) not in self._pools:
            known = [name for name in page.all_ids if not name.startswith(("fn:", "fnref:"))]
            self._pools["#", page.uri] = _Pool(known, str)
        return self._pools["#", page.uri]


class _Pool:
    """Names by what a slip of the pen leaves as it was, so that few of them have to be compared."""

    def __init__(self, names: Sequence[str], stem: Callable[[str], str]) -> None:
        self._stems = _by(names, stem)
        self._folded = _by(names, lambda name: plain(stem(name)))
        self._first = _by([*self._stems], lambda name: _figures(name) + name[:1])
        self._last = _by([*self._stems], lambda name: _figures(name) + name[-1:])

    @cached_property
    def _by_word(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._stems:
            for word in {*name.split("-")}:
                found[word].append(name)
        return found

    def holding(self, written: str) -> list[str]:
        """Give the names that hold the written one among more words, else those that the written one holds."""
        words = [word for word in written.split("-") if word not in _FILLING]
        fewest = min((self._by_word[word] for word in words if word in self._by_word), key=len, default=[])
        if written in words or len(fewest) > _MANY:
            return []
        longer = [name for name in fewest if f"-{written}-" in f"-{name}-"]
        shorter = [name for name in fewest if f"-{name}-" in f"-{written}-" and ("-" in name or [name] == words)]
        return longer or shorter

    def near(self, written: str) -> str:
        """Give the one name whose stem is nearly the written one, or nothing."""
        last = self._last[_figures(written) + written[-1:]] if len(written) > _SHORT else []
        known = {*self._first[_figures(written) + written[:1]], *last}
        found = self._folded.get(plain(written), []) or self._stems.get(nearest(written, known), [])
        return found[0] if len(found) == 1 else ""


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


def _is_of_one_time(other: str, *known: str) -> bool:
    """Tell whether no part of a path is of a release or day that nothing known names."""
    dated = [part for part in other.split("/") if _DATED.match(part)]
    return all(any(posixpath.splitext(part)[0] in name for name in known) for part in dated)


def _by(names: Sequence[str], key: Callable[[str], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        found[key(name)].append(name)
    return found


def _figures(name: str) -> str:
    return re.sub(r"\D", "", name)


def _stem(name: str) -> str:
    return posixpath.splitext(posixpath.basename(name))[0]


def _nfc(name: str) -> str:
    return unicodedata.normalize("NFC", name)
