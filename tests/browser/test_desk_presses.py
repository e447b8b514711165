"""What is pressed, tapped and pasted beside the keys of the ask box of the real site: it loses no words and no keys."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from ask_box import MOMENT, asked, opened, results, taken
from open_page import OpenPage


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "touch"])
def test_words_typed_after_a_press_on_the_box_are_what_they_say_next(open_page: OpenPage, touch: bool) -> None:
    page = opened(open_page(has_touch=touch))
    taken(page, MOMENT)
    box = page.locator("#ask")

    box.tap() if touch else box.click()
    page.keyboard.type("who pays for that")

    expect(box).to_have_value("who pays for that")


def test_a_press_on_words_that_are_being_typed_sets_the_caret(desk: Page) -> None:
    asked(desk, MOMENT)
    desk.locator("#ask").blur()

    desk.locator("#ask").click()
    desk.keyboard.press("End")
    desk.keyboard.type(" please")

    expect(desk.locator("#ask")).to_have_value(f"{MOMENT} please")


def test_a_click_beside_everything_leaves_the_keys_with_their_answers(desk: Page) -> None:
    taken(desk, MOMENT)
    desk.mouse.click(1250, 400)

    expect(desk.locator("#ask-replies")).to_be_focused()
    desk.keyboard.press("1")
    expect(results(desk)).to_have_attribute("data-turn", "2")


def test_a_click_beside_what_is_being_typed_moves_no_focus_into_a_list(desk: Page) -> None:
    asked(desk, MOMENT)
    desk.mouse.click(1250, 400)

    expect(desk.locator("#ask-replies")).not_to_be_focused()


def test_what_is_pasted_at_their_answers_is_what_they_say_next(desk: Page) -> None:
    taken(desk, MOMENT)
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.evaluate("navigator.clipboard.writeText('who pays for that')")

    desk.keyboard.press("Control+v")

    expect(desk.locator("#ask")).to_have_value("who pays for that")
    expect(results(desk)).to_have_attribute("data-answered", "who pays for that")


def test_turns_before_fold_when_one_turns_elsewhere(desk: Page) -> None:
    taken(desk, MOMENT)
    desk.keyboard.press("1")
    gone = desk.locator(".gone")
    gone.locator("summary").click()
    expect(gone).to_have_attribute("open", "")
    desk.locator(".gone-turns").click()
    expect(gone).to_have_attribute("open", "")

    desk.mouse.click(1250, 400)

    expect(gone).not_to_have_attribute("open", "")
