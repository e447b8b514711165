"""The desk: the home page, with the bridge lines a rep says while looking.

    - Say bridge-1: "One second, I want to get this right."
    - Say bridge-2: "I hear you. Give me one second." (after trouble)

The note says after what a line fits; the line without a note is for when little is known. The browser judges what was
typed (``box/bridge.js``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from playbook.front_matter import FrontMatter, read_front_matter
from playbook.guides.line import Line
from playbook.guides.script import Script, read_script
from playbook.guides.section import Row
from playbook.measure import too_long
from playbook.nearness import did_you_mean
from playbook.problems import Problem

BRIDGE = 12  # words; template.md: they cover the seconds in which the rep types
AFTER: Mapping[str, str] = MappingProxyType(
    {"after a question": "question", "after trouble": "trouble", "after a statement": "statement"}
)


@dataclass(frozen=True)
class Bridge:
    """A line that covers the wait; ``after`` is the kind of words it fits, empty where little is known."""

    id: str
    text: str
    after: str


def read_bridges(path: str, text: str) -> tuple[tuple[Bridge, ...], list[Problem]]:
    """Give the bridge lines of the home page and what is wrong with them."""
    if not text:
        return (), []
    front, problems = read_front_matter(path, text)
    rows = [Row(number, line) for number, line in enumerate(text.split("\n"), 1) if number >= front.body_line]
    script, found = read_script(path, rows)
    problems += found
    for line in script.lines:
        problems += too_long(path, line.number, line.text, "a bridge line", BRIDGE)
    problems += [*_repeated_ids(path, script.lines), *_unknown_kinds(path, script.lines)]
    if front.body_line > 1:
        problems += _not_shown(path, front, script)
    if not any(not line.tone for line in script.lines):
        hint = 'Add one: - Say bridge-1: "Good question."'
        message = "has no bridge line for when little is known." if script.lines else "has no bridge line."
        problems.append(Problem(path, front.body_line, "", message, hint, "no-bridge-line"))
    return tuple(Bridge(line.id, line.text, AFTER.get(line.tone, "")) for line in script.lines), problems


def _unknown_kinds(path: str, lines: Sequence[Line]) -> Iterator[Problem]:
    for line in lines:
        note = line.condition or line.tone
        if note and note not in AFTER:
            hint = did_you_mean(note, AFTER) or f"Write one of: {', '.join(f'({name})' for name in AFTER)}; or nothing."
            yield Problem(path, line.number, f"({note})", "is no kind of bridge line.", hint, "bridge-kind")


def _not_shown(path: str, front: FrontMatter, script: Script) -> Iterator[Problem]:
    """Refuse what the desk has no place for, since it would vanish without a word."""
    for name, entry in front.entries.items():
        if name != "title":
            message = "is not a field of the desk."
            yield Problem(path, entry.number, f"{name}:", message, "Keep title only.", "unknown-field")
    rest = [*((row.number, row.text) for row in script.paragraphs), *((r.number, r.heard) for r in script.replies)]
    for number, text in rest:
        yield Problem(path, number, text, "is not shown on the desk.", "Keep bridge lines only.", "stray-text")


def _repeated_ids(path: str, lines: Sequence[Line]) -> Iterator[Problem]:
    ids = [line.id for line in lines]
    for index, line in enumerate(lines):
        if line.id in ids[:index]:
            hint = "Give this one a new id."
            yield Problem(path, line.number, line.id, "stands twice on this page.", hint, "repeated-id")
