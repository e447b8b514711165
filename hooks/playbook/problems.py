"""What is wrong with the content, as values, and the report a writer reads."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it stands, the thing as written, what is wrong with it, and the remedy."""

    path: str
    line: int
    written: str
    message: str
    hint: str
    code: str


WRITTEN_LENGTH = 70  # characters of the writer's own text that are quoted; a longer text is cut in the middle


def report(problems: Iterable[Problem]) -> str:
    """Give all problems sorted by file and line, one a line, and the count in the last line."""
    ordered = sorted(set(problems))
    files = len({problem.path for problem in ordered})
    lines = [describe(problem) for problem in ordered]
    return "\n".join([*lines, f"Found {_counted(len(ordered), 'problem')} in {_counted(files, 'file')}."])


def describe(problem: Problem) -> str:
    """Give the report line of one problem: ``path:line: 'as written' what is wrong. Remedy [code]``."""
    return (
        f"{problem.path}:{problem.line}: '{_shortened(problem.written)}' "
        f"{problem.message} {problem.hint} [{problem.code}]"
    )


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Give 'Did you mean "x"?' for the one known name that is near, else nothing."""
    near = difflib.get_close_matches(written, sorted({*known} - {written}), n=1, cutoff=0.75)
    return f'Did you mean "{near[0]}"?' if near else ""


def _shortened(written: str) -> str:
    text = " ".join(written.split())
    if len(text) <= WRITTEN_LENGTH:
        return text
    half = (WRITTEN_LENGTH - 3) // 2
    return f"{text[:half].rstrip()}...{text[-half:].lstrip()}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
