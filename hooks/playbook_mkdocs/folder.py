"""The folder of the documents as the file system shows it: its files, and links in it that dangle."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from playbook.links.values import Trouble


def walked(docs: Path) -> tuple[list[str], list[str]]:
    """Give the names of all files below a folder, hidden ones left out, and the places of links that lead nowhere.

    One walk for both: each by itself, with a Path for every file, took as long as the whole check.
    """
    names: list[str] = []
    dangling: list[str] = []
    for folder, inside in _folders(str(docs)):
        start = os.path.relpath(folder, docs).replace(os.sep, "/")
        for name in inside:
            place = os.path.join(folder, name)  # noqa: PTH118
            if os.path.islink(place) and not os.path.exists(place):  # noqa: PTH110, PTH114
                dangling.append(place)
            elif not name.startswith("."):
                names.append(name if start == "." else f"{start}/{name}")
    return names, dangling


def _folders(docs: str) -> Iterator[tuple[str, list[str]]]:
    """Give every folder once with what is in it; a link may lead back to where it stands."""
    seen: set[str] = set()
    for folder, folders, names in os.walk(docs, followlinks=True):
        place = os.path.realpath(folder)
        dangling = [name for name in folders if os.path.islink(os.path.join(folder, name))]  # noqa: PTH114, PTH118
        folders[:] = [name for name in folders if not name.startswith(".") and place not in seen]
        seen.add(place)
        yield folder, [*names, *dangling]


def odd_byte(content: bytes) -> int | None:
    """Give the place of the first byte that no UTF-8 text has, or None; a zero shows text in another encoding."""
    zero = content.find(b"\0")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return zero if zero >= 0 else None


def not_text(path: str, content: bytes, place: int) -> Trouble:
    """Give the trouble with a file that is not UTF-8 text at a place."""
    line = content[:place].count(b"\n") + 1
    return Trouble(path, line, f"byte 0x{content[place]:02X}", "is not UTF-8 text.", "not-utf-8")


def relative(place: str, root: str) -> str:
    """Give a place as a path from a folder, with slashes."""
    inside = place.startswith(root + os.sep)
    return (place[len(root) + 1 :] if inside else os.path.relpath(place, root)).replace(os.sep, "/")
