"""The marks that git leaves where two people changed the same lines: one side is kept, and the place is told."""

from __future__ import annotations

import re

from playbook.problems import Problem

_MARK = re.compile(r"(?:(?P<ours><{7})|(?P<base>\|{7})|(?P<middle>={7})|(?P<end>>{7}))(?: .*)?")


def without_conflicts(path: str, text: str) -> tuple[str, list[Problem]]:
    """Give a text with the upper side of every conflict, its lines numbered as before, and a problem for each."""
    if not re.search(r"^(?:<{7}|>{7})(?: |$)", text, re.MULTILINE):
        return text, []
    kept: list[str] = []
    problems = []
    inside, upper = False, True
    for number, line in enumerate(text.split("\n"), 1):
        match = _MARK.fullmatch(line)
        mark = match.lastgroup if match else ""
        if mark == "ours" or (mark == "end" and not inside):
            problems.append(_told(path, number, line))
        inside, upper = _state(mark or "", inside=inside, upper=upper)
        kept.append(line if upper and (mark in ("", None) or (mark == "middle" and not inside)) else "")
    return "\n".join(kept), problems


def _state(mark: str, *, inside: bool, upper: bool) -> tuple[bool, bool]:
    """Give whether the next line stands in a conflict, and whether it is kept."""
    if mark == "ours":
        return True, True
    if mark == "end":
        return False, True
    return inside, upper and not (inside and mark in ("base", "middle"))


def _told(path: str, number: int, line: str) -> Problem:
    message, hint = "is a mark of two changes that git could not join.", "Keep one of the two and delete the marks."
    return Problem(path, number, line, message, hint, "merge-conflict")
