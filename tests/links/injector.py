"""The fault injector: every kind of fault put into the sound tree, each with the place where it must be told.

Kinds are data. A seed chooses where a text goes, so that a kind is not found by its surroundings.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from decoys import DECOYS
from edits import Files, edited, line_of
from faulty_places import PLACES
from faulty_texts import TEXTS
from faulty_trees import CHANGES
from sound_tree import sound_tree

PAGE = "docs/guide/mooring.md"


@dataclass(frozen=True)
class Injected:
    """A tree with one fault: its kind, where it must be told, and the suggestion it must carry, if any."""

    kind: str
    files: Mapping[str, bytes]
    path: str
    line: int
    code: str
    suggestion: str = ""

    def __str__(self) -> str:
        """Give the name under which pytest shows it."""
        return self.kind


def injected(seed: int) -> Iterator[Injected]:
    """Give every kind of fault, each in a tree of its own."""
    chance = random.Random(seed)
    for text in (*PLACES, *TEXTS):
        files = sound_tree()
        # Of two equal ids the lower one is told: it must be ours.
        line = _add(files, text.text, None if text.code == "duplicate-id" else chance)
        yield Injected(text.kind, files, PAGE, line + text.above, text.code, text.suggestion)
    for change in CHANGES:
        files = edited(sound_tree(), change.edits)
        line = line_of(files, change.path, change.mark)
        yield Injected(change.kind, files, change.path, line, change.code, change.suggestion)


def tree_of_decoys(seed: int) -> Files:
    """Give the tree with every text in it that must stay silent."""
    chance, files = random.Random(seed), sound_tree()
    for text in DECOYS:
        _add(files, text, chance)
    return files


def _add(files: Files, text: str, chance: random.Random | None) -> int:
    """Put a paragraph below some heading or at the end of the page, and give its line."""
    lines = files[PAGE].decode().split("\n")
    places = [number + 1 for number, line in enumerate(lines) if line.startswith(("# ", "## "))] + [len(lines)]
    place = chance.choice(places) if chance else places[-1]
    lines[place:place] = ["", *text.split("\n"), ""]
    files[PAGE] = "\n".join(lines).encode()
    return place + 2
