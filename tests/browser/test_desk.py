"""What the ask box of the real site shows: every state, whatever is typed, to every eye and ear, without a server."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from ask_box import MOMENT, OFF_THE_SUBJECT, answers, asked, now, opened, results, said, taken, turn_from, ways
from open_page import OpenPage
from site_server import policy_of, served

INDEX = "**/index.json"


def test_what_was_said_is_answered_with_a_line(desk: Page, lines: dict[str, Any]) -> None:
    found = asked(desk, MOMENT)

    expect(found).to_have_attribute("data-state", "found")
    expect(now(desk)).to_have_attribute("data-guide", "reference-request")
    expect(now(desk)).to_have_attribute("data-moment", "reference-request#ref-1")
    expect(now(desk).locator(".now-heard")).to_contain_text("They said")
    expect(said(desk)).to_have_text(lines["reference-request#ref-1"]["say"])
    expect(now(desk)).to_contain_text(lines["reference-request#ref-1"]["tone"])
    expect(found.locator(".bridge-now:visible")).to_have_count(0)  # it is gone once something is found


def test_the_second_line_of_a_guide_and_the_answers_to_it_are_in_sight_at_once(
    desk: Page, lines: dict[str, Any]
) -> None:
    asked(desk, MOMENT)

    last = turn_from(lines, "reference-request#ref-1")
    if last != "reference-request#ref-1":
        expect(now(desk)).to_contain_text(lines[last]["say"])
    heard = [answer["heard"] for answer in lines[last]["answers"][:6]]
    expect(answers(desk)).to_have_count(len(heard))
    expect(answers(desk)).to_contain_text(heard)


def test_what_must_hold_for_a_line_stands_before_it(desk: Page, lines: dict[str, Any]) -> None:
    keys, answer = next(
        (keys, answer)
        for keys, answer in ways(lines, "reference-request#ref-1")
        if lines.get(answer["to"].get("line", ""), {}).get("condition")
    )
    taken(desk, MOMENT)
    desk.keyboard.type(keys)

    condition = now(desk).locator(".now-condition")
    there = lines[answer["to"]["line"]]
    expect(condition).to_have_text(there["condition"])
    above, below = condition.bounding_box(), said(desk).bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]
    # One announcement for the answer as it has settled: what must hold, the line, how many answers there are.
    expect(desk.locator("#ask-live")).to_contain_text(f"{there['condition'].capitalize()}. Say: {there['say']}")


def test_how_a_line_is_said_stands_before_it_and_what_to_do_then_after_it(page: Page, index: dict[str, Any]) -> None:
    index["lines"]["reference-request#ref-1"]["tone"] = "slow, then listen"
    index["lines"]["reference-request#ref-2"]["tone"] = "strengthen it"
    page.route("**/index.json", lambda route: route.fulfill(json=index))
    taken(opened(page), MOMENT)

    first, second = now(page), now(page).locator(".now-next")
    expect(first.locator("> .now-before .now-tone")).to_have_text("slow")
    expect(first.locator("> .now-after")).to_have_text("then listen")
    expect(second.locator(".now-tone")).to_have_text("strengthen it")
    expect(second.locator(".now-after")).to_be_hidden()
    parts = (first.locator(".now-tone").first, said(page), first.locator("> .now-after"), second.locator(".say"))
    boxes = [box for part in parts if (box := part.bounding_box())]
    assert len(boxes) == len(parts)
    assert all(one["y"] + one["height"] <= other["y"] for one, other in pairwise(boxes))


def test_what_is_off_the_subject_gets_a_safe_question_and_all_situations(desk: Page, index: dict[str, Any]) -> None:
    found = asked(desk, OFF_THE_SUBJECT)

    expect(found).to_have_attribute("data-state", "nothing")
    expect(found.locator(".bridge-now:visible")).to_contain_text(index["bridges"][0]["say"])
    expect(desk.locator("#ask-live")).to_have_text(
        "No line for this yet. A safe question: Tell me a bit more about that, please."
    )
    expect(found).to_contain_text("Tell me a bit more about that, please.")
    for guide in index["guides"]:
        if guide["kind"] == "situation":
            expect(found.locator(f".nothing-moments a[href$='{guide['url']}']")).to_have_count(1)
    found.get_by_role("link", name="All moments").click()
    expect(desk.locator("#moments")).to_be_in_viewport()


@pytest.mark.parametrize(("text", "kind"), [("zxqv wkjh?", "question"), ("may zxqv", "question"), ("maybe zxqv", "")])
def test_the_bridge_line_fits_what_was_typed(desk: Page, index: dict[str, Any], text: str, kind: str) -> None:
    found = asked(desk, text)

    fitting = next(bridge["say"] for bridge in index["bridges"] if bridge["after"] == kind)
    expect(found.locator(".bridge-now:visible q")).to_have_text(fitting)


def test_a_guess_shows_no_large_line_but_asks_which_it_is(desk: Page) -> None:
    found = asked(desk, "price")

    expect(found).to_have_attribute("data-state", "guess")
    expect(found).to_contain_text("Which is it?")
    expect(now(desk)).to_be_hidden()
    offered = found.get_by_role("option")
    second = offered.nth(1).get_attribute("data-moment") or ""
    expect(offered.first.locator("[data-say]")).to_be_visible()
    desk.keyboard.press("ArrowDown")
    expect(offered.nth(1)).to_have_attribute("aria-selected", "true")
    desk.keyboard.press("Enter")
    expect(now(desk)).to_have_attribute("data-moment", second)
    expect(found).to_have_attribute("data-state", "found")


def test_what_else_was_found_stands_below_in_their_words(desk: Page) -> None:
    found = asked(desk, MOMENT)

    others = found.locator("#ask-list [data-moment]")
    expect(found).to_contain_text("Or did they say")
    there = others.first.get_attribute("data-moment") or ""
    below, line = others.first.bounding_box(), said(desk).bounding_box()
    assert below
    assert line
    assert below["y"] > line["y"]
    others.first.click()
    expect(now(desk)).to_have_attribute("data-moment", there)
    expect(found).to_have_attribute("data-turn", "1")


def test_what_separates_two_moments_never_stands_above_the_line(desk: Page) -> None:
    asked(desk, MOMENT)

    above = desk.evaluate(
        """() => {
            const line = document.querySelector('.now-say').getBoundingClientRect().top
            const texts = [...document.querySelectorAll('#ask-results *')].filter((element) =>
                element.checkVisibility() && element.childElementCount === 0 && element.textContent.trim() &&
                element.getBoundingClientRect().top < line && !element.closest('.now-before, .now-copy, .now-say'))
            return texts.map((element) => element.textContent)
        }"""
    )
    assert above == []


def test_an_empty_box_shows_nothing(desk: Page) -> None:
    asked(desk, "ref")
    for _ in "ref":
        desk.keyboard.press("Backspace")

    expect(results(desk)).to_have_attribute("data-state", "idle")
    expect(results(desk)).to_have_text("", use_inner_text=True)
    expect(results(desk)).not_to_have_attribute("data-answered", "")


def test_what_is_typed_before_the_lines_are_there_is_answered_when_they_come(page: Page) -> None:
    waiting: list[Route] = []
    page.route(INDEX, lambda route: waiting.append(route))
    opened(page)
    page.keyboard.type(MOMENT)
    expect(results(page)).to_have_attribute("data-state", "loading")
    expect(results(page)).to_have_text("Loading the lines. Your answer comes by itself.", use_inner_text=True)

    waiting[0].continue_()

    expect(results(page)).to_have_attribute("data-answered", MOMENT)
    expect(results(page)).to_have_attribute("data-state", "found")


def test_lines_that_cannot_be_loaded_are_told_with_a_way_out(page: Page, troubles: list[str]) -> None:
    page.route(INDEX, lambda route: route.fulfill(status=404))
    page.goto("/")

    expect(results(page)).to_have_attribute("data-state", "failed")
    expect(results(page)).to_have_text(
        "The lines could not be loaded. Reload the page, or choose from all moments.", use_inner_text=True
    )
    page.unroute(INDEX)
    page.locator("#ask").press("Enter")
    expect(page.locator("#moments")).to_be_in_viewport()
    assert [trouble.split("\n")[0] for trouble in troubles] == [
        "console: Failed to load resource: the server responded with a status of 404 (Not Found)",
        f"console: Error: index file: {page.locator('#ask-form').get_attribute('data-index')} was answered with 404",
    ]
    troubles.clear()


def test_lines_of_another_version_are_refused_in_words(page: Page, index: dict[str, Any], troubles: list[str]) -> None:
    page.route(INDEX, lambda route: route.fulfill(json={**index, "version": 1}))
    page.goto("/")

    expect(results(page)).to_have_attribute("data-state", "failed")
    expect(results(page)).to_have_text(
        "This page is older or newer than its lines. Reload it, or choose from all moments.", use_inner_text=True
    )
    assert [trouble.split("\n")[0] for trouble in troubles] == [
        "console: WrongVersion: index file: version 1 found, version 5 needed"
    ]
    troubles.clear()


def test_an_open_tab_needs_no_server(
    open_page: OpenPage, site: Path, lines: dict[str, Any], troubles: list[str]
) -> None:
    with served(site, policy_of(site)) as address:
        page = open_page(base_url=address)
        with page.expect_response(INDEX):
            page.goto("/")
        page.wait_for_load_state("networkidle")

    taken(page, MOMENT)
    key, answer = next((key, to) for key, to in ways(lines, "reference-request#ref-1") if "line" in to["to"])
    page.keyboard.press(key)

    expect(said(page)).to_have_text(lines[answer["to"]["line"]]["say"])
    # A guide that cannot be had is shown from what the tab holds.
    page.keyboard.press("ControlOrMeta+Enter")
    held = page.get_by_role("dialog")
    expect(held).to_contain_text("The page cannot be had just now.")
    expect(held).to_contain_text(lines[answer["to"]["line"]]["say"].split("[")[0])
    assert troubles == ["console: Failed to load resource: net::ERR_CONNECTION_REFUSED"]
    troubles.clear()


@pytest.mark.parametrize(
    "text",
    [
        "r",
        "👍🏽🙏",
        "?!",
        "<img src=x onerror=alert(1)><script>alert(2)</script>",
        "+refer -ence ref* reference~2 reference^9 title:call *",
        "هل يمكننا التحدث إلى عميل",
        "the of and to",
    ],
)
def test_whatever_is_typed_there_is_an_answer(desk: Page, text: str) -> None:
    found = asked(desk, text)

    expect(found).not_to_have_attribute("data-state", "loading")
    assert found.get_attribute("data-state") in ("found", "guess", "nothing")
    expect(found).not_to_be_empty()
    assert desk.locator("img, script:not([src])").count() == 0


def test_ten_thousand_letters_are_answered(desk: Page) -> None:
    text = ("reference " * 1000)[:9999]
    desk.locator("#ask").fill(text[:-1])
    desk.keyboard.type(text[-1])

    expect(results(desk)).to_have_attribute("data-answered", text)


def test_a_line_with_markup_is_shown_as_text(page: Page, index: dict[str, Any]) -> None:
    hostile = "<img src=x onerror=alert(1)> & <b>bold</b>"
    index["lines"]["reference-request#ref-1"]["say"] = hostile
    index["bridges"] = [{"say": hostile, "after": ""}]
    page.route(INDEX, lambda route: route.fulfill(json=index))
    opened(page)
    asked(page, MOMENT)

    expect(said(page)).to_have_text(hostile)
    assert results(page).locator("img, b").count() == 0


def test_the_live_region_tells_once_what_has_settled(desk: Page, lines: dict[str, Any]) -> None:
    desk.evaluate(
        """() => {
            window.told = []
            const live = document.querySelector('#ask-live')
            const tell = () => live.textContent && window.told.push(live.textContent)
            new MutationObserver(tell).observe(live, { childList: true, characterData: true, subtree: true })
        }"""
    )
    asked(desk, MOMENT)
    live = desk.locator("#ask-live")
    expect(live).to_contain_text(f"Say: {lines['reference-request#ref-1']['say']}")
    expect(live).to_contain_text("answers they may give.")

    assert len(desk.evaluate("window.told")) == 1


def test_the_box_is_a_combobox_with_a_list_of_options_and_named_answers(desk: Page) -> None:
    box = desk.get_by_role("combobox", name="What did they just say?")
    expect(box).to_have_attribute("aria-expanded", "false")

    asked(desk, MOMENT)

    expect(box).to_have_attribute("aria-expanded", "true")
    expect(box).to_have_attribute("aria-controls", "ask-list")
    expect(box).to_have_attribute("aria-activedescendant", "ask-option-1")
    expect(desk.locator("#ask-list #ask-option-1")).to_have_count(1)
    expect(desk.get_by_role("listbox", name="They answer").get_by_role("option").first).to_be_visible()
    assert desk.locator("[role=option] :is(a, button, input)").count() == 0
