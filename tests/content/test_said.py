"""The second search proof: which lines labelled sentences of customers get, asked of the pages as they are built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import pytest
from playwright.sync_api import Page

from real_edition import EDITION
from said_proof import (
    HALVES,
    MEASURES,
    WORSE_WHEN_MORE,
    Answered,
    Said,
    answered,
    by_half,
    committed_open_answers,
    committed_said_figures,
    half_typed,
    said_figures,
    sentences,
    slipped,
    worse,
)
from search_proof import ACCEPT, TOLERANCE

SAID = sentences()
GUIDES, LINE = "guide right first", "fitting line first"


@pytest.fixture(scope="module")
def answers(modules_page: Page) -> list[Answered]:
    return answered(modules_page, SAID)


def test_there_are_at_least_600_sentences_half_of_them_closed() -> None:
    halves = Counter(one.half for one in SAID)

    assert halves["open"] >= 300
    assert halves["closed"] >= 300


def test_every_label_names_a_line_that_exists() -> None:
    known = {f"{guide.id}#{line.id}" for guide in EDITION.guides.values() for line in guide.lines()}
    labels = {(one.half, label) for one in SAID for label in (*one.lines, *one.never)}

    assert {label for half, label in labels if half == "open"} <= known
    assert sum(label not in known for half, label in labels if half == "closed") == 0


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("measure", MEASURES)
def test_no_figure_gets_worse_by_more_than_two_points(answers: list[Answered], half: str, measure: str) -> None:
    now, committed = by_half(answers)[half][measure], committed_said_figures()[half][measure]
    fallen = now - committed if measure in WORSE_WHEN_MORE else committed - now

    assert fallen <= TOLERANCE, "\n".join(
        [
            f"{measure}: {now} now, {committed} committed ({half} half). Worse than before in the open half:",
            *worse(answers, committed_open_answers()),
            ACCEPT,
        ]
    )


@pytest.mark.parametrize(
    ("spoilt", "most"), [(slipped, 4.0), (half_typed, 6.0)], ids=["one slip more", "the last word half typed"]
)
@pytest.mark.parametrize("measure", [LINE, GUIDES])
def test_a_slip_costs_few_points(
    modules_page: Page,
    answers: list[Answered],
    spoilt: Callable[[Sequence[Said]], Iterator[Said]],
    most: float,
    measure: str,
) -> None:
    now = answered(modules_page, list(spoilt(SAID)))

    assert said_figures(now)[measure] >= said_figures(answers)[measure] - most
