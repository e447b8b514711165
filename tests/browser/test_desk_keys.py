"""The keys of the ask box of the real site: text is never taken away, and what is drawn works."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ask_box import (
    MOMENT,
    OFF_THE_SUBJECT,
    answers,
    asked,
    asked_on,
    now,
    results,
    said,
    taken,
    turn_from,
    ways,
)

REFERENCE = "reference-request#ref-1"

PUNCTUATED = [
    "Is it 4 or 5 weeks? We need 20 seats.",
    "We can't: no budget in 2027, sorry!",
    "Hi - q3 was bad, and b2b is slow (3 of 10).",
    'He said "maybe" twice; what now?',
    "It's 100% your fault, isn't it",
    "Call me at 0171 5550 1234, please.",
    "/ and ? are keys, too",
    "e2e tests 3, version 2.0.1",
    "no1 wants it   ",
    "1, 2, 3 ... 9, 0: done.",
]


@pytest.mark.parametrize("text", PUNCTUATED)
def test_the_box_holds_exactly_what_was_typed(desk: Page, text: str) -> None:
    asked(desk, text)

    expect(desk.locator("#ask")).to_have_value(text)
    expect(desk.locator("#ask")).to_be_focused()
    expect(results(desk)).to_have_attribute("data-turn", "0")


def test_arrows_choose_among_the_moments_and_stay_in_the_box(desk: Page) -> None:
    found = asked(desk, MOMENT)
    second = found.locator("#ask-list [role=option]").nth(1)
    there = second.get_attribute("data-moment") or ""

    desk.keyboard.press("ArrowDown")

    expect(now(desk)).to_have_attribute("data-moment", there)
    expect(desk.locator("#ask")).to_have_attribute("aria-activedescendant", "ask-option-2")
    expect(desk.locator("#ask")).to_be_focused()
    desk.keyboard.press("ArrowUp")
    desk.keyboard.press("ArrowUp")
    expect(desk.locator("#ask")).to_have_attribute("aria-activedescendant", "ask-option-1")


def test_enter_takes_the_moment_and_goes_to_their_answers(desk: Page, lines: dict[str, Any]) -> None:
    asked(desk, MOMENT)
    before = said(desk).inner_text()
    expect(answers(desk).first.locator(".badge")).to_be_hidden()

    desk.keyboard.press("Enter")

    expect(results(desk)).to_have_attribute("data-turn", "1")
    expect(desk.locator("#ask-replies")).to_be_focused()
    assert said(desk).inner_text() == before
    expect(desk.locator("#ask")).to_have_value(MOMENT)
    heard = [answer["heard"] for answer in lines[turn_from(lines, REFERENCE)]["answers"][:6]]
    expect(answers(desk).locator(".badge")).to_have_text([str(number) for number in range(1, len(heard) + 1)])
    expect(answers(desk).first.locator(".badge")).to_be_visible()


def test_enter_takes_what_was_chosen(desk: Page) -> None:
    asked(desk, MOMENT)
    desk.keyboard.press("ArrowDown")
    chosen = now(desk).get_attribute("data-moment") or ""

    desk.keyboard.press("Enter")

    expect(results(desk)).to_have_attribute("data-turn", "1")
    expect(now(desk)).to_have_attribute("data-moment", chosen)


@pytest.mark.parametrize("back", ["0", "Backspace"])
def test_a_digit_picks_the_answer_and_one_key_goes_back(desk: Page, lines: dict[str, Any], back: str) -> None:
    taken(desk, MOMENT)
    key, answer = next((key, answer) for key, answer in ways(lines, REFERENCE) if "line" in answer["to"])

    desk.keyboard.press(key)

    expect(said(desk)).to_have_text(lines[answer["to"]["line"]]["say"])
    expect(now(desk).locator(".now-heard")).to_contain_text(answer["heard"])
    expect(now(desk).locator(".gone summary")).to_have_text("1 before")
    desk.keyboard.press(back)
    expect(said(desk)).to_have_text(lines[REFERENCE]["say"])
    expect(desk.locator("#ask")).to_have_value(MOMENT)


def test_going_back_before_the_first_turn_deletes_no_text(desk: Page) -> None:
    taken(desk, MOMENT)
    for _ in range(4):
        desk.keyboard.press("Backspace")

    expect(results(desk)).to_have_attribute("data-turn", "0")
    expect(desk.locator("#ask")).to_have_value(MOMENT)


def test_any_letter_begins_what_they_say_next_and_the_old_words_can_be_had_back(desk: Page) -> None:
    taken(desk, MOMENT)

    desk.keyboard.type("who pays for that")

    expect(desk.locator("#ask")).to_have_value("who pays for that")
    expect(desk.locator("#ask")).to_be_focused()
    expect(results(desk)).to_have_attribute("data-turn", "1")
    for _ in range(20):
        if desk.locator("#ask").input_value() == MOMENT:
            break
        desk.keyboard.press("ControlOrMeta+Z")
    expect(desk.locator("#ask")).to_have_value(MOMENT)


def test_what_is_found_elsewhere_begins_anew_and_back_returns(desk: Page) -> None:
    taken(desk, MOMENT)
    first = now(desk).get_attribute("data-moment") or ""
    asked(desk, "this is unacceptable, it broke again")
    other = now(desk).get_attribute("data-moment")
    desk.keyboard.press("Enter")
    expect(results(desk)).to_have_attribute("data-turn", "2")
    assert other != first

    desk.keyboard.press("Backspace")
    desk.keyboard.press("Backspace")

    expect(results(desk)).to_have_attribute("data-turn", "1")
    expect(now(desk)).to_have_attribute("data-moment", first)
    expect(desk.locator("#ask")).to_have_value(MOMENT)


def test_escape_goes_to_the_box_then_clears_it_and_the_words_can_be_had_back(desk: Page) -> None:
    taken(desk, MOMENT)

    desk.keyboard.press("Escape")
    expect(desk.locator("#ask")).to_be_focused()
    assert desk.evaluate("getSelection().toString()") == MOMENT
    desk.keyboard.press("Escape")
    expect(desk.locator("#ask")).to_have_value("")
    expect(results(desk)).to_have_attribute("data-turn", "1")
    desk.keyboard.press("ControlOrMeta+Z")

    expect(desk.locator("#ask")).to_have_value(MOMENT)


@pytest.mark.parametrize("arrow", ["ArrowDown", "ArrowRight"])
def test_arrows_move_among_the_answers_and_enter_picks_one(desk: Page, lines: dict[str, Any], arrow: str) -> None:
    taken(desk, MOMENT)
    second = lines[turn_from(lines, REFERENCE)]["answers"][1]

    desk.keyboard.press("Enter")  # nothing is marked yet
    desk.keyboard.press(arrow)
    desk.keyboard.press(arrow)
    expect(answers(desk).nth(1)).to_have_attribute("aria-selected", "true")
    expect(desk.locator("#ask-replies")).to_have_attribute("aria-activedescendant", "ask-reply-2")
    desk.keyboard.press("Enter")

    expect(results(desk)).to_have_attribute("data-turn", "2")
    expect(now(desk).locator(".now-heard")).to_contain_text(second["heard"])


def test_home_and_end_mark_the_first_and_the_last_answer_and_in_the_box_move_the_caret(desk: Page) -> None:
    asked(desk, MOMENT)
    desk.keyboard.press("Home")
    assert desk.locator("#ask").evaluate("box => box.selectionStart") == 0
    expect(desk.locator("#ask")).to_have_attribute("aria-activedescendant", "ask-option-1")
    desk.keyboard.press("Enter")
    for key, marked in (("End", answers(desk).last), ("Home", answers(desk).first)):
        desk.keyboard.press(key)
        expect(marked).to_have_attribute("aria-selected", "true")
        expect(desk.locator("#ask-replies")).to_have_attribute(
            "aria-activedescendant", marked.get_attribute("id") or ""
        )
    expect(desk.locator("#ask-replies")).to_be_focused()


def test_every_drawn_badge_works_on_every_guide(desk: Page, index: dict[str, Any]) -> None:
    """Of each guide the line with most answers is opened as Back opens it, and each of its keys is pressed."""
    asked(desk, MOMENT)  # the lines are there
    most: dict[str, str] = {}
    for line, what in sorted(index["lines"].items()):
        guide = line.split("#")[0]
        if len(what["answers"]) > len(index["lines"].get(most.get(guide, ""), {"answers": []})["answers"]):
            most[guide] = line
    broken = []
    for start in most.values():
        stand_at(desk, start)
        for number in range(1, answers(desk).count() + 1):
            desk.keyboard.press(str(number))
            if results(desk).get_attribute("data-turn") != "2":
                broken.append(f"{start} {number}")
            stand_at(desk, start)
    assert len(most) > 25
    assert broken == []


def stand_at(page: Page, line: str) -> None:
    """Put the desk where a call stands at a line, as the history remembers it."""
    turn = {"line": line, "stop": False, "note": "", "heard": "", "spoken": True, "asked": "there", "chosen": 0}
    call = {"text": "there", "asking": False, "chosen": 0, "turns": [turn]}
    state = {"nextLine": True, "number": 0, "call": call, "place": "replies", "pushed": False}
    page.evaluate("(state) => dispatchEvent(new PopStateEvent('popstate', { state }))", state)
    expect(page.locator("#ask-replies")).to_be_focused()
    expect(results(page)).to_have_attribute("data-turn", "1")


def test_a_digit_that_is_not_drawn_is_the_beginning_of_what_they_say(desk: Page) -> None:
    taken(desk, MOMENT)

    desk.keyboard.type("9 seats are enough")

    expect(desk.locator("#ask")).to_have_value("9 seats are enough")


def test_a_tapped_answer_is_taken_with_its_moment(desk: Page, lines: dict[str, Any]) -> None:
    asked(desk, f"{MOMENT} ")
    first = lines[turn_from(lines, REFERENCE)]["answers"][0]

    answers(desk).first.click()

    expect(results(desk)).to_have_attribute("data-turn", "2")
    expect(now(desk).locator(".now-heard")).to_contain_text(first["heard"])
    desk.keyboard.press("0")
    expect(said(desk)).to_have_text(lines[REFERENCE]["say"])


def test_back_is_a_button_too(desk: Page, lines: dict[str, Any]) -> None:
    taken(desk, MOMENT)
    desk.keyboard.press("1")

    results(desk).get_by_role("button", name="Back").click()

    expect(said(desk)).to_have_text(lines[REFERENCE]["say"])


def test_the_end_of_a_conversation_says_stop_and_why(desk: Page, lines: dict[str, Any]) -> None:
    keys, answer = next((keys, answer) for keys, answer in ways(lines, REFERENCE) if answer["to"].get("note"))
    taken(desk, MOMENT)
    desk.keyboard.type(keys)

    expect(now(desk).locator(".now-say")).to_have_text("Stop here.")
    expect(now(desk)).to_contain_text(answer["to"]["note"])
    expect(answers(desk)).to_have_count(0)
    expect(now(desk)).to_be_focused()
    desk.keyboard.press("0")
    expect(said(desk)).to_be_visible()


def test_enter_without_a_result_stays_and_puts_nothing_into_the_address(desk: Page) -> None:
    asked(desk, OFF_THE_SUBJECT)
    desk.keyboard.press("Enter")

    expect(desk).to_have_url("/")
    expect(desk.locator("#ask")).to_be_focused()


@pytest.mark.parametrize("address", ["/", "/situations/reference-request/", "/techniques/focusing-question/#how"])
def test_a_slash_goes_to_the_box_from_anywhere(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link").last.focus()
    page.keyboard.press("/")

    expect(page.locator("#ask")).to_be_focused()
    expect(page.locator("#ask")).to_have_value("")


def test_text_without_keys_is_answered_like_typed_text(desk: Page) -> None:
    desk.keyboard.insert_text(MOMENT)  # as dictation and virtual keyboards do

    expect(results(desk)).to_have_attribute("data-answered", MOMENT)
    asked_on(desk, " please", f"{MOMENT} please")


def test_the_header_s_answer_never_hides_what_has_the_focus(page: Page) -> None:
    page.goto("/situations/reference-request/")
    expect(results(page)).to_be_hidden()
    page.keyboard.press("/")
    asked(page, MOMENT)
    expect(results(page)).to_be_visible()

    page.keyboard.press("Escape")
    expect(results(page)).to_be_hidden()
    expect(page.locator("#ask")).to_have_value(MOMENT)
    page.keyboard.press("ArrowDown")
    expect(results(page)).to_be_visible()
    page.mouse.click(5, 715)
    expect(results(page)).to_be_hidden()
    page.locator("#ask").click()
    expect(results(page)).to_be_visible()
    page.locator("#panel-open").focus()
    expect(results(page)).to_be_hidden()


@pytest.mark.parametrize("text", [MOMENT, OFF_THE_SUBJECT], ids=["found", "nothing"])
def test_tab_leads_from_the_header_s_box_into_its_answer_and_closes_it_behind(page: Page, text: str) -> None:
    page.goto("/situations/reference-request/")
    page.keyboard.press("/")
    asked(page, text)

    page.keyboard.press("Tab")
    for _ in range(60):
        if results(page).locator(":focus").count() == 0:
            break
        last = page.locator(":focus").inner_text()
        page.keyboard.press("Tab")

    assert last == "End the call"
    expect(results(page)).to_be_hidden()
