"""What is still to be written: a page with such places is told by them alone, until nothing of them is left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.problems import Problem

MARK = "TODO"
_PLACE = re.compile(rf"\b{MARK}\b:?\s*(?P<what>[^\"“”()\n]*)")


def unfinished_problems(path: str, text: str) -> Iterator[Problem]:
    """Give every place of a page or a cue file that is still to be written."""
    if MARK not in text or not path.endswith((".md", ".txt")):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for match in _PLACE.finditer(line):
            what = match["what"].strip() or line.strip()
            yield Problem(path, number, what, "is still to be written.", "Write it, or take it out.", "to-write")
