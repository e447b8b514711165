"""What is still to be written: a page with such places is told by them alone, until nothing of them is left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from playbook.problems import Problem

MARK = "TODO"
_PLACE = re.compile(rf"\b{MARK}\b:?\s*(?P<what>[^\"“”()\n]*)")
# What is wrong with the file or its name does not go away by writing on.
_STAYING = {
    "merge-conflict",
    "no-front-matter",
    "not-utf-8",
    "repeated-id",
    "to-write",
    "wrong-file-name",
    "wrong-folder",
}


def unfinished_problems(path: str, text: str) -> Iterator[Problem]:
    """Give every place of a page or a cue file that is still to be written."""
    if MARK not in text or not path.endswith((".md", ".txt")):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for match in _PLACE.finditer(line):
            what = match["what"].strip() or line.strip()
            yield Problem(path, number, what, "is still to be written.", "Write it, or take it out.", "to-write")


def without_what_follows(problems: Sequence[Problem]) -> list[Problem]:
    """Leave out what only follows from pages that are not written yet."""
    unfinished = {problem.path for problem in problems if problem.code == "to-write"}
    return [problem for problem in problems if problem.path not in unfinished or problem.code in _STAYING]
