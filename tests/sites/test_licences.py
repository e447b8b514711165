"""The list of licences names everything that browsers are sent and that is not of this project."""

from __future__ import annotations

import re
from pathlib import Path

from site_builder import REPOSITORY

OURS = REPOSITORY / "overrides" / "assets" / "playbook"
LISTED = re.findall(r"(?m)^\| `([^`]+)` \|.*\| `([^`]+)` \|$", (REPOSITORY / "LICENCES.md").read_text(encoding="utf-8"))
# What people write. A file of any other kind came from somewhere.
WRITTEN = {".css", ".js", ".json", ".svg", ".txt", ".html"}
# Made by the build, besides pages.
MADE = {"index.json", "build.txt", "content-security-policy.txt"}


def test_every_file_that_nobody_here_wrote_is_listed_with_the_text_of_its_licence(site: Path) -> None:
    assets = next((site / "assets").glob("playbook-*"))
    files = {path.relative_to(assets).as_posix() for path in assets.rglob("*") if path.is_file()}

    assert {name for name in files if Path(name).suffix not in WRITTEN} == {file for file, _ in LISTED}
    for _, text in LISTED:
        assert "SIL OPEN FONT LICENSE Version 1.1" in (assets / text).read_text(encoding="utf-8")


def test_every_other_file_is_one_of_ours_or_made_by_the_build(site: Path) -> None:
    pages = {path for path in site.rglob("*") if path.suffix == ".html"}
    others = [path for path in site.rglob("*") if path.is_file() and path not in pages]
    ours = {path.name for path in OURS.rglob("*")}

    assert {path.name for path in others} - ours <= MADE
    assert {path.relative_to(site).parts[0] for path in others if path.parent != site} == {"assets"}
    assert [path.name for path in (site / "assets").iterdir()] == [f"playbook-{_build(site)}"]


def _build(site: Path) -> str:
    found = re.search(r'data-build="([^"]+)"', (site / "index.html").read_text(encoding="utf-8"))
    assert found
    return found[1]
