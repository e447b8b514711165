"""Problems that only repeat another: what cannot be read, is not written yet or was copied whole is told by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from playbook.problems import Problem

# What is wrong with a file or its name does not go away by writing on.
_OF_FILES = {"broken-yaml", "merge-conflict", "no-front-matter", "not-utf-8", "wrong-folder"}
_STAYING = {*_OF_FILES, "repeated-id", "to-write", "wrong-file-name"}
# What other pages and files say of a guide that cannot be read.
_ABOUT_OTHERS = {"missing-target", "missing-guide", "missing-reference"}
# What nobody can know as long as the fields of a guide cannot be read.
_OF_FIELDS = {"one-sided-relation", "circular-needs", "orphan", "redirect-to-missing-anchor"}
_GUIDE = re.compile(r"[^/]+/(?:situations|techniques)/(?P<id>[^/]+)\.md")


def without_echoes(problems: Sequence[Problem], shared: Mapping[str, str]) -> list[Problem]:
    """Leave out what goes away by itself with another problem.

    ``shared`` names the code that every page repeats when a file they all need cannot be read, by its path.
    """
    unreadable = {problem.path for problem in problems if problem.code in ("broken-yaml", "empty-file")}
    silent = {code for path, code in shared.items() if path in unreadable}
    if any(_GUIDE.fullmatch(path) for path in unreadable):
        silent |= _OF_FIELDS
    lost = _lost_guides(problems)
    unwritten = {problem.path for problem in problems if problem.code == "to-write"}
    copies = {problem.path for problem in problems if is_copy(problem)}
    kept = (problem for problem in problems if problem.code not in silent)
    kept = (problem for problem in kept if not (problem.code in _ABOUT_OTHERS and _named(problem) in lost))
    kept = (problem for problem in kept if problem.path not in unwritten or problem.code in _STAYING)
    return [problem for problem in kept if problem.path not in copies or is_copy(problem) or problem.code in _OF_FILES]


def is_copy(problem: Problem) -> bool:
    """Tell whether a problem says that a page bears the id of another guide."""
    return problem.code == "repeated-id" and "is already the id of a guide in" in problem.message


def _lost_guides(problems: Iterable[Problem]) -> set[str]:
    """Give the ids under which others may know a guide whose file holds no text or whose id is in doubt."""
    lost = set()
    for problem in problems:
        match = _GUIDE.fullmatch(problem.path)
        nothing = problem.code == "empty-file" or problem.written == "byte 0x00"
        if match and (nothing or _is_about_id(problem)):
            lost |= {match["id"], problem.written}
    return lost


def _is_about_id(problem: Problem) -> bool:
    return problem.code == "wrong-file-name" or problem.message == "cannot stand in id."


def _named(problem: Problem) -> str:
    return problem.written.partition("#")[0]
