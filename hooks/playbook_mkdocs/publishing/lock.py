"""One build at a time: a lock that the system takes back when its process ends, however it ends."""

from __future__ import annotations

import contextlib
import fcntl
import os
from pathlib import Path


class Lock:
    """A lock on a file, which is there for as long as somebody builds.

    ``flock`` itself: what packages add to it, a file that stands for a lock where the system has none, outlives kills.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Take the lock unless another process has it, and tell whether it was taken."""
        while self._descriptor is None:
            try:
                descriptor = _locked(self.file)
            except BlockingIOError:
                return False
            if _is_still(self.file, descriptor):
                self._descriptor = descriptor
            else:  # its holder ended, and took the file away, between our opening and our locking
                os.close(descriptor)
        os.truncate(self._descriptor, 0)
        os.write(self._descriptor, f"{os.getpid()}\n".encode())
        return True

    def holder(self) -> str:
        """Give the number of the process that has the lock, or nothing where it has not yet written it."""
        try:
            return self.file.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return ""

    def give_back(self) -> None:
        """Take the file away and let the next build begin."""
        if self._descriptor is None:
            return
        with contextlib.suppress(OSError):
            self.file.unlink()
            self.file.parent.rmdir()
        os.close(self._descriptor)
        self._descriptor = None


def _locked(file: Path) -> int:
    descriptor = _opened(file)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _opened(file: Path) -> int:
    while True:
        file.parent.mkdir(exist_ok=True)
        # The folder goes when a build ends, perhaps right now.
        with contextlib.suppress(FileNotFoundError):
            return os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)


def _is_still(file: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
