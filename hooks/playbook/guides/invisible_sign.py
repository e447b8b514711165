"""Signs that nobody sees: they hide in pasted text, split words for the search, or make it read backwards."""

from __future__ import annotations

import re

from playbook.problems import Problem

_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_BREAKING = "\x0b\x0c\x85\u2028\u2029"
_HIDDEN = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060-\u2065\ufeff\ufff9-\ufffb"
_QUOTES = '"“”'
_INVISIBLE = re.compile(f"[{_TURNING}{_BREAKING}{_HIDDEN}]")


def without_invisible(path: str, text: str) -> tuple[str, list[Problem]]:
    """Give a text without invisible signs, and a problem for each line that holds one."""
    if not _INVISIBLE.search(text):
        return text, []
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if _INVISIBLE.search(line)]
    return re.sub(f"[{_TURNING}{_HIDDEN}]", "", re.sub(f"[{_BREAKING}]", " ", text)), [
        _told(path, number, line) for number, line in lines
    ]


def _told(path: str, number: int, line: str) -> Problem:
    match = _INVISIBLE.search(line)
    assert match, "only lines that hold one are told"
    before = _INVISIBLE.sub("", line[: match.start()]).split()
    place = f' after "{before[-1].strip(_QUOTES)}"' if before else " at the start of the line"
    turning = re.match(f"[{_TURNING}]", match[0])
    message = f"{'turns the direction of the text' if turning else 'is an invisible sign'}{place}."
    hint = "Delete that place and type it again."
    return Problem(path, number, f"U+{ord(match[0]):04X}", message, hint, "invisible-sign")
