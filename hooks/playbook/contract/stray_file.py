"""What lies in the folder of the pages and is neither a page nor a known asset: all of it would be published."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playbook.problems import Problem

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
DOCUMENTS = (".pdf",)
_KNOWN = (".md", *PICTURES, *DOCUMENTS)
_BY_NAME = ("robots.txt",)
_MARKDOWN = (".markdown", ".mdown", ".mkd", ".mkdn")
_ACTING = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".js", ".mjs", ".cjs", ".svg", ".svgz", ".xml", ".swf", ".wasm")
_BACKUP = re.compile(
    r"(?i)~\$.*|\.~lock\..*|.*~|#.*#|.*\.(?:bak|backup|old|orig|rej|save|sw[a-p]|tmp|temp|copy|part(?:ial)?)(?:\d*)"
    r"|(?:copy of|kopie von) .*|.*[ _-]?(?:copy|kopie|\(\d+\))\.\w+|thumbs\.db|desktop\.ini|ehthumbs.*"
)


LEADS_OUT, CIRCLE, SPECIAL = "out", "circle", "special"
_KINDS = {
    LEADS_OUT: ("is a link that leads out of the folder of the pages.", "Put a copy in its place."),
    CIRCLE: ("is a link to the folder it lies in, or to one around that.", "Delete the link."),
    SPECIAL: ("is no file that can be published.", "Delete it."),
}


@dataclass(frozen=True)
class Found:
    """What lies at a path: ``out`` or ``circle`` is a link, ``special`` a pipe or a device, empty a plain file."""

    path: str
    kind: str = ""


def stray_file_problems(files: Iterable[Found]) -> Iterator[Problem]:
    """Give every file that must not be published."""
    for file in files:
        name = posixpath.basename(file.path)
        wrong = _KINDS.get(file.kind) or _by_name(name)
        if wrong:
            yield Problem(file.path, 1, name, *wrong, "stray-file")


def linked_folder_problems(folders: Iterable[Found]) -> Iterator[Problem]:
    """Give every link to a folder that must not be followed."""
    for folder in folders:
        if folder.kind:
            yield Problem(folder.path, 1, posixpath.basename(folder.path), *_KINDS[folder.kind], "stray-file")


def _by_name(name: str) -> tuple[str, str] | None:
    if _BACKUP.fullmatch(name):
        return "is a copy or a lock that a program left behind.", "Delete it."
    return None if name in _BY_NAME else _by_extension(name)


def _by_extension(name: str) -> tuple[str, str] | None:
    extension = posixpath.splitext(name)[1].lower()
    if extension in _KNOWN:
        return None
    if extension in _MARKDOWN:
        return "is a page that no check reads under this name.", f"Name it {posixpath.splitext(name)[0]}.md."
    if extension in _ACTING:
        return (
            "could run in the reader's browser.",
            "Take it out: a picture may be a PNG or WebP, a page is Markdown.",
        )
    known = ", ".join((*PICTURES, *DOCUMENTS))
    return "is no page and no known asset.", f"Move it out of this folder; beside pages (.md) it holds {known}."
