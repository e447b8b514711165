"""The second search proof: which lines labelled sentences of customers get, asked of the pages as they are built."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Page

from real_edition import EDITION
from said_proof import (
    ANSWERS,
    FIGURES,
    HALVES,
    MEASURES,
    WORSE_WHEN_MORE,
    Answered,
    Said,
    answered,
    by_half,
    half_typed,
    said_figures,
    sentences,
    slipped,
    worse,
)
from search_proof import ACCEPT, TOLERANCE, committed_answers, committed_figures

SAID = sentences()
TELLING = 4  # words of a reply that is said at no other moment
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
    now, committed = by_half(answers)[half][measure], committed_figures(FIGURES)[half][measure]
    fallen = now - committed if measure in WORSE_WHEN_MORE else committed - now

    assert fallen <= TOLERANCE, "\n".join(
        [
            f"{measure}: {now} now, {committed} committed ({half} half). Worse than before in the open half:",
            *worse(answers, committed_answers(ANSWERS)),
            ACCEPT,
        ]
    )


def test_a_reply_of_ours_that_leads_to_one_line_gets_that_line(modules_page: Page, site: Path) -> None:
    index = json.loads(next(site.glob("assets/playbook-*/index.json")).read_text(encoding="utf-8"))
    leads: dict[str, set[str]] = defaultdict(set)
    for line in index["lines"].values():
        for answer in line["answers"]:
            if answer["spoken"] and "line" in answer["to"]:
                leads[answer["heard"]].add(answer["to"]["line"])
    telling = {heard: lines for heard, lines in leads.items() if len(lines) == 1 and len(heard.split()) >= TELLING}
    asked = [Said(heard, (), tuple(lines), (), "open") for heard, lines in telling.items()]
    missed = [one.said.sentence for one in answered(modules_page, asked) if not one.fits_first]

    assert len(asked) > 400
    assert len(missed) <= len(asked) * 0.03, missed


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
