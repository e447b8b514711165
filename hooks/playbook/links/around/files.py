"""Files that get in each other's way."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from playbook.links.values import Tree
from playbook.problems import Problem


def collisions(tree: Tree) -> Iterator[Problem]:
    """Give the files that would get one address, or two that differ in capitals or code points only."""
    folded: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for address, name in tree.built.items():
        folded[unicodedata.normalize("NFC", address).casefold()].append((address, name))
    docs = tree.settings.docs
    for first, second in sorted(tree.shadowed):
        message = f"gets the same address as {first}, so one of the two is lost."
        yield Problem(f"{docs}/{second}", 1, second, message, "Rename one of them.", "url-collision", 1)
    for same in folded.values():
        for _, name in sorted(same)[1:]:
            message = f"gets an address that some servers and disks take for that of {sorted(same)[0][1]}."
            yield Problem(f"{docs}/{name}", 1, name, message, "Rename one of them.", "case-collision", 1)
