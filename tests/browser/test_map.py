"""The picture of the whole: every guide a link, every conversation a curve that words tell, too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from open_page import OpenPage
from playbook.guides.graph import edges
from real_edition import EDITION, GUIDES

STROKES = "node => [...node.querySelectorAll('path')].map(path => getComputedStyle(path).strokeOpacity)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_guide_is_a_link_in_the_picture(open_page: OpenPage, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    page.goto("/map/")
    node = page.locator(".map-picture a")
    expect(node).to_have_count(len(GUIDES))
    node.first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-page]")).to_be_visible()


def test_every_conversation_stands_in_the_picture_and_in_words(page: Page) -> None:
    page.goto("/map/")
    spoken = sum(edge.spoken for edge in edges(EDITION.guides, ()))

    assert spoken > len(GUIDES)
    expect(page.locator(".map-ways path")).to_have_count(spoken)
    expect(page.locator(".map li a")).to_have_count(spoken + len(GUIDES))


def test_the_guide_in_focus_shows_where_its_conversations_go(page: Page) -> None:
    page.goto("/map/")
    guide = page.locator(".map-guide").first
    node = guide.locator("a")
    assert set(guide.evaluate(STROKES)) == {"0.55"}
    page.locator(".ask input, #ask").first.focus()
    while not node.evaluate("node => node === document.activeElement"):
        page.keyboard.press("Tab")

    assert set(guide.evaluate(STROKES)) == {"1"}


def test_on_a_narrow_screen_the_picture_moves_sideways_and_says_so(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 360, "height": 640})
    page.goto("/map/")
    expect(page.locator(".map-hint")).to_be_visible()
    page.locator(".map-technique").first.focus()

    expect(page.locator(".map-technique rect").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
