"""The summary counts what the queries were judged for and nothing else."""

from __future__ import annotations

from query_file import Query
from score import Answer, percentile, summary


def answer(guides: tuple[str, ...], state: str = "found", ms: float = 10) -> Answer:
    return Answer("asked", state, guides, (), "Said.", ms)


def shown(*moments: str, state: str = "found") -> Answer:
    return Answer("asked", state, (), moments, "Said.", 5)


def test_each_share_is_taken_of_the_queries_that_were_judged_for_it() -> None:
    queries = [
        Query("first", ("a",)),
        Query("second", ("a", "c"), ("b",)),
        Query("missed", ("a",)),
        Query("rightly nothing", ()),
        Query("wrongly found", ()),
        Query("not judged"),
    ]
    answers = [
        answer(("a", "b"), ms=10),
        answer(("b", "c"), ms=20),
        answer(("x", "y", "z", "a"), ms=30),
        answer((), "nothing", ms=40),
        answer(("x",), ms=50),
        answer(("x",), ms=60),
    ]
    assert summary(queries, answers).splitlines() == [
        "queries           6",
        "success@1         0.333 (1 of 3)",
        "success@3         0.667 (2 of 3)",
        "MRR               0.583",
        "acceptable first  0.667 (2 of 3)",
        "abstention        0.500 (1 of 2)",
        "ms                p50 30.0, p95 60.0",
    ]


def test_lines_are_judged_of_all_and_of_those_for_whom_one_exists() -> None:
    queries = [
        Query("first", lines=("a#1", "a#2")),
        Query("third", lines=("a#1",)),
        Query("fourth", lines=("a#1",)),
        Query("harmful", lines=("a#1",), never=("b#9",)),
        Query("harmful, but only a guess", lines=(), never=("b#9",)),
        Query("not judged", never=("b#9",)),
    ]
    answers = [
        shown("a#2"),
        shown("b#1", "b#2", "a#1"),
        shown("b#1", "b#2", "b#3", "a#1"),
        shown("b#9"),
        shown("b#9", state="guess"),
        shown("b#9"),
    ]
    assert summary(queries, answers).splitlines()[1:-1] == [
        "fitting first     0.200 (1 of 5)",
        "  where one fits  0.250 (1 of 4)",
        "fitting offered   0.400 (2 of 5)",
        "  where one fits  0.500 (2 of 4)",
        "harmful as found  0.200 (1 of 5)",
    ]


def test_queries_that_nobody_judged_give_times_alone() -> None:
    assert summary([Query("not judged")], [answer(("x",), ms=7)]).splitlines() == [
        "queries           1",
        "ms                p50 7.0, p95 7.0",
    ]


def test_a_percentile_is_one_of_the_values() -> None:
    assert [percentile([3, 1, 2, 4], share) for share in (0, 50, 51, 95, 100)] == [1, 2, 3, 4, 4]
