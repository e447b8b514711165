"""What the ask box of the real site shows: every state, whatever is typed, to every eye and ear, without a server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from ask_box import MOMENT, OFF_THE_SUBJECT, answers, asked, results, said, selected
from open_page import OpenPage
from site_server import policy_of, served

INDEX = "**/index.json"


def test_what_was_said_is_answered_with_a_line(desk: Page, lines: dict[str, Any], index: dict[str, Any]) -> None:
    found = asked(desk, MOMENT)

    expect(found).to_have_attribute("data-state", "found")
    expect(selected(desk)).to_have_attribute("data-guide", "reference-request")
    expect(said(desk)).to_have_text(lines["reference-request#ref-1"]["say"])
    expect(selected(desk)).to_contain_text(lines["reference-request#ref-1"]["tone"])
    expect(found).to_contain_text(index["bridges"][0]["say"])


def test_the_second_line_of_a_guide_and_the_answers_to_it_are_in_sight_at_once(
    desk: Page, lines: dict[str, Any]
) -> None:
    asked(desk, MOMENT)

    second = lines["reference-request#ref-2"]
    expect(selected(desk)).to_contain_text(second["say"])
    numbered = [f"{number} {answer['heard']}" for number, answer in enumerate(second["answers"], 1)]
    assert [text.replace("\n", " ") for text in answers(desk).all_inner_texts()] == numbered


def test_what_is_off_the_subject_gets_a_safe_question_and_all_moments(desk: Page, index: dict[str, Any]) -> None:
    found = asked(desk, OFF_THE_SUBJECT)

    expect(found).to_have_attribute("data-state", "nothing")
    expect(found).to_contain_text(index["bridges"][0]["say"])
    expect(found).to_contain_text("Tell me a bit more about that, please.")
    found.get_by_role("link", name="All moments").click()
    expect(desk.locator("#moments")).to_be_in_viewport()


def test_a_guess_is_called_a_guess(desk: Page) -> None:
    found = asked(desk, "blue customers zxqv wkjh")

    expect(found).to_have_attribute("data-state", "guess")
    expect(found).to_contain_text("Not sure. This is a guess:")


def test_moments_that_are_easily_mixed_up_come_with_the_question_that_separates_them(
    desk: Page, index: dict[str, Any]
) -> None:
    found = asked(desk, "third time your delivery is late")

    shown = [option.get_attribute("data-guide") or "" for option in found.get_by_role("option").all()]
    ask = next(ask for one, other, ask in index["apart"] if {one, other} == set(shown[:2]))
    expect(found).to_contain_text(f"Which of the first two? {ask}")


def test_a_gap_shows_the_nearest_moments_and_is_noted_without_a_server(desk: Page) -> None:
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    found = asked(desk, OFF_THE_SUBJECT)

    expect(found.locator(".ask-moments a")).to_have_count(3)
    found.get_by_role("button", name="Copy a note of this gap").click()
    expect(found).to_contain_text("Copied. Paste it to whoever keeps the guides.")
    assert desk.evaluate("navigator.clipboard.readText()") == f"No line found for: “{OFF_THE_SUBJECT}”"


def test_a_gap_is_noted_where_pages_have_no_clipboard(desk: Page) -> None:
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.evaluate("Object.defineProperty(navigator.clipboard, 'writeText', { value: undefined })")
    found = asked(desk, OFF_THE_SUBJECT)

    found.get_by_role("button", name="Copy a note of this gap").click()
    expect(found).to_contain_text("Copied. Paste it to whoever keeps the guides.")
    assert desk.evaluate("navigator.clipboard.readText()") == f"No line found for: “{OFF_THE_SUBJECT}”"


def test_an_empty_box_shows_nothing(desk: Page) -> None:
    asked(desk, "ref")
    for _ in "ref":
        desk.keyboard.press("Backspace")

    expect(results(desk)).to_have_attribute("data-state", "idle")
    expect(results(desk)).to_be_empty()
    expect(results(desk)).not_to_have_attribute("data-answered", "")


def test_what_is_typed_before_the_lines_are_there_is_answered_when_they_come(page: Page) -> None:
    waiting: list[Route] = []
    page.route(INDEX, lambda route: waiting.append(route))
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type(MOMENT)
    expect(results(page)).to_have_attribute("data-state", "loading")
    expect(results(page)).to_have_text("Loading the lines. Your answer comes by itself.")

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
        "console: WrongVersion: index file: version 1 found, version 4 needed"
    ]
    troubles.clear()


def test_an_open_tab_needs_no_server(open_page: OpenPage, site: Path, lines: dict[str, Any]) -> None:
    with served(site, policy_of(site)) as address:
        page = open_page(base_url=address)
        with page.expect_response(INDEX):
            page.goto("/")
        page.wait_for_load_state("networkidle")
    page.keyboard.press("/")

    asked(page, MOMENT)
    page.keyboard.press("1")

    first_answer = lines["reference-request#ref-2"]["answers"][0]
    expect(said(page)).to_have_text(lines[first_answer["to"]["line"]]["say"])


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
    page.goto("/")
    page.keyboard.press("/")
    asked(page, MOMENT)

    expect(said(page)).to_have_text(hostile)
    assert results(page).locator("img, b").count() == 0


def test_the_live_region_tells_what_is_found_and_each_next_line(desk: Page, lines: dict[str, Any]) -> None:
    live = desk.locator("#ask-live")
    found = asked(desk, MOMENT)
    count = found.get_by_role("option").count()
    first = f"{lines['reference-request#ref-1']['say']} {lines['reference-request#ref-2']['say']}"
    expect(live).to_have_text(f"{count} found. They ask for a reference. Say: {first}")

    desk.keyboard.press("1")

    there = lines["reference-request#ref-2"]["answers"][0]["to"]["line"]
    expect(live).to_contain_text(f"Say: {lines[there]['say']}")


def test_the_box_is_a_combobox_with_a_list_of_options_and_named_answers(desk: Page) -> None:
    box = desk.get_by_role("combobox", name="What did they just say?")
    expect(box).to_have_attribute("aria-expanded", "false")

    asked(desk, MOMENT)

    expect(box).to_have_attribute("aria-expanded", "true")
    expect(box).to_have_attribute("aria-activedescendant", "ask-option-1")
    expect(desk.get_by_role("listbox", name="Lines to say").get_by_role("option").first).to_be_visible()
    expect(desk.get_by_role("group", name="They answer:").get_by_role("button").first).to_be_visible()
    assert desk.locator("[role=option] :is(a, button, input)").count() == 0


@pytest.mark.parametrize("address", ["/", "/situations/reference-request/"])
def test_on_a_small_screen_line_and_answers_fit_its_width(open_page: OpenPage, address: str) -> None:
    page = open_page(viewport={"width": 360, "height": 640})
    page.goto(address)
    page.keyboard.press("/")
    asked(page, MOMENT)

    expect(said(page)).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    answers(page).last.scroll_into_view_if_needed()
    expect(answers(page).last).to_be_in_viewport(ratio=1)


def test_on_a_small_screen_the_next_line_stays_in_sight_below_what_was_said(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 360, "height": 480})
    page.goto("/")
    page.keyboard.press("/")
    asked(page, MOMENT)
    for _ in range(3):
        page.keyboard.press("1")

    expect(selected(page).locator(".ask-turn")).not_to_have_count(0)
    expect(said(page).or_(selected(page).locator(".ask-stop"))).to_be_in_viewport(ratio=1)
