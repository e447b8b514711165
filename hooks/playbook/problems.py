"""What is wrong with the content, as values, and the reports that people and programs read."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

WRITTEN_LENGTH = 70  # characters of the writer's own text that are quoted where its line is not shown
ERROR, WARNING, ADVICE = SEVERITIES = ("error", "warning", "advice")
_WIDTH = 160  # characters of a source line that are shown; of a longer one the part around the place


@dataclass(frozen=True)
class Problem:
    """One mistake: where it stands, the thing as written, what is wrong with it, the remedy, and the kind.

    With a column (from 1) it also carries the line of the source. Without a severity it is an error.
    """

    path: str
    line: int
    written: str
    message: str
    hint: str
    code: str
    column: int = 0
    source: str = ""
    severity: str = ""


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Give the problems by file and line, each place, thing and kind once."""
    told: dict[tuple[str, int, int, str, str, str], Problem] = {}
    for problem in problems:
        told.setdefault(_place(problem), problem)
    return [told[place] for place in sorted(told)]


def _place(problem: Problem) -> tuple[str, int, int, str, str, str]:
    # At a place in a line one kind of problem is told once, however many pages include it.
    message = "" if problem.column else problem.message
    return problem.path, problem.line, problem.column, problem.written, message, problem.code


def report(problems: Iterable[Problem]) -> str:
    """Give all problems by file and line, and the count in the last line."""
    found = ordered(problems)
    files = len({problem.path for problem in found})
    counted = f"Found {_counted(len(found), 'problem')} in {_counted(files, 'file')}."
    return "\n".join([*(describe(problem) for problem in found), counted])


def json_report(problems: Iterable[Problem]) -> str:
    """Give one JSON object a line for each problem."""
    return "\n".join(json.dumps(_as_object(problem), ensure_ascii=False) for problem in ordered(problems))


def _as_object(problem: Problem) -> dict[str, str | int]:
    return {
        "file": problem.path,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": problem.severity or ERROR,
        "written": problem.written,
        "message": f"'{' '.join(problem.written.split())}' {problem.message}",
        "hint": problem.hint,
    }


def describe(problem: Problem) -> str:
    """Give one problem as ``path:line: 'as written' what is wrong. Remedy [code]``, with its source line if known."""
    column = f":{problem.column}" if problem.column else ""
    written = " ".join(problem.written.split()) if problem.column else _shortened(problem.written)
    hint = f" {problem.hint}" if problem.hint else ""
    grade = f"{problem.severity}: " if problem.severity not in ("", ERROR) else ""
    head = f"{problem.path}:{problem.line}{column}: {grade}'{written}' {problem.message}{hint} [{problem.code}]"
    if not problem.source.strip():
        return head
    source, before = _window(problem.source, problem.column - 1)
    return f"{head}\n    {source}\n    {_blank(before)}^"


def _window(source: str, place: int) -> tuple[str, str]:
    """Give what is shown of a line, and the part of that in front of a place."""
    if len(source) <= _WIDTH:
        return source, source[:place]
    start = min(max(place - _WIDTH // 2, 0), len(source) - _WIDTH)
    first = "..." if start else ""
    last = "..." if start + _WIDTH < len(source) else ""
    return f"{first}{source[start : start + _WIDTH]}{last}", first + source[start:place]


def _blank(text: str) -> str:
    """Give blanks as wide as a text in a terminal: tabs stay tabs, wide letters take two, accents none."""
    return "".join(sign if sign == "\t" else " " * _cells(sign) for sign in text)


def _cells(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _shortened(written: str) -> str:
    text = " ".join(written.split())
    if len(text) <= WRITTEN_LENGTH:
        return text
    half = (WRITTEN_LENGTH - 3) // 2
    return f"{text[:half].rstrip()}...{text[-half:].lstrip()}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
