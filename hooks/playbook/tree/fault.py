"""A broken promise of a link, as a value, and the reports people and programs read."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_WIDTH = 160  # characters of a source line that are shown; of a longer one the part around the place


@dataclass(frozen=True)
class Fault:
    """What is wrong at one place: file, line, column, the thing as written, what is wrong, the remedy, the kind."""

    path: str
    line: int
    column: int
    written: str
    message: str
    hint: str
    code: str
    source: str = ""


def ordered(faults: Iterable[Fault]) -> list[Fault]:
    """Give the faults by file and line, each place, thing and kind once."""
    told: dict[tuple[str, int, int, str, str], Fault] = {}
    for fault in faults:
        told.setdefault((fault.path, fault.line, fault.column, fault.written, fault.code), fault)
    return [told[place] for place in sorted(told)]


def text_report(faults: Iterable[Fault]) -> str:
    """Give every fault with its source line and a caret below the place, and the count in the last line."""
    found = ordered(faults)
    files = len({fault.path for fault in found})
    counted = f"Found {_counted(len(found), 'fault')} in {_counted(files, 'file')}."
    return "\n".join([*(_described(fault) for fault in found), counted])


def json_report(faults: Iterable[Fault]) -> str:
    """Give one JSON object a line for each fault."""
    return "\n".join(
        json.dumps(
            {
                "file": fault.path,
                "line": fault.line,
                "column": fault.column,
                "code": fault.code,
                "written": fault.written,
                "message": sentence(fault),
                "hint": fault.hint,
            },
            ensure_ascii=False,
        )
        for fault in ordered(faults)
    )


def sentence(fault: Fault) -> str:
    """Give the fault in one sentence that begins with what was written."""
    return f"'{' '.join(fault.written.split())}' {fault.message}"


def _described(fault: Fault) -> str:
    hint = f" {fault.hint}" if fault.hint else ""
    head = f"{fault.path}:{fault.line}:{fault.column}: {sentence(fault)}{hint} [{fault.code}]"
    if not fault.source.strip():
        return head
    source, before = _window(fault.source, fault.column - 1)
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


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
