"""Kinds of faults as data."""

from __future__ import annotations

from typing import NamedTuple

from edits import Edits


class Text(NamedTuple):
    """A kind of fault, its code, the text that has it, the suggestion it must carry, and how many lines stand above."""

    kind: str
    code: str
    text: str
    suggestion: str = ""
    above: int = 0


class Change(NamedTuple):
    """A kind of fault, its code, the edits that make it, where it is told, and the suggestion it must carry.

    It is told in the first line of the file that holds the mark.
    """

    kind: str
    code: str
    edits: Edits
    path: str
    mark: str = ""
    suggestion: str = ""
