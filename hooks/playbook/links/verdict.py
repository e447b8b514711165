"""What is wrong with a target, before it is known in which line it stands."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from playbook.links.values import DRAFT, EXCLUDED

PAGE_EXTENSIONS = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".html", ".htm")
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".ico")

IN_FULL = "is an address of this site in full: it leaves every copy of the site."
NO_PAGE = "is an address of this site, and no page stands there."
FROM_ROOT = "begins with a slash, so it leads to the root of the host."
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


@dataclass(frozen=True)
class Verdict:
    """The kind of fault, what is wrong in words, what to paste instead if that is known, and else the remedy."""

    code: str
    message: str
    suggestion: str = ""
    remedy: str = ""

    @property
    def hint(self) -> str:
        """The sentence that tells the writer what to do."""
        if self.suggestion:
            return f'Did you mean "{self.suggestion}"?'
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


def unpublished(state: str) -> Verdict | None:
    """Give the verdict on a file by its state, or nothing where it is published."""
    if state == DRAFT:
        return Verdict("draft-target", "leads to a draft, which is not published.")
    if state == EXCLUDED:
        return Verdict("excluded-target", "leads to a file that exclude_docs keeps out of the site.")
    return None
