"""A broken promise of a link, as a value, and the reports people and programs read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
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
    """Give the faults by file and line, each place and thing once."""
    return sorted({(fault.path, fault.line, fault.column, fault.written): fault for fault in sorted(faults)}.values())


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
    # Tabs stay tabs, so that the caret stands below the place in any editor.
    indent = "".join(sign if sign == "\t" else " " for sign in fault.source[: fault.column - 1])
    return f"{head}\n    {fault.source}\n    {indent}^"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
