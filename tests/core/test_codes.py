"""Every problem code has its explanation and its cases, and there are no others."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from site_builder import REPOSITORY
from site_case import cases, sound_site

CORE = REPOSITORY / "hooks" / "playbook"
CONTRIBUTING = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
MESSAGES = (REPOSITORY / "messages" / "content.md").read_text(encoding="utf-8")
CASES = cases()


def _codes() -> Iterator[str]:
    """Give the last argument of every ``Problem(...)`` in the core."""
    for path in sorted(path for path in CORE.rglob("*.py") if CORE / "links" not in path.parents):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
                code = node.args[-1]
                assert isinstance(code, ast.Constant), f"{path.name}:{node.lineno}: write the code out"
                yield str(code.value)


CODES = sorted(set(_codes()))


def test_the_messages_explain_every_code_and_no_other_in_alphabetical_order() -> None:
    assert re.findall(r"^## (\S+)$", MESSAGES, re.MULTILINE) == CODES


def test_every_explanation_shows_what_is_wrong_and_what_is_right() -> None:
    explained = re.split(r"^## ", MESSAGES, flags=re.MULTILINE)[1:]

    assert [text.split()[0] for text in explained if not ("\nWrong: " in text and "\nRight: " in text)] == []


def test_every_code_has_its_file_of_cases_and_there_is_no_other_file() -> None:
    assert sorted({case.file for case in CASES}) == CODES


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_told_alone_in_one_case_and_kept_silent_in_another(code: str) -> None:
    reports = [case.report for case in CASES if case.file == code]
    alone = [set(re.findall(r"\[([a-z0-9-]+)\]$", report, re.MULTILINE)) == {code} for report in reports]

    assert any(alone)
    assert "" in reports


def test_the_example_in_contributing_is_the_situation_of_the_sound_site() -> None:
    written = sound_site()["docs/situations/late-delivery.md"].decode()

    assert f"\n````markdown\n{written}````\n" in CONTRIBUTING
