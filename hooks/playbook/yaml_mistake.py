"""What a reader of YAML complains of, said in a writer's words, at the line that the writer got wrong."""

from __future__ import annotations

import re

import yaml

_QUOTES = 'Put the whole text in quotes, as title: "They say: it is late".'
_CHECK = "Check quotes, colons and indentation of this line and the one above."
_OPENED = True  # the line where it began is to blame, not the one where the reader gave up
# Of each complaint: what it begins with, what is wrong, the remedy, and whether the place where it began is meant.
_WORDS: tuple[tuple[str, str, str, bool], ...] = (
    ("mapping values are not allowed", "has a second colon.", _QUOTES, False),
    ("found unexpected end of stream", "opens a quote that is never closed.", "Close it.", _OPENED),
    ("found unexpected document separator", "opens a quote that is never closed.", "Close it.", _OPENED),
    ("could not find expected ':'", "has no colon behind its name.", 'Write it as "name: value".', _OPENED),
    ("found character '\\t'", "begins with a tab.", "Indent it with spaces.", False),
    ("found a tab character", "is indented with a tab.", "Indent it with spaces.", False),
    ("expected ',' or ']'", "opens a list that is never closed.", "Close it with ].", _OPENED),
    ("expected ',' or '}'", "opens a brace that is never closed.", "Put the whole text in quotes.", _OPENED),
    ("found unknown escape character", "has a backslash in double quotes.", "Write it in single quotes.", False),
    ("expected escape sequence", "has a backslash in double quotes.", "Write it in single quotes.", False),
    ("expected the node content", "begins with a sign that YAML keeps for itself.", _QUOTES, False),
    ("expected alphabetic or numeric", "begins with a sign that YAML keeps for itself.", _QUOTES, False),
    ("found undefined alias", "begins with a sign that YAML keeps for itself.", _QUOTES, False),
    ("but found another document", "begins a second document.", "Delete the line.", False),
    ("sequence entries are not allowed", "holds a list where a text belongs.", _QUOTES, False),
    ("block sequence entries", "holds a list where a text belongs.", _QUOTES, False),
    ("expected <block end>", "goes on behind the end of a quote.", "Write the quotes inside as ', or “ and ”.", False),
)
_KEPT = re.compile(r"found character '(.+)' that cannot start any token")
# Text below and between which nobody writes; a reader that follows calls itself for every step.
_OPENED_AT_ONCE = re.compile(r"[\[{]\s*[\[{]\s*[\[{]")
DEEPEST_INDENT, MOST_OPENED = 60, 12


def translated(error: yaml.YAMLError, text: str) -> tuple[int, str, str]:
    """Give the line that is to blame, counted from 0, what is wrong with it, and the remedy."""
    said = str(getattr(error, "problem", None) or "")
    kept = _KEPT.search(said)
    if kept and kept[1] != "\\t":
        return _line(error, text, began=False), f"begins with {kept[1]}, which YAML keeps for itself.", _QUOTES
    for start, what, remedy, began in _WORDS:
        if said.startswith(start):
            line = _line(error, text, began=began)
            return line, *(_indented(text.split("\n")[line], start) or (what, remedy))
    return _line(error, text, began=False), "cannot be read.", _CHECK


def _indented(line: str, start: str) -> tuple[str, str] | None:
    """Tell whether a line is only indented otherwise than its neighbours."""
    alone = (start.startswith("mapping") and line.count(": ") + line.endswith(":") < 2) or (
        start.startswith("expected <block") and not re.search(r":\s+[\"']", line)
    )
    return ("is indented otherwise than its neighbours.", "Begin it below the one above.") if alone else None


def deep_line(text: str) -> int | None:
    """Give the first line, counted from 0, that is nested deeper than anybody writes and a reader can follow."""
    for number, line in enumerate(text.split("\n")):
        opened = line.count("[") + line.count("{") > MOST_OPENED and _OPENED_AT_ONCE.search(line)
        if opened or line.startswith(" " * DEEPEST_INDENT):
            return number
    return None


def _line(error: yaml.YAMLError, text: str, *, began: bool) -> int:
    mark = getattr(error, "context_mark", None) if began else None
    mark = mark or getattr(error, "problem_mark", None)
    return min(mark.line, text.count("\n")) if mark else 0
