"""The keys of the ask box of the real site: digits, arrows, Enter, Escape and the slash."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ask_box import MOMENT, OFF_THE_SUBJECT, answers, asked, asked_on, results, said, selected


def test_arrows_select_another_result_with_its_own_answers(desk: Page, lines: dict[str, Any]) -> None:
    found = asked(desk, "reference")
    options = found.get_by_role("option")
    second = options.nth(1).get_attribute("data-step")

    desk.keyboard.press("ArrowDown")

    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(desk.locator("#ask")).to_have_attribute("aria-activedescendant", "ask-option-2")
    expect(said(desk)).to_have_text(lines[str(second)]["say"])
    desk.keyboard.press("ArrowUp")
    desk.keyboard.press("ArrowUp")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")


def test_a_digit_right_after_a_word_picks_the_answer_and_zero_goes_back(desk: Page, lines: dict[str, Any]) -> None:
    asked(desk, MOMENT)
    start = lines["reference-request#ref-2"]["answers"]

    desk.keyboard.press("1")

    expect(said(desk)).to_have_text(lines[start[0]["to"]["line"]]["say"])
    expect(selected(desk).locator(".ask-turn")).to_have_count(1)
    expect(selected(desk)).to_contain_text(start[0]["heard"])
    expect(desk.locator("#ask")).to_have_value(MOMENT)
    desk.keyboard.press("0")
    expect(said(desk)).to_have_text(lines["reference-request#ref-1"]["say"])
    expect(selected(desk).locator(".ask-turn")).to_have_count(0)


@pytest.mark.parametrize(
    "text", ["price for 20 seats", "b2b", "is it 4", "we 2", "q3", "100% sure", "e2e tests 3", "no1"]
)
def test_a_digit_anywhere_else_is_text(desk: Page, text: str) -> None:
    asked(desk, text)

    expect(desk.locator("#ask")).to_have_value(text)


def test_a_digit_inside_the_text_is_text(desk: Page) -> None:
    asked(desk, "reference")
    desk.keyboard.press("Home")
    desk.keyboard.press("1")

    expect(desk.locator("#ask")).to_have_value("1reference")


def test_a_digit_is_text_while_there_is_nothing_to_answer(desk: Page) -> None:
    asked(desk, "wkjhzxqv")

    expect(asked_on(desk, "4", "wkjhzxqv4")).to_have_attribute("data-state", "nothing")


def test_a_clicked_answer_leaves_the_keys_with_the_answers(desk: Page, lines: dict[str, Any]) -> None:
    asked(desk, f"{MOMENT} ")
    first = lines["reference-request#ref-2"]["answers"][0]["to"]["line"]

    answers(desk).first.click()

    expect(said(desk)).to_have_text(lines[first]["say"])
    expect(answers(desk).first).to_be_focused()
    desk.keyboard.press("0")
    expect(said(desk)).to_have_text(lines["reference-request#ref-1"]["say"])


def test_back_is_a_button_too(desk: Page, lines: dict[str, Any]) -> None:
    asked(desk, MOMENT)
    desk.keyboard.press("1")

    results(desk).get_by_role("button", name="Back").click()

    expect(said(desk)).to_have_text(lines["reference-request#ref-1"]["say"])
    expect(results(desk).get_by_role("button", name="Back")).to_have_count(0)


def test_the_end_of_a_conversation_says_stop_and_why(desk: Page, lines: dict[str, Any]) -> None:
    keys, note = way_to_the_end(lines, "reference-request#ref-1")
    asked(desk, MOMENT)
    desk.keyboard.type(keys)

    expect(selected(desk).locator(".ask-stop")).to_have_text("Stop here.")
    expect(selected(desk)).to_contain_text(note)
    expect(answers(desk)).to_have_count(0)
    expect(selected(desk).locator(".ask-turn")).to_have_count(len(keys))
    desk.keyboard.press("0")
    expect(said(desk)).to_be_visible()


def way_to_the_end(lines: dict[str, Any], start: str) -> tuple[str, str]:
    """Give the shortest keys from a line to a stop with a note, and the note."""
    ways = [(start, "")]
    for line, keys in ways:
        last = line
        while not lines[last]["answers"] and "line" in lines[last].get("then", {}):
            last = lines[last]["then"]["line"]
        for key, answer in enumerate(lines[last]["answers"][:4], 1):
            if answer["to"].get("stop") and answer["to"]["note"]:
                return f"{keys}{key}", answer["to"]["note"]
            if "line" in answer["to"] and len(keys) < 4:
                ways.append((answer["to"]["line"], f"{keys}{key}"))
    raise AssertionError(f"No conversation from {start} ends with a note.")


def test_enter_opens_the_selected_guide(desk: Page, index: dict[str, Any]) -> None:
    asked(desk, MOMENT)
    desk.keyboard.press("Enter")

    guide = next(guide for guide in index["guides"] if guide["id"] == "reference-request")
    expect(desk).to_have_url(f"/{guide['url']}")


def test_enter_opens_the_guide_at_the_line_where_the_conversation_stands(desk: Page, lines: dict[str, Any]) -> None:
    asked(desk, MOMENT)
    desk.keyboard.press("1")
    desk.keyboard.press("Enter")

    there = lines["reference-request#ref-2"]["answers"][0]["to"]["line"]
    expect(desk).to_have_url(f"/situations/{there.replace('#', '/#')}")
    expect(desk.locator(f"[data-line='{there.split('#')[1]}']")).to_be_in_viewport()


def test_from_a_guide_another_guide_is_opened(page: Page) -> None:
    page.goto("/techniques/focusing-question/")
    page.keyboard.press("/")
    asked(page, MOMENT)
    page.keyboard.press("Enter")

    expect(page).to_have_url("/situations/reference-request/")


def test_enter_without_a_result_stays_and_puts_nothing_into_the_address(desk: Page) -> None:
    asked(desk, OFF_THE_SUBJECT)
    desk.keyboard.press("Enter")

    expect(desk).to_have_url("/")


def test_escape_clears_the_box_and_stays_in_it(desk: Page) -> None:
    asked(desk, f"{MOMENT} ")
    answers(desk).first.focus()
    desk.keyboard.press("Escape")

    expect(results(desk)).to_have_attribute("data-state", "idle")
    expect(desk.locator("#ask")).to_have_value("")
    expect(desk.locator("#ask")).to_be_focused()


@pytest.mark.parametrize("address", ["/", "/situations/reference-request/", "/techniques/focusing-question/#how"])
def test_a_slash_goes_to_the_box_from_anywhere(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link").last.focus()
    page.keyboard.press("/")

    expect(page.locator("#ask")).to_be_focused()
    expect(page.locator("#ask")).to_have_value("")


def test_a_slash_in_the_box_is_text(desk: Page) -> None:
    asked(desk, "and/or")

    expect(desk.locator("#ask")).to_have_value("and/or")
