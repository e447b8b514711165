"""Two folders change places in one step, so that there is no moment without a site; Python has no call for it."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_WORKING_FOLDER = -100
_SWAP = 2  # RENAME_EXCHANGE of Linux (rename(2)) and RENAME_SWAP of macOS (renamex_np(2)) are the same number


def exchange(one: Path, other: Path) -> None:
    """Let two folders of one file system change places; raises OSError where system or file system cannot."""
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            failed = library.renamex_np(first, second, _SWAP)
        else:
            failed = library.renameat2(_AT_WORKING_FOLDER, first, _AT_WORKING_FOLDER, second, _SWAP)
    except AttributeError:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS)) from None
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))
