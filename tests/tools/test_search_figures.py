"""What the search proof says when a change of the content has changed answers."""

from __future__ import annotations

from search_proof import MEASURES, Labelled, Outcome, answers_of, changed, with_figures

BEFORE = [
    Outcome(Labelled("too dear", ("price",), (), "own"), "found", ("price", "silence")),
    Outcome(Labelled("no time", ("not-now",), (), "own"), "nothing", ()),
]


def test_a_query_that_is_answered_otherwise_is_named_with_both_answers() -> None:
    now = [Outcome(BEFORE[0].labelled, "guess", ("silence",)), BEFORE[1]]

    assert changed(now, answers_of(BEFORE)) == ["'too dear': guess silence, before: found price, silence"]
    assert changed(BEFORE, answers_of(BEFORE)) == []


def test_a_query_that_is_new_has_no_answer_to_differ_from() -> None:
    assert changed(BEFORE, {}) == []


def test_the_table_of_the_readme_is_renewed_row_by_row() -> None:
    figures = {"own": dict.fromkeys(MEASURES, 91.5), "dev": dict.fromkeys(MEASURES, 88.0)}

    assert with_figures("| best first | 1.0 % | 20.0 % |\nbest first\n", figures) == (
        "| best first | 91.5 % | 88.0 % |\nbest first\n"
    )
