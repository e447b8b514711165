"""A new site put file by file into a folder that cannot be swapped, as a mount cannot.

At any moment every page, old or new, has its files: what pages need comes first, pages next, what is old goes last.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

# The file system's own, at the root of a mount.
_NOT_OURS = "lost+found"


def copy(site: Path, to: Path) -> None:
    """Copy the files of a site; the first that cannot be written is raised as the system tells it."""
    for name in files_below(site):
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(site / name, to / name)


def place(new: Path, site: Path) -> None:
    """Move the files of a new site, which lie on the same device, over those of the old one."""
    names = sorted(files_below(new), key=lambda name: (name.endswith(".html"), (site / name).is_file(), name))
    # Whatever needs room comes before the first page is replaced: a full disk leaves the old pages whole.
    for folder in sorted({str(Path(name).parent) for name in names}):
        _make_folder(site, Path(folder))
    for name in names:
        _put(new / name, site / name)
    _remove_others(site, set(names))


def files_below(folder: Path) -> Iterator[str]:
    """Give the files below a folder, by their paths from there; what is hidden at its top is not of the site."""
    for place, folders, names in os.walk(folder):
        if place == str(folder):
            folders[:] = [name for name in folders if not name.startswith(".") and name != _NOT_OURS]
            names = [name for name in names if not name.startswith(".")]
        linked = [name for name in folders if os.path.islink(os.path.join(place, name))]  # noqa: PTH114, PTH118
        for name in (*names, *linked):
            yield os.path.relpath(os.path.join(place, name), folder)  # noqa: PTH118


def _make_folder(site: Path, folder: Path) -> None:
    for part in reversed((folder, *folder.parents)):
        place = site / part
        if not place.is_dir():
            place.unlink(missing_ok=True)
            place.mkdir()


def _put(new: Path, place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    # What stays the same keeps its time, and with it its place in the caches of browsers.
    if not (place.is_file() and filecmp.cmp(new, place, shallow=False)):
        new.replace(place)


def _remove_others(site: Path, names: set[str]) -> None:
    parents = {str(parent) for name in names for parent in Path(name).parents}
    others = [name for name in files_below(site) if name not in names and name not in parents]
    for name in sorted(others, key=lambda name: (not name.endswith(".html"), name)):
        (site / name).unlink()
    for folder in sorted({parent for name in others for parent in Path(name).parents}, reverse=True):
        if str(folder) not in parents and not any((site / folder).iterdir()):
            (site / folder).rmdir()
