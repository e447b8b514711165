"""The glossary: its terms stand in alphabetical order, each with an id and a way on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from playbook.guides.section import Row
from playbook.problems import Problem

_TERM = re.compile(r"#{2,3}\s+(?P<term>.*?)\s*\{#[^}]+\}\s*")
_LEADS_ON = "See ["


def glossary_problems(path: str, rows: Sequence[Row]) -> Iterator[Problem]:
    """Give every term that stands too late or leads nowhere."""
    terms = [(index, match["term"]) for index, row in enumerate(rows) if (match := _TERM.fullmatch(row.text))]
    last = ""
    for index, term in terms:
        if term.casefold() < last.casefold():
            hint = f'Move it above "{_above(term, [name for _, name in terms])}".'
            yield Problem(path, rows[index].number, term, "stands too late in the alphabet.", hint, "glossary-order")
        else:
            last = term
    for (start, term), (end, _) in pairwise([*terms, (len(rows), "")]):
        if not any(row.text.startswith(_LEADS_ON) for row in rows[start:end]):
            hint = "Add a line: See [Its guide](techniques/its-guide.md)."
            yield Problem(path, rows[start].number, term, "leads nowhere.", hint, "glossary-order")


def _above(term: str, names: Sequence[str]) -> str:
    return next(name for name in names if name.casefold() > term.casefold())
