"""What was measured as tables: for those who run it, and between two marks of the README."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

PLOTS = {
    "build-time": "Processor seconds of a build",
    "build-memory": "Peak memory of a build",
    "guide-size": "The size of a guide's page",
}
_PICTURE = (
    '<picture><source media="(prefers-color-scheme: dark)" srcset="pictures/{name}-dark.svg">'
    '<img src="pictures/{name}.svg" alt="{what} by the number of guides"></picture>'
)
_MARKED = re.compile(r"(<!-- bench -->\n).*?(<!-- end of bench -->)", re.DOTALL)


class Table(NamedTuple):
    """A table: what it tells, its columns, and its rows as they are printed."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def as_text(table: Table) -> str:
    """Give a table for a terminal, all columns but the first to the right."""
    lines = [table.columns, *table.rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(table.columns))]
    rows = ["  ".join([first.ljust(widths[0]), *map(str.rjust, rest, widths[1:])]) for first, *rest in lines]
    return "\n".join([table.title, *(row.rstrip() for row in rows)])


def as_markdown(table: Table) -> str:
    """Give a table for a page."""
    marks = ["---", *("--:" for _ in table.columns[1:])]
    return "\n".join(
        [f"{table.title}:", "", *(f"| {' | '.join(line)} |" for line in (table.columns, marks, *table.rows))]
    )


def write_into(page: Path, tables: Iterable[Table]) -> None:
    """Put the plots that were drawn and the tables between the two marks of a page."""
    drawn = {name: what for name, what in PLOTS.items() if (page.parent / f"pictures/{name}.svg").is_file()}
    plots = "\n".join(_PICTURE.format(name=name, what=what) for name, what in drawn.items())
    inside = "\n\n".join([*([plots] if plots else []), *(as_markdown(table) for table in tables)])
    text = page.read_text(encoding="utf-8")
    page.write_text(_MARKED.sub(lambda marks: f"{marks[1]}\n{inside}\n\n{marks[2]}", text), encoding="utf-8")
