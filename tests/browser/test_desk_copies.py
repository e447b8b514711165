"""The button that copies a line: at every line that is offered, also where lines are a list to choose from."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import JSHandle, Locator, Page, Route, expect

from ask_box import MOMENT, OFF_THE_SUBJECT, answers, asked, now, opened, results, said, taken
from open_page import OpenPage

NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
READ = "clipboard => clipboard.readText()"
GUESS = "price"
GUESS_WITH_GUIDES = "a customer zxqv wkjh"
# Buttons stand beside the list: each belongs to the row at whose height it is.
ROWS = """() => {
    const box = (one) => one.getBoundingClientRect()
    const buttons = [...document.querySelectorAll('.others-copies [data-copy]')]
    return [...document.querySelectorAll('#ask-list [role=option]:not(.unseen)')].map((row) => ({
        line: row.dataset.moment ?? '',
        says: row.querySelector('[data-say]') !== null,
        buttons: buttons.filter((button) => box(button).top >= box(row).top - 1 &&
            box(button).bottom <= box(row).bottom + 1).map((button) => button.dataset.copy === row.id),
    }))
}"""
PLACES = """() => [...document.querySelectorAll('#ask-list [role=option], #ask-replies [role=option], .moves')]
    .map((one) => { const { x, y, width, height } = one.getBoundingClientRect(); return [x, y, width, height] })"""


@pytest.mark.parametrize("text", [GUESS, GUESS_WITH_GUIDES, MOMENT], ids=["guess", "guess with guides", "found"])
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (360, 640), (320, 640)])
def test_every_line_that_is_offered_has_a_button_in_its_row(
    open_page: OpenPage, width: int, height: int, text: str
) -> None:
    page = opened(open_page(viewport={"width": width, "height": height}))
    asked(page, text)
    rows = page.evaluate(ROWS)

    assert rows
    assert [row["buttons"] for row in rows] == [[True] if row["says"] else [] for row in rows]
    assert all(row["says"] for row in rows) == (text != GUESS_WITH_GUIDES)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    large = page.locator(".now:visible [data-say]").count()
    expect(results(page).locator("[data-copy]:visible", has_text="this line")).to_have_count(
        large + page.locator(".now-next").count() if large else 1  # the bridge line
    )


@pytest.mark.parametrize("text", [GUESS, MOMENT], ids=["guess", "found"])
def test_what_must_hold_for_an_offered_line_stands_before_it(page: Page, index: dict[str, Any], text: str) -> None:
    for line in index["lines"].values():
        line["condition"] = "only if true"
    page.route("**/index.json", lambda route: route.fulfill(json=index))
    rows = asked(opened(page), text).locator("#ask-list [role=option]:not(.unseen):has([data-say])")

    assert rows.count()
    for row in rows.all():
        condition, words = row.locator(".condition").bounding_box(), row.locator("[data-say]").bounding_box()
        assert condition
        assert words
        assert condition["y"] + condition["height"] <= words["y"]


def test_another_line_in_the_row_is_not_told_to_be_copied(desk: Page) -> None:
    found = asked(desk, GUESS)
    before = found.locator("#ask-list [role=option]").first.get_attribute("data-moment")
    button = found.locator(".others-copies [data-copy]").first
    button.click()
    expect(button).to_have_attribute("data-told", "Copied")
    desk.locator("#ask").fill("who else is there")  # at once, as pasted: rows and buttons stay, lines change

    expect(found).to_have_attribute("data-answered", "who else is there")
    expect(found).to_have_attribute("data-state", "guess")
    assert found.locator("#ask-list [role=option]:not(.unseen)").first.get_attribute("data-moment") != before
    assert not found.locator(".others-copies [data-told]").count()  # now, not once it has been told long enough


def test_an_offered_line_is_copied_by_keys_and_neither_taken_nor_moved(desk: Page, lines: dict[str, Any]) -> None:
    read = clipboard_taken(desk)
    found = asked(desk, GUESS)
    options = found.get_by_role("option")
    places = desk.evaluate(PLACES)
    buttons = found.locator(".others-copies [data-copy]")
    found.locator(".bridge-now:visible [data-copy]").focus()
    for number, option in enumerate(options.all()):
        desk.keyboard.press("Tab")
        button = buttons.nth(number)
        expect(button).to_be_focused()
        expect(button).to_have_accessible_name("Copy")
        expect(button).to_have_accessible_description(f"“{option.locator('.other-say').inner_text()}”")
        desk.keyboard.press("Enter")
        expect(button).to_have_attribute("data-told", "Copied")
        expect(button).to_be_focused()
        assert read.evaluate(READ) == lines[option.get_attribute("data-moment") or ""]["say"]
        assert desk.evaluate(PLACES) == places

    expect(found).to_have_attribute("data-state", "guess")
    expect(found).to_have_attribute("data-turn", "0")
    assert desk.locator("[role=option] :is(a, button, input)").count() == 0


def test_that_copying_failed_is_told_and_moves_nothing(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    opened(page)
    page.evaluate(NO_CLIPBOARD)
    page.evaluate("document.execCommand = () => false")
    found = asked(page, GUESS)
    places = page.evaluate(PLACES)
    button = found.locator(".others-copies [data-copy]").first
    button.click()

    expect(button).to_have_attribute("data-told", "Not copied: select the line and copy it")
    assert page.evaluate(PLACES) == places
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("text", [GUESS, MOMENT], ids=["guess", "found"])
def test_a_tap_on_the_button_copies_and_one_beside_it_takes_the_moment(
    open_page: OpenPage, lines: dict[str, Any], text: str
) -> None:
    page = open_page(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    read = clipboard_taken(opened(page))
    found = asked(page, text)
    row = found.locator("#ask-list [data-moment]").first
    moment = row.get_attribute("data-moment") or ""
    button = found.locator(".others-copies [data-copy]").first
    target = button.bounding_box()
    assert target
    assert min(target["width"], target["height"]) >= 44
    button.tap()
    expect(button).to_have_attribute("data-told", "Copied")
    assert read.evaluate(READ) == lines[moment]["say"]
    expect(found).to_have_attribute("data-turn", "0")

    row.tap(position={"x": 20, "y": 20})
    expect(found).to_have_attribute("data-turn", "1")
    expect(now(page)).to_have_attribute("data-moment", moment)


@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "touch"])
def test_the_line_to_say_next_is_copied_with_its_fill_ins_and_its_row_goes_on(
    open_page: OpenPage, index: dict[str, Any], touch: bool
) -> None:
    index["lines"]["reference-request#ref-1"] |= {
        "say": "Hello [name]?", "answers": [], "then": {"line": "silence#sil-1", "note": ""},
    }  # fmt: skip
    index["lines"]["silence#sil-1"]["say"] = "[Name], is it still about [X]?"
    page = open_page(viewport={"width": 320, "height": 640}, has_touch=touch, is_mobile=touch)
    page.route("**/index.json", lambda route: route.fulfill(json=index))
    read = clipboard_taken(opened(page))
    taken(page, MOMENT)
    page.locator("button[data-fill='name']").first.click()
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    button = results(page).locator(".answers-copy [data-copy]")
    expect(button).to_have_accessible_name("Copy")
    expect(button).to_have_accessible_description("Ada, is it still about [X]?")
    places = page.evaluate(PLACES)
    target = button.bounding_box()
    assert target
    assert min(target["width"], target["height"]) >= (44 if touch else 24)

    button.click()
    expect(button).to_have_attribute("data-told", "Copied")
    assert read.evaluate(READ) == "Ada, is it still about [X]?"
    assert page.evaluate(PLACES) == places
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(results(page)).to_have_attribute("data-turn", "1")
    page.locator("#ask-replies").focus()
    page.keyboard.press("1")
    expect(said(page)).to_have_text("Ada, is it still about [X]?")


def test_that_a_line_was_copied_stays_told_when_the_lines_of_the_desk_come(page: Page) -> None:
    waiting: list[Route] = []
    page.route("**/index.json", lambda route: waiting.append(route))
    with page.expect_request("**/index.json"):
        opened(page)
    read = clipboard_taken(page)
    copy_by_key(page.locator(".bridge").first)
    expect(page.locator("#ask-live")).to_have_text("Copied")
    waiting[0].continue_()
    page.wait_for_function("() => performance.getEntriesByName('desk-ready').length")

    expect(page.locator("#ask-live")).to_have_text("Copied")
    assert read.evaluate(READ)


def test_what_they_may_answer_has_no_button(desk: Page) -> None:
    taken(desk, MOMENT)

    expect(answers(desk).first).to_be_visible()
    expect(results(desk).locator(".answers-copy")).to_be_hidden()


def test_control_c_in_a_guess_copies_the_line_of_what_is_chosen(desk: Page, lines: dict[str, Any]) -> None:
    read = clipboard_taken(desk)
    found = asked(desk, GUESS)
    for option in found.get_by_role("option").all()[:2]:
        desk.keyboard.press("ControlOrMeta+C")
        assert read.evaluate(READ) == lines[option.get_attribute("data-moment") or ""]["say"]
        desk.keyboard.press("ArrowDown")


def test_control_c_copies_nothing_where_a_guide_is_chosen(desk: Page) -> None:
    read = clipboard_taken(desk)
    read.evaluate("clipboard => clipboard.writeText('before')")
    found = asked(desk, GUESS_WITH_GUIDES)
    expect(found.get_by_role("option").first.locator("[data-say]")).to_have_count(0)
    desk.keyboard.press("ControlOrMeta+C")

    assert read.evaluate(READ) == "before"
    expect(desk.locator("#ask-live")).not_to_have_text("Copied")


@pytest.mark.parametrize("address", ["/", "/situations/silence/", "/techniques/focusing-question/", "/lines/"])
def test_every_button_names_the_line_it_stands_at_and_none_is_printed(page: Page, address: str) -> None:
    page.goto(address)
    named = "buttons => buttons.map(({ dataset }) => dataset.copy)"
    around = "buttons => buttons.map((button) => button.closest('[data-line]')?.dataset.line ?? 'elsewhere')"
    buttons = page.locator(".main [data-line] [data-copy]")

    assert buttons.evaluate_all(named) == buttons.evaluate_all(around) != []
    page.emulate_media(media="print")
    expect(page.locator("[data-copy]:visible")).to_have_count(0)


def test_no_button_of_the_desk_is_printed(desk: Page) -> None:
    asked(desk, GUESS)
    expect(desk.locator(".others-copies [data-copy]").first).to_be_visible()
    desk.emulate_media(media="print")

    expect(desk.locator("[data-copy]:visible")).to_have_count(0)


def test_a_bridge_line_is_copied_by_its_button_without_a_clipboard_of_the_page(desk: Page) -> None:
    read = clipboard_taken(desk)
    bridges = desk.locator(".bridge")
    expect(bridges).to_have_count(4)
    for bridge in bridges.all():
        copy_by_key(bridge)
        said_there = bridge.locator(".say").inner_text().strip("“”")
        assert read.evaluate("clipboard => clipboard.readText()") == said_there


def test_the_bridge_line_of_a_search_and_the_safe_question_are_copied_by_their_buttons(
    desk: Page, index: dict[str, Any]
) -> None:
    read = clipboard_taken(desk)
    found = asked(desk, OFF_THE_SUBJECT)
    place = found.locator(".safe").bounding_box()

    copy_by_key(found.locator(".bridge-now:visible"))
    assert read.evaluate("clipboard => clipboard.readText()") == index["bridges"][0]["say"]
    copy_by_key(found.locator("[data-line='safe']"))
    assert read.evaluate("clipboard => clipboard.readText()") == "Tell me a bit more about that, please."
    read.evaluate("clipboard => clipboard.writeText('')")
    desk.locator(".nothing-moments a").first.focus()
    desk.keyboard.press("ControlOrMeta+C")
    assert read.evaluate("clipboard => clipboard.readText()") == "Tell me a bit more about that, please."
    assert found.locator(".safe").bounding_box() == place


def test_a_guess_keeps_its_bridge_line_at_hand(desk: Page) -> None:
    read = clipboard_taken(desk)
    found = asked(desk, "price")
    expect(found).to_have_attribute("data-state", "guess")
    choices = found.locator("#ask-list").bounding_box()

    copy_by_key(found.locator(".bridge-now:visible"))

    assert read.evaluate("clipboard => clipboard.readText()") == found.locator(".bridge-now:visible .say").inner_text()
    assert found.locator("#ask-list").bounding_box() == choices


def clipboard_taken(page: Page) -> JSHandle:
    """Take its clipboard from a page, as on plain HTTP, and give it."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    clipboard = page.evaluate_handle("navigator.clipboard")
    page.evaluate(NO_CLIPBOARD)
    return clipboard


def copy_by_key(line: Locator) -> None:
    """Press the copy button of a line, which is large enough to be hit, says that it worked and keeps the focus."""
    button = line.locator("[data-copy]")
    expect(button).to_have_accessible_name("Copy this line")
    box = button.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24
    button.focus()
    line.page.keyboard.press("Enter")
    expect(button).to_have_attribute("data-told", "Copied")
    expect(button).to_be_focused()
