"""Large type, wide spacing, forced colours, little movement: nothing is cut, hidden or told by colour alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from ask_box import MOMENT, answers, asked, opened, results, said, taken
from open_page import OpenPage

# WCAG 1.4.12: a reader's own spacing.
SPACED = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
}"""
# Texts that something cuts: what is only said, and what is shortened with dots while its whole stands in its title.
CUT = """() => [...document.querySelectorAll('body *')]
    .filter((one) => one.checkVisibility() && !one.closest('.unseen, .out-of-sight, svg, .skip, .desk-question, input'))
    .filter((one) => ['hidden', 'clip'].includes(getComputedStyle(one).overflowY))
    .filter((one) => one.scrollHeight > one.clientHeight + 1 || (one.scrollWidth > one.clientWidth + 1 &&
        !one.title && !one.querySelector('[title]') && getComputedStyle(one).textOverflow !== 'ellipsis'))
    .map((one) => `${one.className}: ${one.textContent.trim().slice(0, 60)}`)"""
CONDITION_CUT = (
    "() => { const one = document.querySelector('.now-condition'); return one.scrollWidth > one.clientWidth }"
)
# 200 % and 400 % of a screen of 1280x720, and the narrowest that WCAG 1.4.10 asks for.
ZOOMED = ((640, 360), (320, 180), (320, 640))
ADDRESSES = ("/", "/situations/reference-request/", "/lines/", "/map/", "/status/")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_reader_s_own_spacing_cuts_no_text(open_page: OpenPage, address: str) -> None:
    page = open_page(viewport={"width": 360, "height": 640})
    page.goto(address)
    page.evaluate(SPACED)

    assert page.evaluate(CUT) == []
    page.locator("#ask").focus()
    taken(page, MOMENT)
    assert page.evaluate(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_longest_condition_is_read_whole_on_the_smallest_screen(
    open_page: OpenPage, index: dict[str, dict[str, dict[str, str]]]
) -> None:
    longest = max((line["condition"] for line in index["lines"].values()), key=len)
    index["lines"]["reference-request#ref-1"]["condition"] = longest
    page = open_page(viewport={"width": 320, "height": 640})
    page.route("**/index.json", lambda route: route.fulfill(json=index))
    opened(page)
    taken(page, MOMENT)

    expect(page.locator(".now-condition")).to_have_text(longest)
    assert not page.evaluate(CONDITION_CUT)
    page.evaluate(SPACED)
    assert not page.evaluate(CONDITION_CUT)


@pytest.mark.parametrize(("width", "height"), ZOOMED)
def test_zoomed_in_everything_can_be_reached_and_nothing_moves_sideways(
    open_page: OpenPage, width: int, height: int
) -> None:
    for address in ADDRESSES:
        page = open_page(viewport={"width": width, "height": height})
        page.goto(address)
        page.locator("#ask").focus()
        taken(page, MOMENT)
        expect(said(page)).to_be_in_viewport()
        answers(page).last.scroll_into_view_if_needed()
        expect(answers(page).last).to_be_in_viewport(ratio=0.9)
        end = results(page).get_by_role("button", name="End the call")
        end.scroll_into_view_if_needed()
        expect(end).to_be_in_viewport(ratio=0.9)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator("#panel-open").click()
        page.get_by_role("button", name="Clear everything").scroll_into_view_if_needed()
        expect(page.get_by_role("button", name="Clear everything")).to_be_in_viewport()
        assert page.evaluate(
            "document.querySelector('#panel').scrollWidth <= document.querySelector('#panel').clientWidth"
        )


def test_in_forced_colours_the_chosen_answer_and_the_focus_have_an_edge(open_page: OpenPage) -> None:
    page = open_page(forced_colors="active")
    opened(page)
    taken(page, MOMENT)
    page.keyboard.press("ArrowDown")
    edge = "one => getComputedStyle(one).borderLeftWidth"

    expect(answers(page).nth(0)).to_have_attribute("aria-selected", "true")
    assert answers(page).nth(0).evaluate(edge) == "4px"
    assert answers(page).nth(1).evaluate(edge) == "1px"
    outline = "one => [getComputedStyle(one).outlineStyle, getComputedStyle(one).outlineWidth]"
    assert page.locator("#ask-replies").evaluate(outline) == ["solid", "2px"]
    page.keyboard.press("Escape")
    asked(page, "a customer zxqv wkjh")
    guessed = results(page).get_by_role("option")
    assert guessed.nth(0).evaluate(edge) == "4px"
    assert guessed.nth(1).evaluate(edge) == "0px"


def test_in_forced_colours_a_bracket_and_what_can_be_pressed_are_told_apart_from_text(open_page: OpenPage) -> None:
    page = open_page(forced_colors="active")
    page.goto("/situations/silence/")

    prompt = page.locator("button.fill").first
    prompt.evaluate("one => one.closest('details')?.setAttribute('open', '')")
    assert prompt.evaluate("one => getComputedStyle(one).borderBottomStyle") == "dotted"
    assert page.locator(".copy").first.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"


@pytest.mark.parametrize("address", ["/", "/situations/reference-request/"])
def test_nothing_moves_where_little_movement_is_asked_for(open_page: OpenPage, address: str) -> None:
    page = open_page(reduced_motion="reduce")
    page.goto(address)
    page.locator("#ask").focus()
    taken(page, MOMENT)
    page.keyboard.press("1")
    expect(results(page)).to_have_attribute("data-turn", "2")

    assert moving(page) == []


def moving(page: Page) -> list[str]:
    """Give what moves or would: running animations, transitions, smooth scrolling."""
    found: list[str] = page.evaluate(
        """() => [
            ...document.getAnimations().filter(({ playState }) => playState === 'running').map(String),
            ...[...document.querySelectorAll('*')].filter((one) => {
                const { transitionDuration, scrollBehavior } = getComputedStyle(one)
                const lasts = transitionDuration.split(', ').some((time) => parseFloat(time) > 0)
                return lasts || scrollBehavior === 'smooth'
            }).map((one) => one.className),
        ]"""
    )
    return found
