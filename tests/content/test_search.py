"""The search proof: what labelled queries find, asked of the pages as they are built."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from playwright.sync_api import Page, expect

from ask_box import asked, results
from said_proof import FIGURES as SAID_FIGURES
from search_proof import (
    ACCEPT,
    MEASURES,
    TOLERANCE,
    Outcome,
    changed,
    committed_answers,
    committed_figures,
    failing,
    figures_of,
    labelled_queries,
    outcomes,
)
from site_builder import REPOSITORY

QUERIES = labelled_queries()
ORIGINS = ("own", "dev")
# Pages about one moment, told apart by half a sentence: whoever asks for one must at least see it.
CLOSE_TOGETHER = {"reference-request", "softening-statement", "focusing-question", "reference-outcomes"}
ODD = [
    "",
    "a",
    "x" * 10_000,
    "price " * 1_700,
    "👍🏽 🤷",
    "مرحبا بالعالم",
    "שלום 123",
    "<img src=x onerror=alert(1)><script>document.title='owned'</script>",
    "+price -busy late~2 up^3 title:lost pri* *",
    "how do i",
    "the and of to",
    "drop ' \" ` ; --",
]


@pytest.fixture
def desk(page: Page) -> Page:
    page.goto("/")
    return page


@pytest.fixture(scope="module")
def found(modules_page: Page) -> list[Outcome]:
    return outcomes(modules_page, QUERIES)


def test_there_are_at_least_300_queries_of_our_own_and_the_shared_90() -> None:
    origins = Counter(one.origin for one in QUERIES)

    assert origins["own"] >= 300
    assert origins["dev"] == 90


@pytest.mark.parametrize("origin", ORIGINS)
@pytest.mark.parametrize("measure", MEASURES)
def test_no_figure_falls_by_more_than_two_points(found: list[Outcome], origin: str, measure: str) -> None:
    of_origin = [one for one in found if one.labelled.origin == origin]
    now, committed = figures_of(of_origin)[measure], committed_figures()[origin][measure]

    assert now >= committed - TOLERANCE, "\n".join(
        [
            f"{measure}: {now} now, {committed} committed ({origin}). Answered otherwise than before:",
            *changed(of_origin, committed_answers()),
            ACCEPT,
            "All that this figure counts as failed:",
            *failing(of_origin, measure),
        ]
    )


def test_the_readme_shows_the_committed_figures() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    shown = {
        name: (float(own), float(dev))
        for name, own, dev in re.findall(r"^\| ([\w, ]+?) \| ([\d.]+) % \| ([\d.]+) % \|$", readme, re.MULTILINE)
    }
    committed, said = committed_figures(), committed_figures(SAID_FIGURES)
    queries = {name: (committed["own"][name], committed["dev"][name]) for name in MEASURES}

    assert shown == queries | {name: (said["open"][name], said["closed"][name]) for name in said["open"]}


def test_every_shared_query_for_one_of_the_four_reference_pages_shows_a_best_page(found: list[Outcome]) -> None:
    about = [one for one in found if one.labelled.origin == "dev" and CLOSE_TOGETHER & set(one.labelled.best)]

    assert about
    assert [one for one in about if not one.best_of_three] == [], "\n".join(changed(about, committed_answers()))


def test_the_box_with_real_keys_shows_what_the_matcher_gives(found: list[Outcome], desk: Page) -> None:
    differing = []
    for one in found[::40]:
        desk.locator("#ask").fill("")
        place = asked(desk, one.labelled.query)
        expect(place).not_to_have_attribute("data-state", "loading")
        guides = [result.get_attribute("data-guide") for result in place.locator("[data-guide]").all()]
        if (place.get_attribute("data-state"), tuple(dict.fromkeys(guides))) != (one.state, one.guides):
            differing.append(one)

    assert differing == []


@pytest.mark.parametrize("text", ODD, ids=lambda text: text[:12] or "empty")
def test_nothing_that_can_be_entered_breaks_the_box(desk: Page, text: str) -> None:
    desk.locator("#ask").fill(text)

    if text.strip():
        expect(results(desk)).to_have_attribute("data-answered", desk.locator("#ask").input_value())
        expect(results(desk)).not_to_have_attribute("data-state", "loading")
        assert results(desk).get_attribute("data-state") in ("found", "guess", "nothing")
    else:
        expect(results(desk)).to_have_attribute("data-state", "idle")
    assert bool(results(desk).inner_text()) == bool(text.strip())
    assert desk.title() == "Next Line"
    assert desk.locator("#ask-results img, #ask-results script").count() == 0
