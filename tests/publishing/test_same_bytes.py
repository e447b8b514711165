"""The same sources give the same bytes: in another folder, another zone, another language, on another run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import package
from site_builder import configuration, contents
from site_case import sound_site

PLACES = {
    "here": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    "a folder named für ältere Texte": {"TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711"},
}


def _built(folder: Path, environment: dict[str, str]) -> dict[str, bytes]:
    for name, content in {**sound_site(), "mkdocs.yml": configuration().encode()}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict"]
    subprocess.run(command, cwd=folder, env={**os.environ, **environment}, check=True)
    assert package.main(["--site", str(folder / "site"), "--zip", str(folder / "site.zip")]) == 0
    made = ("redirects.nginx.conf", "site.zip", "site.zip.sha256", "site.zip.files.sha256")
    return contents(folder / "site") | {name: (folder / name).read_bytes() for name in made}


def test_two_builds_elsewhere_are_the_same(tmp_path: Path) -> None:
    one, other = (_built(tmp_path / name, environment) for name, environment in PLACES.items())

    assert len(one) > 20
    assert one == other
