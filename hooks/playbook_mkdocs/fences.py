"""Fences with options of something that is not installed, which would be read as prose."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

# An information string behind backticks holds none itself: that is code within a line.
_OPENING = re.compile(
    r"(?P<before>[> \t]*(?P<fence>`{3,}(?=[^`]*$)|~{3,}))"
    r"[ \t]*(?P<language>\.?[\w#.+-]+(?=[ \t]|$))?[ \t]*(?P<more>\S.*)?$"
)


class Fences(Extension):
    """Leaves such a fence its language alone.

    Superfences asks the validator of each fence whether it knows all the options, and takes a fence that nobody
    wants for prose, so that links and headings in its code count. Its ``relaxed_headers`` accept any option, but
    take a line that begins with code in three backticks for a fence, too, and swallow what follows.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - named by the library
        """Stand behind the snippets (32), which bring fences in, and before all that reads fences (31.05 and 25)."""
        md.preprocessors.register(_Plain(md), "playbook-fences", 31.5)


class _Plain(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return [self._accepted(line) if "```" in line or "~~~" in line else line for line in lines]

    def _accepted(self, line: str) -> str:
        opening = _OPENING.match(line)
        if opening is None or not opening["more"] or self._is_read(line, opening["fence"]):
            return line
        return opening["before"] + (opening["language"] or "")

    def _is_read(self, line: str, fence: str) -> bool:
        """Ask the reader itself."""
        start = line.lstrip("> \t")
        try:
            read: list[str] = self.md.preprocessors["fenced_code_block"].run([start, "x", fence])
        except Exception:  # noqa: BLE001 - a fence of theirs may raise anything
            return False
        return start not in read
