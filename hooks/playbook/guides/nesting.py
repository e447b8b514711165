"""Lines that are nested deeper than anybody reads: the host would call itself for every step, or try every pair."""

from __future__ import annotations

import re

from playbook.problems import Problem

# Levels of quotes; columns of indentation; signs of one kind in a line that may open or close something.
QUOTES, COLUMNS, SIGNS = 6, 48, 60
_DEEP = re.compile(rf"(?:[ \t]*>){{{QUOTES},}}|[ \t]{{{COLUMNS},}}\S")


def without_deep_lines(path: str, text: str) -> tuple[str, list[Problem]]:
    """Give a page without the lines that are nested too deeply, and a problem for the first of them."""
    if not path.endswith(".md"):
        return text, []
    lines = text.split("\n")
    deep = [number for number, line in enumerate(lines, 1) if _is_deep(line)]
    if not deep:
        return text, []
    kept = "\n".join("" if number in {*deep} else line for number, line in enumerate(lines, 1))
    message, hint = "is nested too deeply.", "Write it flatter, in fewer levels."
    return kept, [Problem(path, deep[0], lines[deep[0] - 1], message, hint, "too-nested")]


def _is_deep(line: str) -> bool:
    if _DEEP.match(line):
        return True
    return len(line) > SIGNS and any(line.count(sign) > SIGNS for sign in "[(<`")
