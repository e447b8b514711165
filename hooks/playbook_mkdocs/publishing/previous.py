"""The asset folder of the build before, published once more: a page that is still open somewhere finds its files."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from mkdocs.exceptions import PluginError

# What the folder of a build's style sheets, modules and index is named, in front of the build's name.
PREFIX = "playbook-"
_BUILD = re.compile(r'<html[^>]* data-build="([0-9a-f]+)"')


def previous_assets(named: str) -> Path | None:
    """Give the asset folder of the earlier build that is named, itself or by the folder of its site; None for none."""
    if not named:
        return None
    folder = Path(named)
    assets = folder if folder.name.startswith(PREFIX) else folder / "assets" / f"{PREFIX}{_build_in(folder)}"
    if not assets.is_dir():
        raise PluginError(
            f"PREVIOUS={named} holds no build. Name the folder of a site that was built, or its folder "
            f"assets/{PREFIX}..., or leave PREVIOUS out."
        )
    return assets


def publish_again(assets: Path, site: Path) -> None:
    """Copy the asset folder of an earlier build into a new site, unless it is the same one."""
    place = site / "assets" / assets.name
    if not place.exists():
        shutil.copytree(assets, place)


def _build_in(site: Path) -> str:
    home = site / "index.html"
    found = _BUILD.search(home.read_text(encoding="utf-8", errors="replace")) if home.is_file() else None
    return found[1] if found else ""
