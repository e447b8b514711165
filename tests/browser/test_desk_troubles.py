"""What goes wrong around the desk: a clock set wrong, two tabs, a new build under an open tab, a page from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from ask_box import MOMENT, OFF_THE_SUBJECT, asked, now, opened, results, said, taken

START = "reference-request#ref-1"


@pytest.mark.parametrize("today", ["1970-01-01T00:00", "9999-12-31T23:59"])
def test_a_clock_that_is_set_wrong_breaks_nothing(page: Page, today: str) -> None:
    page.clock.set_fixed_time(today)
    opened(page)
    asked(page, OFF_THE_SUBJECT)
    page.keyboard.press("Escape")
    taken(page, MOMENT)
    page.keyboard.press("1")
    expect(results(page)).to_have_attribute("data-turn", "2")
    page.reload()
    expect(results(page)).to_have_attribute("data-turn", "2")

    noted = page.evaluate("JSON.parse(localStorage.getItem('next-line.gaps'))")
    assert [gap["day"] for gap in noted] == [today.split("T")[0]]


def test_a_clock_that_is_set_back_does_not_silence_a_new_build(page: Page) -> None:
    page.clock.install()
    page.route("**/build.txt", lambda route: route.fulfill(body="0123456789\n"))
    opened(page)
    page.clock.set_system_time("2001-01-01T00:00")
    page.evaluate("window.dispatchEvent(new Event('focus'))")

    expect(page.get_by_text("New lines are ready.")).to_be_visible()


def test_what_a_server_says_in_place_of_the_build_s_name_is_no_new_build(page: Page) -> None:
    page.clock.install()
    page.route("**/build.txt", lambda route: route.fulfill(body="<h1>Please sign in</h1>"))
    opened(page)
    page.clock.set_system_time(page.evaluate("Date.now()") / 1000 + 3600)
    with page.expect_response("**/build.txt"):
        page.evaluate("window.dispatchEvent(new Event('focus'))")
    taken(page, MOMENT)

    expect(page.get_by_text("New lines are ready.")).to_be_hidden()


def test_two_tabs_hold_two_calls(desk: Page) -> None:
    taken(desk, MOMENT)
    other = desk.context.new_page()
    opened(other)
    expect(results(other)).to_have_attribute("data-turn", "0")
    taken(other, "this is unacceptable, it broke again")
    second = now(other).get_attribute("data-moment") or ""
    assert second != START

    desk.reload()
    other.reload()

    expect(now(desk)).to_have_attribute("data-moment", START)
    expect(now(other)).to_have_attribute("data-moment", second)
    other.get_by_role("button", name="End the call").click()
    desk.reload()
    expect(now(desk)).to_have_attribute("data-moment", START)


def test_a_call_goes_on_in_a_new_build_as_far_as_its_lines_are_still_there(page: Page, index: dict[str, Any]) -> None:
    opened(page)
    taken(page, MOMENT)
    page.keyboard.press("1")
    expect(results(page)).to_have_attribute("data-turn", "2")
    second = now(page).get_attribute("data-moment") or ""
    assert second != START
    index["build"] = "0123456789"
    del index["lines"][second]
    page.route("**/index.json", lambda route: route.fulfill(json=index))

    page.reload()

    expect(results(page)).to_have_attribute("data-turn", "1")
    expect(now(page)).to_have_attribute("data-moment", START)
    expect(said(page)).to_be_visible()


def test_a_guide_s_link_shows_its_lines_where_the_server_is_gone(desk: Page, troubles: list[str]) -> None:
    tile = desk.locator(".tile").first
    title = tile.locator(".tile-title").inner_text()
    desk.wait_for_function("() => performance.getEntriesByName('desk-ready').length")
    desk.context.set_offline(True)

    tile.click()

    held = desk.locator("#held")
    expect(held.locator("h2")).to_have_text(title)
    expect(held.get_by_role("button", name="Close")).to_be_in_viewport()
    expect(held.get_by_text("The page cannot be had just now.")).to_be_in_viewport()
    expect(held.locator("li").first.locator(".held-heard")).not_to_be_empty()
    desk.keyboard.press("Escape")
    expect(desk).to_have_url("/")

    assert troubles == ["console: Failed to load resource: net::ERR_INTERNET_DISCONNECTED"]
    troubles.clear()

    desk.context.set_offline(False)
    tile.click()
    expect(desk.locator("h1")).to_have_text(title)


def test_from_a_file_the_page_says_what_is_needed(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "index.html").as_uri())

    # At once: it waits for no animation.
    shown = page.locator(".ask-needs").evaluate("one => [getComputedStyle(one).visibility, one.getAnimations().length]")
    assert shown == ["visible", 0]
    expect(page.get_by_text("not from a file")).to_be_in_viewport(ratio=1)
    expect(page.locator("#moments").get_by_role("link").first).to_be_visible()
    # What would do nothing is not offered.
    expect(page.locator("#ask, #panel-open").filter(visible=True)).to_have_count(0)
    expect(page.locator(".copy:visible")).to_have_count(0)
    context.close()


def test_on_a_slow_line_nothing_is_said_to_be_needed_before_the_modules_could_come(page: Page) -> None:
    waiting: list[Route] = []
    page.route("**/main.js", lambda route: waiting.append(route))
    page.goto("/", wait_until="commit")
    expect(page.locator("#ask")).to_be_visible()
    needs = page.locator(".ask-needs")
    # It waits, and the wait is over before it is seen.
    delay = "one => one.getAnimations().map((animation) => animation.effect.getTiming().delay)"
    assert needs.evaluate(delay) == [4000]
    needs.evaluate("one => one.getAnimations()[0].pause()")
    expect(needs).to_be_hidden()

    waiting[0].continue_()
    expect(page.locator("html")).to_have_attribute("data-alive", "")
    expect(needs).to_be_hidden()
