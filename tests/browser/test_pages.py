"""Guides and desk as a reader meets them: line in sight, anchors, no script, no barrier, light and dark."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from open_page import OpenPage
from real_edition import GUIDES, SITUATIONS

SIZES = ({"width": 1280, "height": 720}, {"width": 480, "height": 800}, {"width": 360, "height": 640})
ANSWERING = ("/", "/situations/reference-request/", "/techniques/focusing-question/")
TEXTS = ("/lines/", "/sources/", "/glossary/", "/paths/first-week/")
KINDS_OF_PAGE = (*ANSWERING, "/404.html", *TEXTS)
PRINTED_PAGE, SHEET = re.compile(rb"/Type /Page\b"), re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")

OPEN_WORDS = "guide => guide.innerText.split(/\\s+/).filter(word => /[\\p{L}\\p{N}]/u.test(word)).length"
IN_SIGHT = """line => {
  const text = line.querySelector('.say').getBoundingClientRect()
  const covered = document.querySelector('.header').getBoundingClientRect().bottom
  return text.top >= covered && text.bottom <= window.innerHeight && text.right <= window.innerWidth
}"""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size['width']}x{size['height']}")
def test_the_first_line_of_every_guide_is_in_sight(open_page: OpenPage, size: dict[str, int]) -> None:
    page = open_page(viewport=size)
    hidden = []
    for guide in GUIDES:
        first = guide.opening[0].id
        for address in (f"/{guide.url}", f"/{guide.url}#{first}"):
            page.goto(address)
            if not page.locator(f"#{first}[data-line='{first}']").evaluate(IN_SIGHT):
                hidden.append(address)
    assert hidden == []


def test_no_page_scrolls_sideways(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    wide = []
    for address in (*KINDS_OF_PAGE, *(f"/{situation.url}" for situation in SITUATIONS)):
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(address)
    assert wide == []


def test_the_lines_are_printed_on_two_sheets_of_a4_a_situation(page: Page) -> None:
    page.goto("/lines/")
    printed = page.pdf(prefer_css_page_size=True)

    assert len(PRINTED_PAGE.findall(printed)) <= 2 * len(SITUATIONS)
    assert {(round(float(width)), round(float(height))) for width, height in SHEET.findall(printed)} == {(595, 842)}


def test_a_technique_is_printed_on_one_page_of_a4_and_a_situation_on_three_at_most(page: Page) -> None:
    pages = {}
    for guide in GUIDES:
        page.goto(f"/{guide.url}")
        pages[guide.id] = len(PRINTED_PAGE.findall(page.pdf(prefer_css_page_size=True)))

    most = {guide.id: 1 if guide.kind == "technique" else 3 for guide in GUIDES}
    assert {name: count for name, count in pages.items() if count > most[name]} == {}


def test_paper_shows_every_branch_and_tone_and_no_learning_section(page: Page) -> None:
    page.goto("/situations/reference-request/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator("#ref-13")).to_be_visible()
    expect(page.locator("#ref-1b")).to_be_visible()
    expect(page.locator("#why")).to_be_hidden()
    expect(page.get_by_text("Next Line · /situations/reference-request/")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.locator("#ref-13")).to_be_hidden()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("place", ["b-policy", "ref-13", "why", "ref-1b"])
def test_a_folded_part_is_unfolded_by_its_address_alone(open_page: OpenPage, script: bool, place: str) -> None:
    page = open_page(java_script_enabled=script)
    page.goto("/situations/reference-request/")
    expect(page.locator(f"#{place}")).to_be_hidden()
    page.goto(f"/situations/reference-request/#{place}")
    expect(page.locator(f"#{place}")).to_be_in_viewport()


def test_at_most_350_words_of_a_situation_are_open_at_load(page: Page) -> None:
    most = {}
    for situation in SITUATIONS:
        page.goto(f"/{situation.url}")
        most[situation.id] = page.locator(".guide").evaluate(OPEN_WORDS)
    assert {name: words for name, words in most.items() if words > 350} == {}


def test_a_variant_named_in_the_address_is_unfolded(page: Page) -> None:
    page.goto("/situations/reference-request/#ref-1b")
    expect(page.locator("#ref-1b")).to_be_visible()


def test_a_guide_is_whole_without_javascript(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("/situations/reference-request/")
    expect(page.locator("[data-line='ref-1'] > .say")).to_contain_text("Happy to.")
    page.locator("summary", has_text="Procurement needs references").click()
    expect(page.locator("#b-policy [data-line]").first).to_be_visible()
    expect(page.locator("#ask")).to_be_hidden()
    page.get_by_role("link", name="All moments").first.click()
    expect(page.locator("#moments")).to_be_in_viewport()


def test_the_desk_shows_every_moment_without_javascript(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("/")
    for guide in GUIDES:
        expect(page.locator(f"#moments a[href='{guide.url}']").first).to_be_visible()


def test_the_keyboard_alone_goes_from_the_desk_to_a_branch(page: Page) -> None:
    page.goto("/")
    page.locator("#moments a[href='situations/reference-request/']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-page='reference-request']")).to_be_visible()
    page.locator(".onward a[href^='#b-']").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".branch-body:target .say").first).to_be_in_viewport()
