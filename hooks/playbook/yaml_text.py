"""YAML in which every value is text: what a writer types is what we get, or a problem says why not.

YAML 1.1 reads ``no`` as false, ``404`` as a number and ``12:30`` as 750. Nodes are composed, never constructed,
so that the value as written and its line are still known when such a word has to be refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

import yaml

from playbook.problems import Problem
from playbook.yaml_mistake import deep_line, translated

_TEXT_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"}
_READ_AS = {
    "tag:yaml.org,2002:bool": "a truth value (yes or no)",
    "tag:yaml.org,2002:int": "a number",
    "tag:yaml.org,2002:float": "a number",
}


# A value without quotes that goes on behind a number sign, or begins with a sign that names or types it.
_CUT = re.compile(r"\s*(?P<name>[\w-]+):\s+(?:(?P<sign>[&!]\S+)|[^\s\"'#\[{|>&!][^#]*?(?:\S#[^#]*?)*\s(?P<rest>#.*))")


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of a mapping, with the line it stands on: text, a list of texts, or a mapping of further entries."""

    value: str | tuple[str, ...] | dict[str, Entry]
    number: int


def yaml_entries(path: str, text: str, first_line: int = 1) -> tuple[dict[str, Entry], list[Problem]]:
    """Give the entries of a YAML mapping; ``first_line`` is the line of the file on which ``text`` begins."""
    deep = deep_line(text)
    if deep is not None:
        return {}, [_too_deep(path, deep, text, first_line)]
    try:
        node = compose(text)
    except yaml.YAMLError as error:
        return {}, [_broken(path, error, text, first_line)]
    if node is None:
        return {}, []
    if not isinstance(node, yaml.MappingNode):
        line = node.start_mark.line
        told = _line_at(text, line), "is not a list of names and values.", 'Write one "name: value" a line.'
        return {}, [Problem(path, first_line + line, *told, "broken-yaml")]
    entries, problems = _entries(path, node, first_line)
    return entries, problems + list(_cut_values(path, text, first_line))


def compose(text: str) -> yaml.Node | None:
    """Give the root node of a text, nothing of an empty one, or raise what is wrong with it."""
    # The loader in C is twenty times as fast, but does not count a byte order mark and tells less of what is wrong.
    if not text.startswith("\ufeff"):
        with suppress(yaml.YAMLError, RecursionError):
            return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except RecursionError as deep:
        raise yaml.YAMLError("is nested too deeply") from deep


def _entries(path: str, node: yaml.MappingNode, first_line: int) -> tuple[dict[str, Entry], list[Problem]]:
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for key, value in node.value:
        number = first_line + key.start_mark.line
        name = str(key.value)
        if not isinstance(key, yaml.ScalarNode):
            hint = 'Write one "name: value" a line.'
            problems.append(Problem(path, number, "?", "stands where a name belongs.", hint, "broken-yaml"))
            continue
        if name in entries:
            told = "stands twice.", "Keep one of the two."
            problems.append(Problem(path, number, f"{name}:", *told, "repeated-field"))
            continue
        entry, found = _entry(path, name, value, number, first_line)
        problems += found
        entries[name] = entry
    return entries, problems


def _entry(path: str, name: str, node: yaml.Node, number: int, first_line: int) -> tuple[Entry, list[Problem]]:
    if isinstance(node, yaml.MappingNode):
        inner, problems = _entries(path, node, first_line)
        return Entry(inner, number), problems
    if isinstance(node, yaml.SequenceNode):
        problems = [found for item in node.value for found in _not_text(path, name, item, first_line)]
        return Entry(tuple(_texts(node.value)), number), problems
    # A value that is refused stays as it was typed, so that nobody is told that it is missing, too.
    return Entry(node.value, number), _not_text(path, name, node, first_line)


def _cut_values(path: str, text: str, first_line: int) -> Iterator[Problem]:
    """Give every value of which YAML takes a part for something else: what follows a ``#``, a name behind ``&``."""
    for number, line in enumerate(text.split("\n"), first_line):
        match = _CUT.match(line) if re.search("[#&!]", line) else None
        if match:
            lost = match["rest"] or match["sign"]
            hint = f'Put the whole text in quotes: {match["name"]}: "...".'
            yield Problem(path, number, lost, "is not part of the text, as YAML reads it.", hint, "cut-value")


def _texts(nodes: Iterable[yaml.Node]) -> list[str]:
    return [node.value for node in nodes if isinstance(node, yaml.ScalarNode) and node.tag in _TEXT_TAGS]


def _not_text(path: str, name: str, node: yaml.Node, first_line: int) -> list[Problem]:
    number = first_line + node.start_mark.line
    if not isinstance(node, yaml.ScalarNode):
        told = "holds a list inside a list.", "Write a plain list of texts."
        return [Problem(path, number, f"{name}:", *told, "not-text")]
    if node.tag in _TEXT_TAGS:
        return []
    if node.tag == "tag:yaml.org,2002:null":
        return [Problem(path, number, f"{name}:", "has no value.", "Write a value or delete the line.", "empty-value")]
    read_as = _READ_AS.get(node.tag, "something other than text")
    hint = f'Write it in quotes: {name}: "{node.value}".'
    return [Problem(path, number, node.value, f"is read by YAML as {read_as}, not as text.", hint, "not-text")]


def _broken(path: str, error: yaml.YAMLError, text: str, first_line: int) -> Problem:
    line, what, hint = translated(error, text)
    return Problem(path, first_line + line, _line_at(text, line), what, hint, "broken-yaml")


def _too_deep(path: str, line: int, text: str, first_line: int) -> Problem:
    hint = "Write it flatter."
    return Problem(path, first_line + line, _line_at(text, line), "is nested too deeply.", hint, "broken-yaml")


def _line_at(text: str, line: int) -> str:
    lines = text.split("\n")
    return lines[line].strip() if line < len(lines) else ""
