"""What is said of a site that could not be published has the remedy for what is written, and none for sources."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from playbook_mkdocs.publishing.not_published import not_published

SITE = Path("/srv/project/site")
ROOM = "Make room there, then build again."
WRITABLE = "Let the user who builds write there, then build again."


@pytest.mark.parametrize(
    ("number", "name", "remedy"),
    [
        (errno.ENOSPC, "", ROOM),
        (errno.ENOSPC, "/srv/project/.site.build/next/index.html", ROOM),
        (errno.EACCES, "/srv/project/site/index.html", WRITABLE),
        (errno.EROFS, "/srv/project/.redirects.nginx.conf.next", "Make it writable, then build again."),
        (errno.EACCES, "/srv/project/docs/index.md", "Build again."),
        (errno.ENOENT, "/srv/project/overrides/base.html", "Build again."),
        (errno.EIO, "/srv/project/site/index.html", "Build again."),
    ],
)
def test_the_remedy_fits_what_is_written(number: int, name: str, remedy: str) -> None:
    said = not_published(OSError(number, os.strerror(number), name or None), SITE, placing=False)

    where = f" ({name})" if name else ""
    assert said == f"{SITE} was not published: {os.strerror(number)}{where}. The live site is as it was. {remedy}"


def test_of_a_copy_the_file_that_is_written_is_told() -> None:
    error = OSError(errno.ENOSPC, "No space left on device", "/srv/project/docs/a.png", None, f"{SITE}/a.png")

    assert not_published(error, SITE, placing=False) == (
        f"{SITE} was not published: No space left on device ({SITE}/a.png). The live site is as it was. {ROOM}"
    )


def test_a_site_that_is_put_in_place_file_by_file_is_told_to_be_mixed() -> None:
    said = not_published(OSError(errno.EIO, "Input/output error", str(SITE / "a.html")), SITE, placing=True)

    assert said == (
        f"{SITE} was not published: Input/output error ({SITE}/a.html). Some of its pages are new, the others old, "
        "and each has its files. Build again."
    )
