"""A package of the npm registry for a measurement alone, in .cache/, which git ignores."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

PATIENCE = 180  # seconds: without a network npm tries for longer
CACHE = Path(__file__).resolve().parent.parent / ".cache"


def file_of(package: str, file: str) -> Path | None:
    """Give a file of a package (``name@version``), fetched once; none where there is no npm or no network."""
    name = package.rpartition("@")[0]
    path = CACHE / "node_modules" / name / file
    if not path.is_file() and shutil.which("npm"):
        CACHE.mkdir(exist_ok=True)
        install = ["npm", "install", "--silent", "--no-save", "--prefix", str(CACHE), package]
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(install, check=False, timeout=PATIENCE)
    return path if path.is_file() else None
