"""What lies in the folder of the pages and is no file of its own: links that lead elsewhere, pipes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder import BuildSite
from site_case import sound_site


def _link(target: str) -> Callable[[Path], None]:
    return lambda place: place.symlink_to(target)


PLACES: list[tuple[str, Callable[[Path], None], str]] = [
    (
        "secret.png",
        _link("/etc/hostname"),
        "is a link that leads out of the folder of the pages. Put a copy in its place.",
    ),
    ("outside", _link("/"), "is a link that leads out of the folder of the pages. Put a copy in its place."),
    (".hidden", _link("../data"), "is a link that leads out of the folder of the pages. Put a copy in its place."),
    ("round", _link("."), "is a link to the folder it lies in, or to one around that. Delete the link."),
    ("pipe.png", os.mkfifo, "is no file that can be published. Delete it."),
]


@pytest.mark.parametrize(("name", "made", "message"), PLACES, ids=[place[0] for place in PLACES])
def test_what_is_no_file_of_the_folder_is_told_once(
    name: str, made: Callable[[Path], None], message: str, build_site: BuildSite, tmp_path: Path
) -> None:
    Path(tmp_path, "docs").mkdir()
    made(tmp_path / "docs" / name)
    built = build_site({**sound_site(), "site/index.html": b"last week"})

    assert built.report == f"docs/{name}:1: '{name}' {message} [stray-file]\nFound 1 problem in 1 file."
    assert (built.status, built.text("index.html")) == (1, "last week")


def test_links_that_stay_inside_are_published(build_site: BuildSite, tmp_path: Path) -> None:
    Path(tmp_path, "docs", "pictures").mkdir(parents=True)
    Path(tmp_path, "docs", "same.png").symlink_to("pictures/a.png")
    Path(tmp_path, "docs", "again").symlink_to("pictures")
    built = build_site({**sound_site(), "docs/pictures/a.png": b"picture"})

    assert (built.report, built.status) == ("", 0)
    assert built.text("same.png") == built.text("again/a.png") == "picture"
