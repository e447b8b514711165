"""What is saved while somebody writes: the files of a project, and when each was last changed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

# Folders of the project that its site does not depend on.
_NOT_OF_THE_SITE = {"site", "tests", "bench"}

Saved = dict[str, tuple[int, int]]


def saved(project: Path) -> Saved:
    """Give the time and the size of every file that a build may read, by path."""
    found = (file for entry in _entries(str(project)) if entry.name not in _NOT_OF_THE_SITE for file in _files(entry))
    return {place: (status.st_mtime_ns, status.st_size) for place, status in found}


def changed(before: Saved, now: Saved) -> list[str]:
    """Give the paths that are new, gone or other than they were."""
    return sorted(place for place in before.keys() | now.keys() if before.get(place) != now.get(place))


def _files(entry: os.DirEntry[str]) -> Iterator[tuple[str, os.stat_result]]:
    if entry.name.startswith(".") or entry.name.endswith("~") or entry.name == "__pycache__":
        return
    if entry.is_dir(follow_symlinks=False):
        for inside in _entries(entry.path):
            yield from _files(inside)
    else:
        with contextlib.suppress(OSError):  # gone between two looks, as editors do when they save
            yield entry.path, entry.stat()


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []
