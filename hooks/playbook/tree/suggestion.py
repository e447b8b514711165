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

from playbook.tree.lookup import Lookup
from playbook.tree.relative_link import from_address, link
from playbook.tree.values import PUBLISHED, Page
from playbook.tree.verdict import Verdict, missing_code

# The file that was meant, and in which way its path is wrong.
Guess = tuple[str, Verdict]


class Suggestions:
    """Knows the names of a tree by their spelling, so that a wrong one finds the right one."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup

    @property
    def names(self) -> list[str]:
        """The published files."""
        return self.lookup.names

    @cached_property
    def _composed(self) -> dict[str, list[str]]:
        return _by(self.names, lambda name: unicodedata.normalize("NFC", name))

    @cached_property
    def _folded(self) -> dict[str, list[str]]:
        return _by(self.names, _folded)

    @cached_property
    def _by_base(self) -> dict[str, list[str]]:
        return _by(self.names, posixpath.basename)

    def meant(self, page: Page, path: str) -> Guess | None:
        """Give the file that a path of a page surely meant, and in which way the path is wrong."""
        name = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path))
        for find in (self._other_spelling, self._other_form, self._other_place, self._near):
            found = find(page, path, name)
            if found:
                return found
        return None

    def _other_spelling(self, page: Page, path: str, name: str) -> Guess | None:
        if "\\" in path:
            return self._at(page, path.replace("\\", "/"), _BACKSLASH)
        composed = self._composed.get(unicodedata.normalize("NFC", name), [])
        if len(composed) == 1:
            return composed[0], _CODE_POINTS
        for again in (unquote(path), unquote(path, encoding="latin-1"), path.replace("+", " ")):
            found = self._at(page, again, _ENCODED) if again != path else None
            if found:
                return found
        folded = self._folded.get(_folded(name), [])
        return (folded[0], _CAPITALS) if len(folded) == 1 else None

    def _other_form(self, page: Page, path: str, name: str) -> Guess | None:
        if path.startswith("/"):
            return self._published(path.strip("/"), _SLASH)
        if path.endswith("/") and self.lookup.file(name) == PUBLISHED:
            return name, _SLASH
        built = self._built(page, path, name)
        return (built, _BUILT) if built else self._other_extension(name)

    def _built(self, page: Page, path: str, name: str) -> str:
        """Give the page whose built form a path names, seen from the source or from the built page."""
        if posixpath.splitext(name)[1] and not name.endswith((".html", ".htm")):
            return ""
        stem = re.sub(r"(?:/?index)?\.html?$", "", name)
        for candidate in (f"{stem}.md", f"{stem}/index.md", f"{stem}/README.md"):
            if self.lookup.file(posixpath.normpath(candidate)) == PUBLISHED:
                return posixpath.normpath(candidate)
        return self.lookup.page_at(from_address(page.url, path))

    def _other_extension(self, name: str) -> Guess | None:
        stem, extension = posixpath.splitext(name)
        same = [other for other in self.names if posixpath.splitext(other)[0] == stem] if extension else []
        if extension and self.lookup.file(f"{name}.md") == PUBLISHED:
            same.append(f"{name}.md")
        return (same[0], _EXTENSION) if len(same) == 1 else None

    def _other_place(self, _page: Page, path: str, name: str) -> Guess | None:
        rest = re.sub(r"^(?:\.{1,2}/+|/+)+", "", path)
        base = posixpath.basename(rest)
        same = self._by_base.get(base, [])
        found = [other for other in same if f"/{other}".endswith(f"/{rest}")]
        found = found if len(found) == 1 else same
        if len(found) == 1 and found[0] != name and base not in ("index.md", "README.md"):
            return found[0], _DEPTH
        return None

    def _near(self, _page: Page, _path: str, name: str) -> Guess | None:
        """Give the file of nearly this name; folder and extension would make any two names near."""
        folder, extension = posixpath.dirname(name), posixpath.splitext(name)[1]
        same = [other for other in self.names if posixpath.splitext(other)[1] == extension]
        for pool in ([other for other in same if posixpath.dirname(other) == folder], same):
            stems = _by(pool, _stem)
            found = stems.get(nearest(_stem(name), stems), [])
            if len(found) == 1:
                return found[0], Verdict(missing_code(name), "leads to no file.")
        return None

    def _at(self, page: Page, path: str, verdict: Verdict) -> Guess | None:
        return self._published(posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path)), verdict)

    def _published(self, name: str, verdict: Verdict) -> Guess | None:
        return (name, verdict) if self.lookup.file(name) == PUBLISHED else None

    def anchor_meant(self, page: Page, anchor: str, here: Page) -> str:
        """Give the target, seen from ``here``, that an anchor missing on ``page`` surely meant, or nothing."""
        known = self.lookup.page_anchors(page)
        prefix = "" if page is here else link(here, page.uri)
        same = sorted(name for name in known if _plain(name) == _plain(anchor))
        if same:
            return f"{prefix}#{same[0]}" if len(same) == 1 else ""
        homes = [uri for uri in self.lookup.homes.get(anchor, []) if uri != page.uri]
        near = nearest(anchor, known)
        if homes:
            return f"{link(here, homes[0])}#{anchor}" if len(homes) == 1 and not near else ""
        return f"{prefix}#{near}" if near else ""


_BACKSLASH = Verdict("backslash", "has a backslash, which no web address has.")
_CODE_POINTS = Verdict("unicode-form", "is written with other code points than the name of the file.")
_ENCODED = Verdict("percent-encoding", "is encoded so that no file of that name exists.")
_CAPITALS = Verdict("wrong-case", "differs from the file in capital letters.")
_SLASH = Verdict("wrong-slash", "has a slash too many.")
_BUILT = Verdict("built-link", "names the built page instead of its source, so nobody checks it.")
_EXTENSION = Verdict("wrong-extension", "has another extension than the file.")
_DEPTH = Verdict("wrong-depth", "leads to no file from here.")


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
