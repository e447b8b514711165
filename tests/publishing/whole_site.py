"""What is looked at after every try: which editions the pages of a site are of, and whether each has its files."""

from __future__ import annotations

from pathlib import Path


def editions(site: Path) -> set[str]:
    """Give the editions of all pages of a site; fails where a page lacks its file, or the home page is not there."""
    pages = {page.relative_to(site).as_posix(): page.read_text(encoding="utf-8").split("\n") for page in _pages(site)}
    assert "index.html" in pages
    assert {name: asset for name, (_, asset, _) in pages.items() if not (site / asset).is_file()} == {}
    return {edition for edition, _, _ in pages.values()}


def names(site: Path) -> set[str]:
    """Give all files of a site and what is hidden in it."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if not path.is_dir()}


def _pages(site: Path) -> list[Path]:
    return [page for page in site.rglob("*.html") if not page.relative_to(site).parts[0].startswith(".")]
