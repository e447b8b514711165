"""What is wrong with a target, before it is known in which line it stands and how a link there is spelt."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import NamedTuple

from playbook.links.values import DRAFT, EXCLUDED
from playbook.problems import ADVICE, WARNING

PAGE_EXTENSIONS = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".html", ".htm")
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".ico")

IN_FULL = "is an address of this site in full: it leaves every copy of the site."
NO_PAGE = "is an address of this site, and no page stands there."
FROM_ROOT = "begins with a slash, so it leads to the root of the host."
MOVED = "has moved."
_MISSING = {
    "missing-page": "leads to no page.",
    "missing-image": "is a picture that is not there.",
    "missing-asset": "leads to a file that is not there.",
}
_REMEDIES = {
    "missing-page": "Correct the path or take the link out.",
    "missing-image": "Add the file or take the picture out.",
    "missing-asset": "Add the file or take the link out.",
    "missing-anchor": "Give the place an id or name one that is there.",
    "fragile-anchor": "Give the heading an id of its own, as {#a-name}.",
    "draft-target": "Publish the page first or take the link out.",
    "excluded-target": "Publish the file or take the link out.",
    "outside-docs": "Put the file below docs and link it there.",
    "own-url": "Write the path of its file.",
}
# Every other kind is an error: dead for a reader.
_ADVICE = ("localhost-link", "remote-asset", "orphan-page", "vague-text", "nav-duplicate")
_WARNINGS = (
    *("built-link", "moved-target", "own-url", "fragile-anchor", "duplicate-id", "empty-text", "unsafe-scheme"),
    *("case-collision", "nul-character", "redirect-chain", "missing-relation", "circular-relation"),
    *("one-sided-relation", "duplicate-page-id", "unused-silence"),
)
GRADES = dict.fromkeys(_ADVICE, ADVICE) | dict.fromkeys(_WARNINGS, WARNING)


class Place(NamedTuple):
    """A place of the tree: a file below docs and an id in it."""

    file: str
    anchor: str = ""

    def __str__(self) -> str:
        """Give it as mkdocs.yml names it."""
        return f"{self.file}#{self.anchor}" if self.anchor else self.file


@dataclass(frozen=True)
class Verdict:
    """The kind of fault, what is wrong in words, what was meant if that is known, and else the remedy.

    ``meant`` is a place, to be spelt where it is told, or a text that is pasted as it is. ``severity`` stands where the
    kind alone does not say what the fault does to a reader.
    """

    code: str
    message: str
    meant: Place | str = ""
    remedy: str = ""
    severity: str = ""

    @property
    def hint(self) -> str:
        """The sentence that tells the writer what to do."""
        if self.meant:
            return f'Did you mean "{self.meant}"?'
        return self.remedy or _REMEDIES.get(self.code, "")


# The file that was meant, and in which way its path is wrong.
Guess = tuple[str, Verdict]


def missing(name: str) -> Verdict:
    """Give the verdict on a file that is not there, by its extension."""
    code = missing_code(name)
    return Verdict(code, _MISSING[code])


def missing_code(name: str) -> str:
    """Give the kind of a file that is not there."""
    extension = posixpath.splitext(name)[1].lower()
    if extension in PICTURES:
        return "missing-image"
    return "missing-page" if not extension or extension in PAGE_EXTENSIONS else "missing-asset"


def moved(name: str, new: Place | str, *, works: bool) -> Verdict:
    """Give the verdict on a page that has moved; ``works`` tells whether its old address still answers."""
    return Verdict("moved-target" if works else missing_code(name), MOVED, new)


def unpublished(state: str) -> Verdict | None:
    """Give the verdict on a file by its state, or nothing where it is published."""
    if state == DRAFT:
        return Verdict("draft-target", "leads to a draft, which is not published.")
    if state == EXCLUDED:
        return Verdict("excluded-target", "leads to a file that exclude_docs keeps out of the site.")
    return None
