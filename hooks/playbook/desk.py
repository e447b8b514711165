"""The desk: the home page, with the bridge lines a rep says while looking."""

from __future__ import annotations

from playbook.front_matter import read_front_matter
from playbook.limit import too_long
from playbook.line import Line
from playbook.problems import Problem
from playbook.script import read_script
from playbook.section import Row

BRIDGE = 12  # words; template.md: they cover the seconds in which the rep types


def read_bridges(path: str, text: str) -> tuple[tuple[Line, ...], list[Problem]]:
    """Give the bridge lines of the home page and what is wrong with them."""
    if not text:
        return (), []
    front, problems = read_front_matter(path, text)
    rows = [Row(number, line) for number, line in enumerate(text.split("\n"), 1) if number >= front.body_line]
    script, found = read_script(path, rows)
    problems += found
    for line in script.lines:
        problems += too_long(path, line.number, line.text, "a bridge line", BRIDGE)
    if not script.lines:
        hint = 'Add one: - Say bridge-1: "Good question."'
        problems.append(Problem(path, front.body_line, "", "has no bridge line.", hint, "no-bridge-line"))
    return script.lines, problems
