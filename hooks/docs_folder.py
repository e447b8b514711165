"""The folder of the documents as the file system shows it: links that dangle, and files that the host drops unsaid."""

from __future__ import annotations

import os
from pathlib import Path


def walked(docs: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """Give the links of the file system that lead nowhere, and the pairs of index.md and README.md in one folder.

    Of such a pair the host keeps index.md. One walk for both: each asked by itself took as long as the whole check.
    """
    dangling: list[str] = []
    twins: list[tuple[str, str]] = []
    for folder, folders, names in os.walk(docs):
        here = os.path.relpath(folder, docs).replace(os.sep, "/")
        places = [os.path.join(folder, name) for name in (*folders, *names)]  # noqa: PTH118 - a Path each is slow
        dangling += [place for place in places if os.path.islink(place) and not os.path.exists(place)]  # noqa: PTH110, PTH114
        folders[:] = [name for name in folders if not name.startswith(".")]
        if "README.md" in names and "index.md" in names:
            start = "" if here == "." else f"{here}/"
            twins.append((f"{start}index.md", f"{start}README.md"))
    return dangling, twins
