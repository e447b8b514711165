"""Notes on what a rehearsal had to leave out: each once, without paths of this machine, with the doubt it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten

from mkdocs.config.base import ValidationError
from mkdocs.exceptions import MkDocsException

from playbook.links.values import Doubt

# Their words are sentences; those of any other error say little without its name.
_SPEAKING = (ImportError, ValidationError, MkDocsException)
_NAMED_PAGES = 3
_LENGTH = 240  # characters of a reason


class Notes:
    """What is told about one tree, in the order in which it was met."""

    def __init__(self, root: Path, site: str) -> None:
        self.root = root
        self.site = site
        self.texts: list[str] = []
        self.doubts: list[Doubt] = []
        self.unrendered: dict[str, list[str]] = {}

    def __bool__(self) -> bool:
        return bool(self.texts)

    def tell(self, text: str, doubt: Doubt | None = None) -> None:
        """Add a note, unless it was told before, and the doubt left by its cause."""
        if text and text not in self.texts:
            self.texts.append(text)
        if doubt and doubt != Doubt():
            self.doubts.append(doubt)

    def without(self, kind: str, name: str, why: str, doubt: Doubt | None = None) -> None:
        """Add the note that something is left out."""
        self.tell(f"{kind} {name} {why}; checked without it.", doubt)

    def tell_unrendered(self, path: str, error: BaseException) -> None:
        """Add a page that could not be rendered; pages with one reason share a note."""
        self.unrendered.setdefault(self.reason(error), []).append(path)

    def told(self) -> list[str]:
        """Give all notes."""
        return [*self.texts, *self._about_pages()]

    def reason(self, error: BaseException) -> str:
        """Give in one line what went wrong."""
        if isinstance(error, RecursionError):
            return "it is nested too deeply"
        text = str(error).strip()
        # MkDocs puts the calls that led there between its sentence and the error.
        text = text.splitlines()[-1] if text.startswith("Failed to load extension") else text
        text = text.replace(self.site, "site").replace(f"{self.root}/", "")
        text = shorten(text, _LENGTH, placeholder=" …").rstrip(".")
        if isinstance(error, _SPEAKING) and text:
            return text
        name = type(error).__name__
        return f"{name}: {text}" if text else name

    def _about_pages(self) -> Iterator[str]:
        for reason, paths in self.unrendered.items():
            more = len(paths) - _NAMED_PAGES
            named = ", ".join(paths[:_NAMED_PAGES]) + (f" and {more} more" if more > 0 else "")
            yield f"{named} could not be rendered: {reason}."
