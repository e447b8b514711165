"""Front matter that the host cannot read and therefore prints as text, or passes over."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from playbook.links.text.source import Source
from playbook.links.verdict import Verdict
from playbook.problems import Problem

_OPENING = r"\A\ufeff?(?P<gap>\s*)---(?P<more>-*)[ \t]*\r?\n"
_CLOSED = r"(?s)\A\ufeff?---[ \t]*\r?\n(?P<fields>.*?\n|)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
_FIELD = r"(?m)^[A-Za-z_][\w -]*:(?:\s|$)"
_CODE = "broken-front-matter"
_LATE = Verdict(
    _CODE,
    "begins below the first line, so the fields are printed as text.",
    remedy="Put it into the first line.",
)
_OPEN = Verdict(
    _CODE,
    "opens fields that are never closed, so they are printed as text.",
    remedy="Close them with a line ---.",
)
_BROKEN = Verdict(
    _CODE,
    "is broken YAML, so that all fields are printed as text.",
    remedy="Put quotes around texts that hold a colon.",
)
_LONG = Verdict(_CODE, "has too many dashes, so the fields are printed as text.", remedy="Write three of them.")
_NO_FIELDS = Verdict(_CODE, "holds no fields, so it is printed as text.", remedy="Write name: value.")


def front_matter_problems(source: Source) -> Iterator[Problem]:
    """Give what is wrong with the front matter of a page in which the host found no fields."""
    opening = re.match(_OPENING, source.text)
    if not opening:
        return
    holds_fields = bool(re.match(_FIELD, source.text[opening.end() :]))
    if opening["gap"]:
        if holds_fields:
            yield source.told(opening.end("gap"), "---", _LATE)
        return
    if opening["more"]:
        if holds_fields:
            yield source.told(opening.start(), f"---{opening['more']}", _LONG)
        return
    closed = re.match(_CLOSED, source.text)
    if closed:
        yield from _unread(source, closed)
    elif holds_fields:
        yield source.told(opening.start(), "---", _OPEN)


def _unread(source: Source, closed: re.Match[str]) -> Iterator[Problem]:
    """Give what is wrong between the two rows of dashes."""
    fields = closed["fields"]
    try:
        value = yaml.safe_load(fields)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = closed.start("fields") + min(mark.index if mark else 0, max(len(fields.rstrip()) - 1, 0))
        yield source.told(place, _line_at(source.text, place), _BROKEN)
        return
    named = isinstance(value, list) and any(isinstance(item, dict) for item in value)
    if named or (value is not None and not isinstance(value, dict) and re.search(_FIELD, fields)):
        yield source.told(closed.start("fields"), fields.strip().partition("\n")[0], _NO_FIELDS)


def _line_at(text: str, place: int) -> str:
    return text[text.rfind("\n", 0, place) + 1 :].partition("\n")[0].strip()
