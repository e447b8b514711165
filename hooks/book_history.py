"""What git remembers of the address book: an address that any commit held may not go."""

from __future__ import annotations

import contextlib
import re
import subprocess
from pathlib import Path

from playbook.tree.address_book import ADDRESSES


def history_of(root: Path) -> frozenset[str]:
    """Give every address that any commit of the book beside this folder's configuration held; nothing without git."""
    if not (root / ADDRESSES).is_file():
        return frozenset()
    command = ["git", "-C", str(root), "log", "--format=", "-p", "--unified=0", "--", ADDRESSES]
    with contextlib.suppress(OSError):
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        lines = re.findall(r"^\+(/\S*)$", run.stdout, re.MULTILINE) if run.returncode == 0 else []
        return frozenset(lines)
    return frozenset()
