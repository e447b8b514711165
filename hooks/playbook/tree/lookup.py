"""What a wrong target may have meant: the same name elsewhere first, the nearest spelling last, silence if unsure."""

from __future__ import annotations

import difflib
import posixpath
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from urllib.parse import unquote

from playbook.tree.values import PUBLISHED, Page, Tree

PAGE_EXTENSIONS = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".html", ".htm")
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".ico")

# Code and message of a target that is wrong in a way we know.
Guess = tuple[str, str, str]


class Lookup:
    """The files, addresses and ids of a tree, ready to be asked."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._anchors: dict[str, frozenset[str]] = {}
        self.names = [name for name, state in tree.files.items() if state == PUBLISHED]

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The file behind every address of the site, with and without ``index.html``."""
        found = dict(self.tree.built)
        for built, name in self.tree.built.items():
            if posixpath.basename(built) == "index.html":
                found.setdefault(built.removesuffix("index.html"), name)
        return found

    @cached_property
    def _composed(self) -> dict[str, list[str]]:
        return _by(self.names, lambda name: unicodedata.normalize("NFC", name))

    @cached_property
    def _folded(self) -> dict[str, list[str]]:
        return _by(self.names, _folded)

    @cached_property
    def _by_base(self) -> dict[str, list[str]]:
        return _by(self.names, posixpath.basename)

    @cached_property
    def _homes(self) -> dict[str, list[str]]:
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
        if page.uri not in self._anchors:
            self._anchors[page.uri] = frozenset(page.ids) | page.names
        return self._anchors[page.uri]

    def meant(self, page: Page, path: str) -> tuple[str, Guess] | None:
        """Give the file that a path of a page surely meant, and in which way the path is wrong."""
        name = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path))
        for find in (self._other_spelling, self._other_form, self._other_place, self._near):
            found = find(page, path, name)
            if found:
                return found
        return None

    def _other_spelling(self, page: Page, path: str, name: str) -> tuple[str, Guess] | None:
        if "\\" in path:
            straight = path.replace("\\", "/")
            return self._one(page, straight, ("backslash", "has a backslash, which no web address has.", ""))
        composed = self._composed.get(unicodedata.normalize("NFC", name), [])
        if len(composed) == 1:
            return composed[0], ("unicode-form", "is written with other code points than the name of the file.", "")
        for again in (unquote(path), unquote(path, encoding="latin-1"), path.replace("+", " ")):
            if again != path:
                found = self._one(
                    page, again, ("percent-encoding", "is encoded so that no file of that name exists.", "")
                )
                if found:
                    return found
        folded = self._folded.get(_folded(name), [])
        return (
            (folded[0], ("wrong-case", "differs from the file in capital letters.", "")) if len(folded) == 1 else None
        )

    def _other_form(self, page: Page, path: str, name: str) -> tuple[str, Guess] | None:
        slash = ("wrong-slash", "has a slash too many.", "")
        if path.startswith("/"):
            found = path.strip("/")
            direct = found if self.file(found) == PUBLISHED else ""
            return (direct, slash) if direct else None
        if path.endswith("/") and self.file(name) == PUBLISHED:
            return name, slash
        built = self._built(page, path, name)
        if built:
            return built, ("built-link", "names the built page instead of its source, so nobody checks it.", "")
        stem, extension = posixpath.splitext(name)
        same = [other for other in self.names if posixpath.splitext(other)[0] == stem] if extension else []
        if extension and name + ".md" in self.tree.files:
            same.append(name + ".md")
        return (same[0], ("wrong-extension", "has another extension than the file.", "")) if len(same) == 1 else None

    def _built(self, page: Page, path: str, name: str) -> str:
        """Give the page whose built form a path names, seen from the source or from the built page."""
        stem = re.sub(r"(?:/?index)?\.html?$", "", name)
        if not posixpath.splitext(name)[1] or name.endswith((".html", ".htm")):
            for candidate in (f"{stem}.md", f"{stem}/index.md", f"{stem}/README.md"):
                if self.file(posixpath.normpath(candidate)) == PUBLISHED:
                    return posixpath.normpath(candidate)
            return self.page_at(from_address(page.url, path))
        return ""

    def page_at(self, address: str) -> str:
        """Give the page or file behind an address of the site, whatever its ending."""
        bare = address.strip("/")
        bare = "" if bare == "." else bare
        for candidate in (bare, f"{bare}/", f"{bare}/index.html", f"{bare}.html", "" if bare == "index.html" else bare):
            if candidate.lstrip("/") in self.addresses:
                return self.addresses[candidate.lstrip("/")]
        return ""

    def _other_place(self, _page: Page, path: str, name: str) -> tuple[str, Guess] | None:
        rest = re.sub(r"^(?:\.{1,2}/+|/+)+", "", path)
        found = [other for other in self._by_base.get(posixpath.basename(rest), []) if f"/{other}".endswith(f"/{rest}")]
        if len(found) != 1:
            found = self._by_base.get(posixpath.basename(rest), [])
        if len(found) == 1 and found[0] != name and posixpath.basename(rest) not in ("index.md", "README.md"):
            return found[0], ("wrong-depth", "leads to no file from here.", "")
        return None

    def _near(self, _page: Page, _path: str, name: str) -> tuple[str, Guess] | None:
        """Give the file of nearly this name; folder and extension would make any two names near."""
        folder, extension = posixpath.dirname(name), posixpath.splitext(name)[1]
        same = [other for other in self.names if posixpath.splitext(other)[1] == extension]
        for pool in ([other for other in same if posixpath.dirname(other) == folder], same):
            stems = _by(pool, _stem)
            found = stems.get(nearest(_stem(name), stems), [])
            if len(found) == 1:
                return found[0], (missing_code(name), "leads to no file.", "")
        return None

    def _one(self, page: Page, path: str, guess: Guess) -> tuple[str, Guess] | None:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path))
        return (name, guess) if self.file(name) == PUBLISHED else None

    def anchor_meant(self, page: Page, anchor: str, here: Page) -> str:
        """Give the target, seen from ``here``, that an anchor missing on ``page`` surely meant, or nothing."""
        known = self.page_anchors(page)
        prefix = "" if page is here else link(here, page.uri)
        same = sorted(name for name in known if _plain(name) == _plain(anchor))
        if same:
            return f"{prefix}#{same[0]}" if len(same) == 1 else ""
        homes = [uri for uri in self._homes.get(anchor, []) if uri != page.uri]
        near = nearest(anchor, known)
        if homes:
            return f"{link(here, homes[0])}#{anchor}" if len(homes) == 1 and not near else ""
        return f"{prefix}#{near}" if near else ""


def missing_code(name: str) -> str:
    """Give the kind of a file that is not there."""
    extension = posixpath.splitext(name)[1].lower()
    if extension in PICTURES:
        return "missing-image"
    return "missing-page" if not extension or extension in PAGE_EXTENSIONS else "missing-asset"


def link(page: Page, name: str) -> str:
    """Give the link from a page to a file as a writer would write it."""
    return posixpath.relpath(name, posixpath.dirname(page.uri) or ".").replace(" ", "%20")


def built_link(page: Page, address: str) -> str:
    """Give the link from a built page to an address of the site, for raw HTML."""
    if address == page.url:
        return "./"
    folder = page.url if page.url.endswith("/") or not page.url else posixpath.dirname(page.url)
    relative = posixpath.relpath(address or ".", folder or ".")
    return f"{relative}/" if address.endswith("/") or not address else relative


def from_address(url: str, path: str) -> str:
    """Give the address that a path means on a built page; one that leaves the site begins with ``..``."""
    folder = url if url.endswith("/") or not url else posixpath.dirname(url)
    joined = posixpath.normpath(posixpath.join(folder, path))
    return "" if joined == "." else joined + ("/" if path.endswith(("/", "/.", "/..")) or path in (".", "..") else "")


def nearest(written: str, known: Iterable[str]) -> str:
    """Give the one known name that is near and clearly nearer than any other, or nothing."""
    pool = sorted({*known} - {written})
    found = difflib.get_close_matches(written, pool, n=2, cutoff=0.8)
    if not found:
        return ""
    scores = [difflib.SequenceMatcher(None, name, written).ratio() for name in found]
    # Figures tell names apart: step-2 is no misspelt step-3.
    if re.sub(r"\D", "", found[0]) != re.sub(r"\D", "", written):
        return ""
    return found[0] if len(found) == 1 or scores[0] - scores[1] > 0.03 else ""


def _by(names: Sequence[str], key: Callable[[str], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        found[key(name)].append(name)
    return found


def _stem(name: str) -> str:
    return posixpath.splitext(posixpath.basename(name))[0]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _plain(anchor: str) -> str:
    return re.sub(r"[\W_]+", "-", unicodedata.normalize("NFKD", unquote(anchor)).casefold()).strip("-")
