"""The folder of the documents as the file system shows it: its files, and links in it that dangle."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs.structure.files import File

from playbook.problems import Problem

NUL = "nul-character"


def walked(docs: Path) -> tuple[list[str], list[str]]:
    """Give the names of all files below a folder, hidden ones left out, and the places of links that lead nowhere.

    One walk for both: each by itself, with a Path for every file, took as long as the whole check.
    """
    names: list[str] = []
    dangling: list[str] = []
    for folder, folders, inside in _walk(str(docs), followlinks=True):
        start = os.path.relpath(folder, docs).replace(os.sep, "/")
        for name in [*inside, *(name for name in folders if os.path.islink(os.path.join(folder, name)))]:  # noqa: PTH114, PTH118
            place = os.path.join(folder, name)  # noqa: PTH118
            if os.path.islink(place) and not os.path.exists(place):  # noqa: PTH110, PTH114
                dangling.append(place)
            elif not name.startswith(".") and name in inside:
                names.append(name if start == "." else f"{start}/{name}")
        folders[:] = [name for name in folders if not name.startswith(".")]
    return names, dangling


@contextlib.contextmanager
def each_folder_once() -> Iterator[None]:
    """Keep whoever walks through folders from following links in a circle, as the host would."""
    os.walk = _walk  # type: ignore[assignment] # it gives what the real one gives
    try:
        yield
    finally:
        os.walk = _real_walk


_real_walk = os.walk
Step = tuple[str, list[str], list[str]]


def _walk(top: str, *, followlinks: bool = False) -> Iterator[Step]:
    """Give what ``os.walk`` gives, but no folder below itself."""
    above: dict[str, frozenset[str]] = {}
    for folder, folders, names in _real_walk(top, followlinks=followlinks):
        known = above.get(os.path.dirname(folder), frozenset()) | {os.path.realpath(folder)}  # noqa: PTH120
        above[folder] = known
        folders[:] = [name for name in folders if not _leads_back(os.path.join(folder, name), known)]  # noqa: PTH118
        yield folder, folders, names


def _leads_back(place: str, known: frozenset[str]) -> bool:
    if not os.path.islink(place):  # noqa: PTH114
        return False
    real = os.path.realpath(place)
    return real in known or any(folder.startswith(real + os.sep) for folder in known)


def odd_byte(content: bytes) -> int | None:
    """Give the place of the first byte that no UTF-8 text has, or None; it has zeros, though no writer means them."""
    zero = content.find(b"\0")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return zero if zero >= 0 else None


def not_text(path: str, content: bytes, place: int) -> Problem:
    """Give the trouble with a file at a byte that it should not have; many zeros show text in another encoding."""
    line = content[:place].count(b"\n") + 1
    if content[place] == 0 and content.count(b"\0") * 10 < len(content):
        return Problem(path, line, "NUL", "is a character that no text has.", "Take it out.", NUL, 1)
    message, hint = "is not UTF-8 text.", "Save it as a UTF-8 text file."
    return Problem(path, line, f"byte 0x{content[place]:02X}", message, hint, "not-utf-8", 1)


def unreadable(path: str, written: str, message: str) -> Problem:
    """Give the trouble with a file of which nothing can be read."""
    return Problem(path, 1, written, message, "Bring the file back or delete the link.", "unreadable-file", 1)


def is_published(file: File) -> bool:
    """Tell whether the host makes a file a part of the site."""
    return bool(file.inclusion.is_included())  # type: ignore[no-untyped-call]


def text_if_there(place: Path) -> str | None:
    """Give the text of a file whatever its bytes are, or None where there is no file."""
    return place.read_bytes().decode("utf-8", "replace") if place.is_file() else None


def relative(place: str, root: str) -> str:
    """Give a place as a path from a folder, with slashes."""
    inside = place.startswith(root + os.sep)
    return (place[len(root) + 1 :] if inside else os.path.relpath(place, root)).replace(os.sep, "/")
