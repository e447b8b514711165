"""What git remembers of the address book: an address that any commit held may not go."""

from __future__ import annotations

import re
from pathlib import Path

from playbook.links.promise.address_book import ADDRESSES


def history_of(root: Path) -> frozenset[str]:
    """Give every address that any commit of the book beside this folder's configuration held; nothing without git."""
    if not (root / ADDRESSES).is_file():
        return frozenset()
    told = _git(root, "log", "--format=", "-p", "--unified=0", "--", ADDRESSES)
    return frozenset(re.findall(r"(?m)^\+(/\S*)$", told))


def has_lost_book(root: Path) -> bool:
    """Tell whether git knows a book that is not there any more."""
    if (root / ADDRESSES).exists() or not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return False
    return bool(_git(root, "ls-files", "--", ADDRESSES).strip())


def changed_in(root: Path) -> frozenset[str]:
    """Give the paths, from this folder, of files that differ from the last commit or are new; nothing without git."""
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return frozenset()
    told = _git(root, "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--", ".")
    top = _git(root, "rev-parse", "--show-prefix").strip()
    return frozenset(entry[3:].removeprefix(top) for entry in told.split("\0") if len(entry) > 3)


def _git(root: Path, *arguments: str) -> str:
    import subprocess  # trees without a book, most of all, need not load it

    try:
        run = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return run.stdout if run.returncode == 0 else ""
