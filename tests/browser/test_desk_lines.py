"""The line in the hand: copied as it would be said, with what is filled in, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ask_box import MOMENT, asked, now, results, said, taken
from open_page import OpenPage

CLIPBOARD = "navigator.clipboard.readText()"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
HOSTILE = "<img src=x onerror=alert(1)><b>Ada</b>"

# Signs that stand on another row than the bracket before them.
PARTED = """() => [...document.querySelectorAll('button.fill')].filter((button) => {
    const next = button.nextSibling
    if (!(next instanceof Text) || /^\\s/.test(next.data) || !next.data || !button.checkVisibility()) return false
    const range = document.createRange()
    range.setStart(next, 0)
    range.setEnd(next, 1)
    return range.getBoundingClientRect().left < button.getBoundingClientRect().right - 2
}).map((button) => button.parentElement.textContent)"""


@pytest.fixture
def desk_with_brackets(page: Page, index: dict[str, Any]) -> Page:
    """Give the desk, its first line with brackets: one that stays the same through a call, one that does not."""
    index["lines"]["reference-request#ref-1"]["say"] = "Hello [name], about [X]: I’m [your name]."
    for answer in index["lines"].values():
        answer["answers"] = [{**reply, "to": {"line": "silence#sil-1", "note": ""}} for reply in answer["answers"]]
    index["lines"]["silence#sil-1"]["say"] = "[Name], are you there? This is [your name]."
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.route("**/index.json", lambda route: route.fulfill(json=index))
    page.goto("/")
    return page


def fill(page: Page, name: str, value: str) -> None:
    page.locator(f"button[data-fill='{name}']:visible").first.click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(value)
    page.keyboard.press("Enter")


def test_the_line_is_copied_by_its_button_and_by_control_c(desk: Page, lines: dict[str, Any]) -> None:
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    taken(desk, MOMENT)
    now(desk).get_by_role("button", name="Copy this line").first.click()
    expect(desk.locator("#ask-live")).to_have_text("Copied")
    assert desk.evaluate(CLIPBOARD) == lines["reference-request#ref-1"]["say"]

    desk.evaluate("navigator.clipboard.writeText('')")
    desk.locator("#ask-replies").focus()
    desk.keyboard.press("ControlOrMeta+C")
    assert desk.evaluate(CLIPBOARD) == lines["reference-request#ref-1"]["say"]


def test_what_is_selected_is_copied_as_selected(desk: Page) -> None:
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asked(desk, MOMENT)
    desk.keyboard.press("ControlOrMeta+A")
    desk.keyboard.press("ControlOrMeta+C")
    assert desk.evaluate(CLIPBOARD) == MOMENT

    said(desk).select_text()
    desk.keyboard.press("ControlOrMeta+C")
    assert desk.evaluate(CLIPBOARD) == said(desk).inner_text()


def test_a_line_is_copied_where_pages_have_no_clipboard(desk: Page, lines: dict[str, Any]) -> None:
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    read = desk.evaluate_handle("navigator.clipboard")
    taken(desk, MOMENT)
    desk.evaluate(NO_CLIPBOARD)

    now(desk).get_by_role("button", name="Copy this line").first.click()

    expect(desk.locator("#ask-live")).to_have_text("Copied")
    assert read.evaluate("clipboard => clipboard.readText()") == lines["reference-request#ref-1"]["say"]


def test_what_stays_the_same_is_filled_once_and_shows_in_every_line(desk_with_brackets: Page) -> None:
    page = desk_with_brackets
    taken(page, MOMENT)
    expect(now(page).locator("button.fill").first).to_have_text("[name]")
    assert now(page).locator(".fill", has_text="[X]").first.evaluate("element => element.tagName") == "SPAN"

    fill(page, "name", "Ada")
    fill(page, "your name", "Grace")

    expect(said(page)).to_have_text("Hello Ada, about [X]: I’m Grace.")
    page.locator("#ask-replies").focus()
    page.keyboard.press("ControlOrMeta+C")
    assert page.evaluate(CLIPBOARD) == "Hello Ada, about [X]: I’m Grace."
    page.keyboard.press("1")
    expect(said(page)).to_have_text("Ada, are you there? This is Grace.")
    page.reload()
    expect(said(page)).to_have_text("Ada, are you there? This is Grace.")
    assert "Ada" not in page.url
    results(page).get_by_role("button", name="End the call").click()
    asked(page, MOMENT)
    expect(said(page)).to_have_text("Hello [name], about [X]: I’m [your name].")


def test_escape_leaves_a_bracket_as_it_was_and_the_keys_of_the_desk_are_text(desk_with_brackets: Page) -> None:
    page = desk_with_brackets
    taken(page, MOMENT)
    fill(page, "name", "0 1 /?")
    expect(said(page)).to_contain_text("Hello 0 1 /?, about")

    page.locator("button[data-fill='name']").first.click()
    page.keyboard.type("Somebody else")
    page.keyboard.press("Escape")

    expect(said(page)).to_contain_text("Hello 0 1 /?, about")
    expect(results(page)).to_have_attribute("data-turn", "1")
    fill(page, "name", " ")
    expect(said(page)).to_contain_text("Hello [name], about")


def test_what_is_filled_in_is_text_whatever_it_is(desk_with_brackets: Page) -> None:
    page = desk_with_brackets
    taken(page, MOMENT)
    fill(page, "name", HOSTILE)

    expect(said(page)).to_contain_text(f"Hello {HOSTILE}, about")
    assert page.locator("#ask-results :is(img, b)").count() == 0


def test_brackets_of_a_guide_are_filled_too(page: Page, lines: dict[str, Any]) -> None:
    line = next(line for line in sorted(lines) if "[name]" in lines[line]["say"] and line.startswith("silence#"))
    page.goto(f"/situations/silence/#{line.split('#')[1]}")
    button = page.locator(f"[data-line='{line.split('#')[1]}'] > .say button[data-fill='name']").first
    expect(button).to_have_text("[name]")
    button.click()
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")

    expect(button).to_have_text("Ada")
    assert set(page.locator("[data-fill='name']").all_text_contents()) == {"Ada"}
    page.goto("/situations/referral/")
    filled = page.locator("button[data-fill='name']")
    if filled.count():
        expect(filled.first).to_have_text("Ada")


@pytest.mark.parametrize("address", ["/situations/silence/", "/"])
def test_no_row_begins_with_the_sign_after_a_bracket(page: Page, index: dict[str, Any], address: str) -> None:
    index["lines"]["reference-request#ref-1"]["say"] = "Hello [name], this is [your name]. Is it [project]’s day?"
    page.route("**/index.json", lambda route: route.fulfill(json=index))
    page.goto(address)
    if address == "/":
        asked(page, MOMENT)
    expect(page.locator("button.fill").first).to_be_attached()
    for width in range(320, 1300, 35):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate(PARTED) == []


def test_the_small_window_shares_the_call_and_the_fill_ins(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/situations/silence/")
    page.locator("button[data-fill='your name']:visible").first.click()
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    page.keyboard.press("/")
    taken(page, MOMENT)
    page.locator("#panel-open").click()
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Open a small window").click()
    window = opened.value

    expect(results(window)).to_have_attribute("data-turn", "1")
    assert window.evaluate("JSON.parse(sessionStorage.getItem('next-line.fill-ins'))['your name']") == "Ada"
    size = window.evaluate("[innerWidth, innerHeight]")
    assert size == [400, 700]
    # What is filled in one shows in the other.
    page.keyboard.press("Escape")
    page.locator("button[data-fill='your name']:visible").first.click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("Grace")
    page.keyboard.press("Enter")
    window.wait_for_function("() => JSON.parse(sessionStorage.getItem('next-line.fill-ins'))['your name'] === 'Grace'")
    stranger = open_page()
    stranger.goto("/")
    assert stranger.evaluate("sessionStorage.getItem('next-line.fill-ins')") is None


@pytest.mark.parametrize("touch", [False, True], ids=["keyboard", "touch"])
def test_a_line_of_a_sheet_is_copied_with_its_fill_ins_and_leads_to_its_guide(
    open_page: OpenPage, lines: dict[str, Any], touch: bool
) -> None:
    page = open_page(viewport={"width": 360, "height": 640}, has_touch=touch, is_mobile=touch)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/lines/")
    page.evaluate("sessionStorage.setItem('next-line.fill-ins', JSON.stringify({ 'your name': 'Ada' }))")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-alive", "")  # till then a button does nothing
    line = next(line for line in lines if line.startswith("silence#") and "[your name]" in lines[line]["say"])
    on_sheet = page.locator(f"#silence [data-line='{line.split('#')[1]}']")
    copy = on_sheet.get_by_role("button", name="Copy this line")
    link = on_sheet.get_by_role("link", name="Link to this line")

    if touch:
        copy.tap()
    else:
        copy.focus()
        page.keyboard.press("Enter")
    expect(page.locator("#ask-live")).to_have_text("Copied")
    assert page.evaluate(CLIPBOARD) == lines[line]["say"].replace("[your name]", "Ada")

    link.focus()
    assert link.evaluate("link => getComputedStyle(link.parentElement).opacity") == "1"
    if touch:
        link.tap()
    else:
        page.keyboard.press("Enter")
    expect(page).to_have_url(f"/situations/{line.replace('#', '/#')}")


def test_every_line_of_the_sheets_has_its_tools(page: Page, lines: dict[str, Any]) -> None:
    page.goto("/lines/")
    said = page.locator(".sheet [data-line]")
    count = said.count()

    assert count > 200
    expect(said.locator("[data-copy]")).to_have_count(count)
    broken = said.locator(".permalink").evaluate_all(
        """(links, known) => links.map((link) => new URL(link.href))
            .filter(({ pathname, hash }) => !known.includes(pathname.split('/').at(-2) + hash))
            .map(String)""",
        list(lines),
    )
    assert broken == []
