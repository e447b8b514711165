"""A build is staged in a folder of its own and becomes the live site whole, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from playbook_mkdocs.publishing.exchange import exchange
from playbook_mkdocs.publishing.file_by_file import copy, place
from playbook_mkdocs.publishing.lock import Lock

# What a system says that cannot let two folders change places in one step.
_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
# What it says of a folder that cannot be moved at all: a mount, a layer of a container, a parent closed to us.
_NOT_MOVABLE = {errno.EXDEV, errno.EBUSY, errno.EACCES, errno.EPERM}


class AlreadyBuildingError(Exception):
    """Another process writes the same site at this moment."""


class Staging:
    """The live site, and the folder in which the next one is built: beside it, or in it where that is closed to us."""

    def __init__(self, named: Path) -> None:
        self.named = named
        self.site = named.resolve()  # a link is followed, its target is swapped
        self.placing = False
        if not named.is_symlink():
            self.site.parent.mkdir(parents=True, exist_ok=True)
        self._inside = self.site / f".{self.site.name}.build"
        self._work = _first_that_can_be_made(self._inside.parent.with_name(self._inside.name), self._inside)
        self._lock = Lock(self._work / "lock")
        self.next = self._work / "next"
        self._old = self._work / "old"

    def begin(self) -> None:
        """Take the lock and heal what a killed build may have left; raises where another build is at work."""
        if not self._lock.take():
            raise AlreadyBuildingError(self._lock.holder())
        if self.site.exists() and not self.site.is_dir():
            self.end()
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(self.site))
        if self._old.exists() and not self.site.exists():
            self._old.rename(self.site)
        self._sweep()

    def publish(self, beside: Mapping[str, str]) -> None:
        """Put the new site into the place of the old one, and the texts of other files, by name, beside it."""
        for name, text in beside.items():
            self.named.with_name(_staged(name)).write_text(text, encoding="utf-8")
        self._publish()
        for name in beside:
            self.named.with_name(_staged(name)).replace(self.named.with_name(name))

    def _publish(self) -> None:
        if self._work == self._inside:
            self._place()
        elif not self.site.exists():
            self.next.rename(self.site)
        else:
            self._swap_or_place()

    def _swap_or_place(self) -> None:
        try:
            self._swap()
        except OSError as error:
            if error.errno not in _NOT_MOVABLE:
                raise
            self._place()

    def end(self) -> None:
        """Leave nothing behind but the site, and let the next build begin."""
        self._sweep()
        self._lock.give_back()

    def _swap(self) -> None:
        shutil.copymode(self.site, self.next)
        try:
            exchange(self.next, self.site)
        except OSError as error:
            if error.errno not in _NO_EXCHANGE:
                raise
            self._swap_in_two_steps()

    def _swap_in_two_steps(self) -> None:
        self.site.rename(self._old)
        try:
            self.next.rename(self.site)
        except OSError:
            self._old.rename(self.site)
            raise

    def _place(self) -> None:
        """Copy the new site onto the device of the old one, which a full disk may refuse; only then touch a page."""
        new = self._inside / "next"
        if new != self.next:
            copy(self.next, new)
        self.placing = True
        place(new, self.site)
        self.placing = False

    def _sweep(self) -> None:
        """Remove what was staged; the old site too, which lies there once it was swapped."""
        for folder in (self.next, self._old, self._inside / "next"):
            shutil.rmtree(folder, ignore_errors=True)
        with contextlib.suppress(OSError):
            self._inside.rmdir()


def _staged(name: str) -> str:
    return f".{name}.next"


def _first_that_can_be_made(beside: Path, inside: Path) -> Path:
    try:
        beside.mkdir(exist_ok=True)
    except OSError:
        if not inside.parent.is_dir():
            raise
        inside.mkdir(exist_ok=True)
        return inside
    return beside
