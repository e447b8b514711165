"""How grave a fault is: dead for a reader, working but fragile or unsafe, or advice; and what a tree wants silent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatch
from typing import NamedTuple

import yaml

from playbook.links.around.outline import place, value_of
from playbook.links.text.source import Source
from playbook.links.values import Settings, Tree
from playbook.links.verdict import GRADES, Verdict
from playbook.problems import ADVICE, ERROR, SEVERITIES, Problem

WISHES = "link-check.yml"
# What MkDocs calls the kinds that it can be told to ignore.
_IGNORED = {
    "not_found": {"missing-page", "missing-image", "missing-asset"},
    "anchors": {"missing-anchor"},
    "absolute_links": {"wrong-slash"},
    "unrecognized_links": {"built-link"},
    "nav_not_found": {"nav-missing"},
}
_SHAPE = "Write code, files and reason below silence."
_MALFORMED = Verdict("malformed-silence", "is no silence that holds code, files and reason.", remedy=_SHAPE)
_UNUSED = Verdict("unused-silence", "silences nothing any more.", remedy="Take it out.")


class Silence(NamedTuple):
    """A kind of fault that a tree does not want to hear of in some files, and where it says so."""

    code: str
    files: str
    place: int

    def holds(self, problem: Problem) -> bool:
        """Tell whether a problem is silenced."""
        return problem.code == self.code and fnmatch(problem.path, self.files)


def graded(problems: Iterable[Problem], settings: Settings) -> list[Problem]:
    """Give problems with their severities; what the host is told to ignore is no more than advice."""
    ignored = {code for kind in settings.ignored for code in _IGNORED.get(kind, ())}
    return [replace(problem, severity=_severity(problem, ignored)) for problem in problems]


def _severity(problem: Problem, ignored: set[str]) -> str:
    return ADVICE if problem.code in ignored else problem.severity or GRADES.get(problem.code, ERROR)


def heeded(problems: list[Problem], wishes: Source) -> list[Problem]:
    """Give what is left of problems once a tree's own wishes are heeded, and what is wrong with those."""
    silences, wrong = _silences(wishes)
    used = {silence for problem in problems for silence in silences if silence.holds(problem)}
    kept = [problem for problem in problems if not any(silence.holds(problem) for silence in used)]
    unused = (wishes.told(one.place, one.code, _UNUSED) for one in silences if one not in used)
    return [*kept, *wrong, *unused]


def fails(problems: Iterable[Problem], least: str) -> bool:
    """Tell whether any problem is as grave as that."""
    return any(SEVERITIES.index(problem.severity or ERROR) <= SEVERITIES.index(least) for problem in problems)


def least_that_fails(tree: Tree) -> str:
    """Give the least severity that counts as failure, as the tree itself wants it."""
    wanted = wish(Source(WISHES, tree.wishes or ""), "fail-on")
    return wanted if wanted in SEVERITIES else ERROR


def note_objects(notes: Iterable[str], tree: Tree) -> Iterator[str]:
    """Give one JSON object a line for each note on what was not run, at the line that names its cause."""
    source = Source(tree.settings.path, tree.settings.text)
    for note in notes:
        cause = re.search(r"(?:plugin|hook|extension|on_\w+ of) (\S+)", note)
        found = re.search(rf"(?<![\w-]){re.escape(cause[1])}(?![\w-])", source.text) if cause else None
        line, column = source.position(found.start()) if found else (1, 1)
        head = {"file": source.path, "line": line, "column": column, "code": "not-run", "severity": "note"}
        yield json.dumps(
            {**head, "written": cause[1] if cause else "", "message": note, "hint": ""}, ensure_ascii=False
        )


def wish(wishes: Source, name: str) -> str:
    """Give the value of a wish, or nothing."""
    return _text(wishes.outline, name)


def _silences(wishes: Source) -> tuple[list[Silence], list[Problem]]:
    node = value_of(wishes.outline, "silence")
    items = node.value if isinstance(node, yaml.SequenceNode) else [] if node is None else [node]
    found, wrong = [], []
    if not wishes.outline and wishes.text.strip():
        wrong.append(wishes.told(0, WISHES, _MALFORMED))
    for item in items:
        code, files, reason = (_text(item, name) for name in ("code", "files", "reason"))
        if code and files and reason:
            found.append(Silence(code, files, place(value_of(item, "code") or item)))
        else:
            wrong.append(wishes.told(place(item), wishes.text[place(item) :].partition("\n")[0].strip(), _MALFORMED))
    return found, wrong


def _text(node: yaml.Node | None, name: str) -> str:
    value = value_of(node, name)
    return str(value.value).strip() if isinstance(value, yaml.ScalarNode) else ""
