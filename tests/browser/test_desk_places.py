"""Where the eye rests: what is in sight without scrolling, and a line that begins at the same height in every turn."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ask_box import MOMENT, OFF_THE_SUBJECT, answers, asked, now, opened, results, said, taken, turn_from, ways
from open_page import OpenPage

SIZES = [(1280, 720), (400, 700), (360, 640)]
LONG = "I wish this had gone better for you, and I want to put it right. Which part of it hurts your work most today?"


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_box_line_and_first_two_answers_are_in_sight(open_page: OpenPage, width: int, height: int) -> None:
    page = open_page(viewport={"width": width, "height": height})
    opened(page)
    taken(page, MOMENT)

    expect(page.locator("#ask")).to_be_in_viewport(ratio=1)
    expect(said(page)).to_be_in_viewport(ratio=1)
    expect(answers(page).nth(0)).to_be_in_viewport(ratio=1)
    expect(answers(page).nth(1)).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "height"), [*SIZES, (360, 380)])
def test_the_line_begins_at_the_same_height_in_every_turn(
    open_page: OpenPage, lines: dict[str, Any], width: int, height: int
) -> None:
    page = open_page(viewport={"width": width, "height": height})
    opened(page)
    asked(page, MOMENT)
    tops = {top(page)}
    page.keyboard.press("Enter")
    tops.add(top(page))
    way = [keys for keys, answer in ways(lines, "reference-request#ref-1") if "line" in answer["to"]][-1]
    for turn, key in enumerate(way, 2):
        page.keyboard.press(key)
        expect(results(page)).to_have_attribute("data-turn", str(turn))
        tops.add(top(page))
    page.keyboard.press("Backspace")
    expect(results(page)).to_have_attribute("data-turn", str(len(way)))
    tops.add(top(page))

    assert len(tops) == 1


@pytest.mark.parametrize("text", [OFF_THE_SUBJECT, "z"], ids=["nothing", "too short"])
@pytest.mark.parametrize(("width", "height"), [*SIZES, (360, 380)])
def test_the_safe_question_is_first_and_begins_where_a_line_does(
    open_page: OpenPage, width: int, height: int, text: str
) -> None:
    page = opened(open_page(viewport={"width": width, "height": height}))
    asked(page, MOMENT)
    line = top(page)
    page.keyboard.press("Escape")
    found = asked(page, text)
    safe = found.locator(".safe")

    expect(safe).to_be_in_viewport(ratio=1)
    box = safe.bounding_box()
    assert box
    assert round(box["y"], 1) == line
    first = found.evaluate("one => one.innerText.trim().split('\\n')[0]")
    assert first == safe.inner_text().strip()
    below = found.locator(".bridge-now:visible").bounding_box()
    assert below
    assert below["y"] > box["y"] + box["height"]


def test_an_answer_tapped_far_below_brings_the_next_line_into_sight(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 360, "height": 380}, has_touch=True)
    opened(page)
    asked(page, MOMENT)
    answers(page).last.scroll_into_view_if_needed()
    answers(page).last.tap()

    expect(results(page)).to_have_attribute("data-turn", "2")
    expect(page.locator(".now-say")).to_be_in_viewport(ratio=1)


def top(page: Page) -> float:
    box = said(page).bounding_box()
    assert box
    scrolled: float = page.evaluate("scrollY")
    return round(box["y"] + scrolled, 1)


def test_with_the_keyboard_of_a_telephone_open_a_line_of_24_words_is_in_sight(
    open_page: OpenPage, index: dict[str, Any]
) -> None:
    page = open_page(viewport={"width": 360, "height": 380})
    assert len(LONG.split()) == 24
    index["lines"]["reference-request#ref-1"]["say"] = LONG
    page.route("**/index.json", lambda route: route.fulfill(json=index))
    opened(page)
    asked(page, MOMENT)

    expect(said(page)).to_have_text(LONG)
    expect(page.locator("#ask")).to_be_in_viewport(ratio=1)
    expect(said(page)).to_be_in_viewport(ratio=1)


def test_at_four_times_the_size_the_line_begins_on_the_screen(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 320, "height": 180})
    opened(page)
    asked(page, MOMENT)

    expect(said(page)).to_be_in_viewport(ratio=0.3)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("address", ["/", "/situations/reference-request/"])
def test_answers_are_large_enough_for_a_thumb(open_page: OpenPage, address: str) -> None:
    page = open_page(viewport={"width": 360, "height": 640}, has_touch=True)
    page.goto(address)
    page.locator("#ask").tap()
    asked(page, MOMENT)

    sizes = page.locator("#ask-replies [role=option]").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert min(sizes) >= 44
    answers(page).nth(1).tap()
    expect(results(page)).to_have_attribute("data-turn", "2")
    small = page.evaluate(
        """() => [...document.querySelectorAll('#ask-results :is(button, a, summary)')]
            .filter((control) => control.checkVisibility() && !control.matches('.fill'))
            .filter((control) => control.getBoundingClientRect().height < 24)
            .map((control) => control.textContent)"""
    )
    assert small == []
    assert now(page).is_visible()


def test_nothing_on_the_page_shifts_while_one_types_and_walks(desk: Page) -> None:
    desk.evaluate(
        """() => {
            window.shifts = 0
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) window.shifts += entry.hadRecentInput ? 0 : entry.value
            }).observe({ type: 'layout-shift', buffered: true })
        }"""
    )
    taken(desk, MOMENT)
    desk.keyboard.press("1")
    expect(results(desk)).to_have_attribute("data-turn", "2")

    assert desk.evaluate("window.shifts") == 0


def test_of_many_answers_six_are_drawn_and_a_button_shows_the_next_numbered_too(
    page: Page, index: dict[str, Any]
) -> None:
    asking = index["lines"][turn_from(index["lines"], "reference-request#ref-1")]
    asking["answers"] = [{**asking["answers"][0], "heard": f"Answer {number}"} for number in range(1, 14)]
    page.route("**/index.json", lambda route: route.fulfill(json=index))
    page.goto("/")
    taken(page, MOMENT)
    expect(answers(page)).to_have_count(6)
    more = results(page).locator("[data-act=more]")
    expect(more).to_have_text("7 more answers")

    more.click()

    expect(answers(page).locator(".answer-heard")).to_have_text([f"Answer {number}" for number in range(7, 13)])
    expect(answers(page).last.locator(".badge")).to_be_visible()
    page.keyboard.press("6")
    expect(now(page).locator(".now-heard")).to_contain_text("Answer 12")
    page.keyboard.press("0")
    for _ in range(13):
        page.keyboard.press("ArrowDown")
    expect(answers(page)).to_have_count(1)
    page.keyboard.press("Enter")
    expect(now(page).locator(".now-heard")).to_contain_text("Answer 13")


FADE = "one => { const { position, height } = getComputedStyle(one, '::after'); return [position, height] }"


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (360, 640)])
def test_below_the_header_what_goes_on_fades_and_nothing_is_left_faded_at_its_end(
    open_page: OpenPage, width: int, height: int
) -> None:
    page = open_page(viewport={"width": width, "height": height})
    page.goto("/situations/silence/")
    page.keyboard.press("/")
    found = asked(page, MOMENT)
    end = found.get_by_role("button", name="End the call")
    assert found.evaluate("one => one.scrollHeight > one.clientHeight")
    assert found.evaluate(FADE) == ["sticky", "40px"]

    end.focus()  # what has the focus stands clear of it too
    edge, last = found.bounding_box(), end.bounding_box()
    assert edge
    assert last
    assert last["y"] + last["height"] <= edge["y"] + edge["height"] - 40
    found.evaluate("one => one.scrollTo(0, one.scrollHeight)")
    last = end.bounding_box()
    assert last
    assert last["y"] + last["height"] <= edge["y"] + edge["height"] - 40


def test_the_desk_s_own_answer_fades_nowhere(desk: Page) -> None:
    assert asked(desk, MOMENT).evaluate("one => getComputedStyle(one, '::after').content") == "none"
