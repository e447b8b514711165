"""Front matter that the host cannot read and therefore prints as text, or passes over."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from playbook.links.text.source import FRONT_MATTER, Source
from playbook.links.verdict import Verdict
from playbook.problems import Problem
from playbook.yaml_text import compose

_OPENING = r"\A\ufeff?(?P<gap>\s*)---(?P<more>-*)[ \t]*\r?\n"
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
    closed = None if opening["gap"] or opening["more"] else re.match(FRONT_MATTER, source.text)
    if closed:
        yield from _unread(source, closed)
    elif holds_fields:
        wrong = _LATE if opening["gap"] else _LONG if opening["more"] else _OPEN
        yield source.told(opening.end("gap"), f"---{opening['more']}", wrong)


def _unread(source: Source, closed: re.Match[str]) -> Iterator[Problem]:
    """Give what is wrong between the two rows of dashes."""
    start, fields = closed.start("fields"), closed["fields"]
    try:
        root = compose(fields)
    except yaml.YAMLError as error:
        yield source.told_broken(error, _BROKEN, start, closed.end("fields"))
        return
    named = isinstance(root, yaml.SequenceNode) and any(isinstance(item, yaml.MappingNode) for item in root.value)
    if named or (isinstance(root, yaml.ScalarNode) and re.search(_FIELD, fields)):
        yield source.told(start, fields.strip().partition("\n")[0], _NO_FIELDS)
