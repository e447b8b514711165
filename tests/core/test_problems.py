"""The report a writer reads."""

from __future__ import annotations

import pytest

from playbook.nearness import did_you_mean
from playbook.problems import Problem, report


def _problem(path: str, line: int, written: str = "as written") -> Problem:
    return Problem(path, line, written, "is wrong.", "Mend it.", "a-code")


def test_problems_are_sorted_by_file_and_line_told_once_and_counted_last() -> None:
    found = [_problem("b.md", 1), _problem("a.md", 10), _problem("a.md", 9), _problem("b.md", 1)]

    assert report(found).splitlines() == [
        "a.md:9: 'as written' is wrong. Mend it. [a-code]",
        "a.md:10: 'as written' is wrong. Mend it. [a-code]",
        "b.md:1: 'as written' is wrong. Mend it. [a-code]",
        "Found 3 problems in 2 files.",
    ]


def test_one_problem_is_counted_in_the_singular() -> None:
    assert report([_problem("a.md", 1)]).splitlines()[-1] == "Found 1 problem in 1 file."


def test_a_long_text_is_quoted_on_one_line_with_its_middle_left_out() -> None:
    written = "The first words of\na very long   line that nobody wants to read again in a report, and its last words."

    assert report([_problem("a.md", 1, written)]).splitlines()[0] == (
        "a.md:1: 'The first words of a very long li...in a report, and its last words.' is wrong. Mend it. [a-code]"
    )


@pytest.mark.parametrize(
    ("written", "known", "hint"),
    [
        ("ref-11", ["ref-1", "say-1"], 'Did you mean "ref-1"?'),
        ("ref-33", ["ref-32", "ref-34"], ""),
        ("some", ["Same", "Some"], 'Did you mean "Some"?'),
        ("prices", ["ref-1", "say-1"], ""),
        ("ref-1", ["ref-1"], ""),
        ("ref-1", [], ""),
    ],
)
def test_only_a_near_name_that_is_another_one_is_suggested(written: str, known: list[str], hint: str) -> None:
    assert did_you_mean(written, known) == hint
