"""Nothing of a call is lost: Back, Forward, reload, a guide opened and left, damaged and blocked storage."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ask_box import MOMENT, answers, asked, now, opened, results, said, taken
from open_page import OpenPage

START = "reference-request#ref-1"
BLOCKED = """() => {
    for (const place of ['sessionStorage', 'localStorage'])
        Object.defineProperty(window, place, { get() { throw new DOMException('blocked', 'SecurityError') } })
}"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
WITHOUT_PAGE_CACHE = "addEventListener('unload', () => {})"


def as_it_was(page: Page, turn: int, moment: str | None) -> None:
    expect(results(page)).to_have_attribute("data-turn", str(turn))
    expect(page.locator("#ask")).to_have_value(MOMENT)
    if moment:
        expect(now(page)).to_have_attribute("data-moment", moment)


def two_turns(page: Page) -> str | None:
    """Take the moment and its first answer, and give the moment where the call stands then."""
    taken(page, MOMENT)
    page.keyboard.press("1")
    expect(results(page)).to_have_attribute("data-turn", "2")
    return now(page).get_attribute("data-moment")


def test_back_and_forward_walk_along_the_turns(desk: Page) -> None:
    second = two_turns(desk)

    desk.go_back()
    as_it_was(desk, 1, START)
    expect(desk.locator("#ask-replies")).to_be_focused()
    desk.go_back()
    as_it_was(desk, 0, START)
    expect(desk.locator("#ask")).to_be_focused()
    desk.go_forward()
    desk.go_forward()

    as_it_was(desk, 2, second)
    expect(desk).to_have_url("/")


def test_back_from_words_that_were_not_taken_shows_the_turn_before_and_looks_for_nothing(desk: Page) -> None:
    two_turns(desk)
    asked(desk, "who pays for that")

    desk.go_back()

    as_it_was(desk, 1, START)
    expect(desk.locator("#ask-replies")).to_be_focused()
    expect(desk.locator("#ask")).to_have_attribute("aria-expanded", "false")


def test_words_that_were_not_written_down_yet_are_there_again_after_back_and_forward(desk: Page) -> None:
    """Back at once after the last key: what was typed has had no time to rest."""
    taken(desk, MOMENT)
    desk.keyboard.type("who pays for that")
    desk.evaluate("history.back()")
    as_it_was(desk, 0, START)

    desk.go_forward()

    expect(desk.locator("#ask")).to_have_value("who pays for that")
    expect(results(desk)).to_have_attribute("data-turn", "1")
    expect(results(desk)).to_have_attribute("data-answered", "who pays for that")


def test_keys_that_come_faster_than_frames_are_all_answered(desk: Page) -> None:
    """Enter at once after the last letter takes what all of the letters say."""
    desk.evaluate("document.querySelector('#ask').focus()")
    desk.keyboard.type(f"{MOMENT}\n")

    expect(results(desk)).to_have_attribute("data-turn", "1")
    as_it_was(desk, 1, START)


def test_a_reload_shows_the_same_turn_with_the_same_focus(desk: Page) -> None:
    second = two_turns(desk)

    desk.reload()

    as_it_was(desk, 2, second)
    expect(desk.locator(":focus")).to_have_id("ask-replies" if answers(desk).count() else "")
    desk.keyboard.press("Backspace")
    as_it_was(desk, 1, START)


def test_a_reload_keeps_what_is_typed_and_what_was_chosen(desk: Page) -> None:
    asked(desk, MOMENT)
    desk.keyboard.press("ArrowDown")
    chosen = now(desk).get_attribute("data-moment") or ""

    desk.reload()

    expect(desk.locator("#ask")).to_have_value(MOMENT)
    expect(now(desk)).to_have_attribute("data-moment", chosen)
    expect(desk.locator("#ask")).to_be_focused()


@pytest.mark.parametrize("cached", [True, False], ids=["page cache", "no page cache"])
def test_a_guide_opened_and_left_leaves_the_call_as_it_was(page: Page, cached: bool) -> None:
    if not cached:
        page.add_init_script(WITHOUT_PAGE_CACHE)
    opened(page)
    taken(page, MOMENT)
    page.keyboard.press("ControlOrMeta+Enter")
    expect(page).to_have_url("/situations/reference-request/")

    page.go_back()

    as_it_was(page, 1, START)
    expect(page.locator("#ask-replies")).to_be_focused()


def test_the_header_s_box_goes_on_with_the_same_conversation(desk: Page) -> None:
    taken(desk, MOMENT)
    desk.keyboard.press("ControlOrMeta+Enter")
    expect(desk).to_have_url("/situations/reference-request/")
    expect(results(desk)).to_be_hidden()
    expect(desk.locator("html")).to_have_attribute("data-alive", "")  # keys are heard from then on

    desk.keyboard.press("/")
    as_it_was(desk, 1, START)
    expect(said(desk)).to_be_visible()
    desk.keyboard.press("ArrowDown")
    desk.locator("#ask-replies").focus()
    desk.keyboard.press("1")
    expect(results(desk)).to_have_attribute("data-turn", "2")
    desk.keyboard.press("Backspace")
    as_it_was(desk, 1, START)
    desk.locator(".brand").click()

    as_it_was(desk, 1, START)


def test_one_turn_back_in_a_guide_s_panel_keeps_the_focus_among_the_replies(desk: Page) -> None:
    """The address names a line of the page: a browser goes there once more, and lets go of the focus."""
    two_turns(desk)
    desk.keyboard.press("ControlOrMeta+Enter")
    expect(desk).to_have_url(re.compile("/situations/.*#"))
    expect(results(desk)).to_have_attribute("data-turn", "2")
    desk.keyboard.press("/")
    desk.keyboard.press("Enter")
    desk.keyboard.press("1")
    expect(results(desk)).to_have_attribute("data-turn", "3")

    desk.keyboard.press("Backspace")

    expect(results(desk)).to_have_attribute("data-turn", "2")
    desk.wait_for_function("() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => done(true))))")
    expect(desk.locator("#ask-replies")).to_be_focused()


def test_a_guide_opened_after_reload_and_back_goes_on_where_the_desk_stood(desk: Page) -> None:
    two_turns(desk)
    desk.reload()
    expect(results(desk)).to_have_attribute("data-turn", "2")
    desk.go_back()
    expect(results(desk)).to_have_attribute("data-turn", "1")

    desk.keyboard.press("ControlOrMeta+Enter")
    expect(desk).to_have_url(re.compile("/situations/.*"))
    expect(desk.locator("html")).to_have_attribute("data-alive", "")
    desk.keyboard.press("/")

    expect(results(desk)).to_have_attribute("data-turn", "1")


def test_letters_typed_after_a_click_on_nothing_go_into_the_box(desk: Page) -> None:
    taken(desk, MOMENT)
    desk.mouse.click(5, 400)

    desk.keyboard.type("who pays")

    expect(desk.locator("#ask")).to_have_value("who pays")


def test_a_click_elsewhere_loses_nothing(desk: Page) -> None:
    taken(desk, MOMENT)
    desk.mouse.click(5, 400)

    as_it_was(desk, 1, START)


def test_the_end_of_the_call_clears_words_turns_and_fill_ins_also_for_back(desk: Page) -> None:
    two_turns(desk)
    desk.evaluate("sessionStorage.setItem('next-line.fill-ins', JSON.stringify({ name: 'Ada' }))")
    desk.reload()
    results(desk).get_by_role("button", name="End the call").click()

    expect(results(desk)).to_have_attribute("data-state", "idle")
    expect(desk.locator("#ask")).to_have_value("")
    expect(desk.locator("#ask")).to_be_focused()
    assert desk.evaluate("sessionStorage.getItem('next-line.fill-ins')") == "{}"
    desk.go_back()
    expect(results(desk)).to_have_attribute("data-turn", "0")
    expect(desk.locator("#ask")).to_have_value("")
    desk.reload()
    expect(desk.locator("#ask")).to_have_value("")


@pytest.mark.parametrize("damage", [BLOCKED, FULL], ids=["blocked", "full"])
def test_without_storage_the_call_goes_on(page: Page, damage: str) -> None:
    page.add_init_script(f"({damage})()" if damage is BLOCKED else damage)
    opened(page)
    taken(page, MOMENT)
    page.keyboard.press("1")
    expect(results(page)).to_have_attribute("data-turn", "2")
    page.keyboard.press("Backspace")
    as_it_was(page, 1, START)
    page.reload()
    as_it_was(page, 1, START)
    asked(page, "zxqv wkjh")
    page.keyboard.press("Escape")
    page.locator("#panel-open").click()
    expect(page.get_by_role("dialog")).to_be_visible()


@pytest.mark.parametrize("damaged", ["{", "[]", "7", '{"text": 1}', '{"text": "a", "turns": [null, 4]}'])
def test_damaged_storage_is_as_if_nothing_had_been_kept(open_page: OpenPage, damaged: str) -> None:
    page = open_page()
    names = "['call', 'fill-ins', 'number', 'tab']"
    page.add_init_script(f"for (const name of {names}) sessionStorage.setItem('next-line.' + name, {damaged!r})")
    page.add_init_script(
        f"for (const name of ['gaps', 'theme']) localStorage.setItem('next-line.' + name, {damaged!r})"
    )
    opened(page)
    page.keyboard.press("Escape")

    taken(page, MOMENT)
    page.locator("#panel-open").click()
    expect(page.get_by_role("dialog")).to_contain_text("0 entries")


def test_ten_thousand_letters_survive_a_reload(desk: Page) -> None:
    text = (f"{MOMENT} " * 300)[:9999]
    desk.locator("#ask").fill(text)
    expect(results(desk)).to_have_attribute("data-answered", text)
    desk.keyboard.press("Enter")
    expect(results(desk)).to_have_attribute("data-turn", "1")

    desk.reload()

    expect(results(desk)).to_have_attribute("data-turn", "1")
    expect(desk.locator("#ask")).to_have_value(text)


def test_words_of_a_customer_never_enter_an_address(desk: Page, lines: dict[str, Any]) -> None:
    two_turns(desk)

    assert "customers" not in desk.evaluate("location.href")
    assert START in lines
