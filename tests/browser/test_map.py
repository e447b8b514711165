"""The picture of a conversation on its own page, and the list of all guides that can be shortened."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from open_page import OpenPage
from real_edition import GUIDES, SITUATIONS

STROKES = "node => [...node.querySelectorAll('path')].map(path => getComputedStyle(path).strokeOpacity)"
GUIDE = "/situations/reference-request/"


def _unfolded(page: Page) -> None:
    page.goto(GUIDE)
    page.locator("summary", has_text="as a picture").click()
    expect(page.locator(".map-picture")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_branch_is_a_link_in_the_picture_that_unfolds_it(open_page: OpenPage, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    _unfolded(page)
    branches = next(guide for guide in SITUATIONS if guide.id == "reference-request").branches
    expect(page.locator(".map-picture a[href^='#b-']")).to_have_count(len(branches))
    page.locator(".map-picture a[href='#b-policy']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#b-policy")).to_be_in_viewport()


def test_what_is_in_focus_shows_where_it_leads(page: Page) -> None:
    _unfolded(page)
    opening = page.locator(".map-guide").first
    assert set(opening.evaluate(STROKES)) == {"0.55"}
    page.locator("summary", has_text="as a picture").focus()
    page.keyboard.press("Tab")
    assert set(opening.evaluate(STROKES)) == {"1"}


def test_on_a_narrow_screen_the_picture_moves_sideways_and_says_so(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 360, "height": 640})
    _unfolded(page)
    expect(page.locator(".map-hint")).to_be_visible()
    page.locator(".map-node").last.focus()
    expect(page.locator(".map-node rect").last).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_list_of_guides_is_shortened_to_what_has_the_words(page: Page) -> None:
    page.goto("/map/")
    entries = page.locator(".map li")
    expect(entries.locator("visible=true")).to_have_count(len(GUIDES))
    page.locator("#filter").press_sequentially("costs TOO")
    expect(entries.first).to_be_hidden()
    expect(page.locator(".map li:visible > a:first-child", has_text="They say it costs too much")).to_be_visible()
    page.locator("#filter").press_sequentially(" zzz")
    expect(page.locator(".filter-count")).to_have_text(f"0 of {len(GUIDES)}")


def test_without_javascript_the_list_is_whole_and_has_no_field(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("/map/")
    expect(page.locator(".map li:visible")).to_have_count(len(GUIDES))
    expect(page.locator("#filter")).to_be_hidden()
