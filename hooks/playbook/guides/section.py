"""The sections of a guide: which headings it must have, in which order, and the anchor each of them gets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from playbook.nearness import did_you_mean
from playbook.problems import Problem

# The anchors are published addresses and never change; the headings may.
ANCHORS = {
    "technique": {
        "Say this": "say-this",
        "If they answer": "if-they",
        "They say": "they-say",
        "When": "when",
        "When not": "when-not",
        "How": "how",
        "Why it works": "why",
        "Weak and better": "example",
        "Evidence": "evidence",
        "Practise": "practise",
    },
    "situation": {
        "Now": "now",
        "Which one?": "branches",
        "Play": "play",
        "They say": "they-say",
        "Do not say": "do-not-say",
        "Stop": "stop",
        "Afterwards": "after",
        "Why it works": "why",
        "Evidence": "evidence",
    },
}
GENERATED_ANCHORS = ("related", "sources")
SCRIPTS = ("say-this", "if-they", "now", "branches")

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_FENCE = re.compile(r"\s*(```+|~~~+)")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file: its number and its text."""

    number: int
    text: str


@dataclass(frozen=True)
class Section:
    """A section: its anchor, its heading, the line of the heading, and the rows below it."""

    anchor: str
    heading: str
    number: int
    rows: tuple[Row, ...]

    @property
    def text(self) -> str:
        """The Markdown of the section, without its heading."""
        return "\n".join(row.text for row in self.rows).strip("\n")


def read_sections(path: str, kind: str, rows: Sequence[Row]) -> tuple[tuple[Section, ...], list[Problem]]:
    """Give the sections of a page of this kind, in the order written, and what is wrong with their headings."""
    anchors = ANCHORS.get(kind, {})
    text_rows = set(rows_outside_code(rows))
    starts = [index for index, row in enumerate(rows) if row in text_rows and _level(row) == 2]
    problems = _before(path, rows[: starts[0]] if starts else rows)
    sections = []
    for start, end in pairwise([*starts, len(rows)]):
        heading = _heading(rows[start])
        if heading in anchors:
            body = tuple(rows[start + 1 : end])
            sections.append(Section(anchors[heading], heading, rows[start].number, body))
            problems += _empty(path, sections[-1])
        else:
            message = f"is no section of a {kind}."
            hint = did_you_mean(heading, anchors) or f"Sections are: {', '.join(anchors)}."
            problems.append(Problem(path, rows[start].number, f"## {heading}", message, hint, "unknown-section"))
    return tuple(sections), problems + _order(path, anchors, sections)


def rows_outside_code(rows: Sequence[Row]) -> Iterator[Row]:
    """Give the rows that do not stand in a fenced block of code."""
    fence = ""
    for row in rows:
        match = _FENCE.match(row.text)
        if match and not fence:
            fence = match[1][:3]
        elif match and match[1].startswith(fence):
            fence = ""
        elif not fence:
            yield row


def _level(row: Row) -> int:
    match = _HEADING.match(row.text)
    return len(match[1]) if match else 0


def _heading(row: Row) -> str:
    match = _HEADING.match(row.text)
    return match[2] if match else ""


def _before(path: str, rows: Sequence[Row]) -> list[Problem]:
    first = next((row for row in rows if row.text.strip()), None)
    if first is None:
        return []
    hint = "The title comes from the front matter; text belongs in a section."
    return [Problem(path, first.number, first.text, "stands before the first section.", hint, "text-before-sections")]


def _empty(path: str, section: Section) -> list[Problem]:
    if section.text.strip():
        return []
    written = f"## {section.heading}"
    return [Problem(path, section.number, written, "has nothing below it.", "Write the section.", "empty-section")]


def _order(path: str, anchors: dict[str, str], sections: Sequence[Section]) -> list[Problem]:
    problems = []
    wanted = list(anchors)
    seen: list[str] = []
    for section in sections:
        written = f"## {section.heading}"
        if section.heading in seen:
            problems.append(Problem(path, section.number, written, "stands twice.", "Keep one.", "repeated-section"))
        elif seen and wanted.index(section.heading) < wanted.index(seen[-1]):
            hint = f'Move it above "## {seen[-1]}".'
            problems.append(Problem(path, section.number, written, "stands too late.", hint, "section-order"))
            continue
        seen.append(section.heading)
    headings = {section.heading for section in sections}
    missing = [heading for heading in wanted if heading not in headings]
    return problems + [_missing(path, heading, wanted) for heading in missing]


def _missing(path: str, heading: str, wanted: Sequence[str]) -> Problem:
    index = wanted.index(heading)
    hint = f'Add it after "## {wanted[index - 1]}".' if index else "Add it as the first section."
    return Problem(path, 1, f"## {heading}", "is missing.", hint, "missing-section")
