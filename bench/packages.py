"""Packages of the npm registry and of PyPI for a measurement alone, fetched once into .cache/, which git ignores.

Each is none where it cannot be fetched.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

PATIENCE = 180  # seconds: without a network npm tries for longer
CACHE = Path(__file__).resolve().parent.parent / ".cache"
UV = Path(sys.executable).with_name("uv")


def npm_file(package: str, file: str) -> Path | None:
    """Give a file of a package (``name@version``)."""
    path = CACHE / "node_modules" / package.rpartition("@")[0] / file
    if not path.is_file() and shutil.which("npm"):
        _run(["npm", "install", "--silent", "--no-save", "--prefix", str(CACHE), package])
    return path if path.is_file() else None


def python_folder(package: str) -> Path | None:
    """Give the folder from which Python imports a package (``name==version``) and what it needs."""
    name = package.partition("==")[0]
    folder = CACHE / name
    if not (folder / name).is_dir():
        _run([str(UV), "pip", "install", "--quiet", "--system-certs", "--target", str(folder), package])
    return folder if (folder / name).is_dir() else None


def _run(install: Sequence[str]) -> None:
    CACHE.mkdir(exist_ok=True)
    with suppress(subprocess.TimeoutExpired):
        subprocess.run(install, check=False, timeout=PATIENCE)
