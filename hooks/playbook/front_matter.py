"""The front matter of a page: its fields, whatever they are, and where the text below them begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playbook.problems import Problem
from playbook.yaml_text import Entry, yaml_entries


@dataclass(frozen=True)
class FrontMatter:
    """The fields of a page with their lines, and the line on which the text below them begins."""

    entries: Mapping[str, Entry]
    body_line: int

    def text(self, name: str) -> str:
        """Give the text of a field, empty where it is missing."""
        value = self.entries[name].value if name in self.entries else ""
        return value if isinstance(value, str) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Give the texts of a list field, none where it is missing."""
        value = self.entries[name].value if name in self.entries else ()
        return value if isinstance(value, tuple) else ()

    def number(self, name: str) -> int:
        """Give the line of a field, 1 where it is missing."""
        return self.entries[name].number if name in self.entries else 1


def read_front_matter(path: str, text: str) -> tuple[FrontMatter, list[Problem]]:
    """Give the front matter of a page as it is, whatever its fields, and a problem where it cannot be read."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        hint = 'Begin the file with "---", the fields, and "---".'
        return FrontMatter({}, 1), [
            Problem(path, 1, lines[0], "is not the start of front matter.", hint, "no-front-matter")
        ]
    ends = (number for number, line in enumerate(lines[1:], 2) if line.rstrip() == "---")
    end = next(ends, 0)
    if not end:
        hint = 'Write "---" on a line of its own below the last field.'
        return FrontMatter({}, 1), [
            Problem(path, 1, "---", "opens front matter that is never closed.", hint, "no-front-matter")
        ]
    entries, problems = yaml_entries(path, "\n".join(lines[1 : end - 1]), first_line=2)
    return FrontMatter(entries, end + 1), problems
