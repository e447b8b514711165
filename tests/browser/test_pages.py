"""Guides and desk as a reader meets them: line in sight, anchors, no script, no barrier, light and dark."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from open_page import OpenPage

GUIDES = {
    "situations/reference-request": "ref-1",
    "techniques/softening-statement": "say-1",
    "techniques/focusing-question": "say-1",
    "techniques/reference-outcomes": "say-1",
}
SIZES = ({"width": 1280, "height": 720}, {"width": 480, "height": 800}, {"width": 360, "height": 640})
KINDS_OF_PAGE = ("/", "/situations/reference-request/", "/techniques/focusing-question/", "/404.html")

IN_SIGHT = """line => {
  const text = line.querySelector('.say').getBoundingClientRect()
  const covered = document.querySelector('.header').getBoundingClientRect().bottom
  return text.top >= covered && text.bottom <= window.innerHeight && text.right <= window.innerWidth
}"""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size['width']}x{size['height']}")
@pytest.mark.parametrize("guide", GUIDES)
def test_the_first_line_is_in_sight(open_page: OpenPage, guide: str, size: dict[str, int]) -> None:
    page = open_page(viewport=size)
    for address in (f"/{guide}/", f"/{guide}/#{GUIDES[guide]}"):
        page.goto(address)
        line = page.locator(f"[data-line='{GUIDES[guide]}']")
        assert line.get_attribute("id") == GUIDES[guide]
        assert line.evaluate(IN_SIGHT), address


@pytest.mark.parametrize("address", KINDS_OF_PAGE)
def test_no_page_scrolls_sideways(open_page: OpenPage, address: str) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_every_anchor_is_a_place_on_the_page(page: Page) -> None:
    for guide in GUIDES:
        page.goto(f"/{guide}/")
        missing = page.evaluate(
            """() => [...document.querySelectorAll('a[href^="#"]')]
                 .map(link => link.getAttribute('href').slice(1))
                 .filter(id => !document.getElementById(id))"""
        )
        assert missing == [], guide


def test_every_id_stands_once_on_its_page(page: Page) -> None:
    for guide in GUIDES:
        page.goto(f"/{guide}/")
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
        assert len(ids) == len(set(ids)), guide


def test_the_tab_says_next_line_and_nothing_of_the_customer(page: Page) -> None:
    for guide in GUIDES:
        page.goto(f"/{guide}/")
        assert page.title() == "Next Line"


def test_a_variant_named_in_the_address_is_unfolded(page: Page) -> None:
    page.goto("/situations/reference-request/#ref-1b")
    expect(page.locator("#ref-1b")).to_be_visible()


def test_a_guide_is_whole_without_javascript(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("/situations/reference-request/")
    expect(page.locator("[data-line='ref-1'] .say")).to_contain_text("Happy to.")
    expect(page.locator("#b-policy [data-line]").first).to_be_visible()
    expect(page.locator("#ask")).to_be_hidden()
    page.get_by_role("link", name="All moments").first.click()
    expect(page.locator("#moments")).to_be_in_viewport()


def test_the_desk_shows_every_moment_without_javascript(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("/")
    for guide in GUIDES:
        expect(page.locator(f"#moments a[href='{guide}/']")).to_be_visible()


def test_the_keyboard_alone_goes_from_the_desk_to_a_branch(page: Page) -> None:
    page.goto("/")
    page.locator("#moments .tile").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-page='reference-request']")).to_be_visible()
    page.locator(".onward a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".branch").first).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", KINDS_OF_PAGE)
def test_nothing_on_the_page_is_a_barrier(open_page: OpenPage, address: str, scheme: Any) -> None:
    page = open_page(color_scheme=scheme)
    page.goto(address)
    assert _barriers(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES[::2], ids=lambda size: f"{size['width']}x{size['height']}")
@pytest.mark.parametrize("address", KINDS_OF_PAGE[:3])
def test_nothing_in_an_answer_is_a_barrier(open_page: OpenPage, address: str, size: Any, scheme: Any) -> None:
    page = open_page(color_scheme=scheme, viewport=size)
    page.goto(address)
    said = "can we talk to one of your clients"
    page.keyboard.press("/")
    page.keyboard.type(said)
    expect(page.locator("#ask-results")).to_have_attribute("data-answered", said)
    assert _barriers(page) == []


def _barriers(page: Page) -> list[str]:
    """Give the violations that axe finds, by rule and element; best practices included."""
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    page.evaluate(script)
    found = page.evaluate("axe.run()")
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found["violations"] for node in rule["nodes"]]
