"""Every address that was ever published arrives at what it names, old ones included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from open_page import OpenPage
from playbook.links.promise.address_book import read_book
from site_builder import REPOSITORY, write_and_build
from site_case import sound_site
from site_server import policy_of, served

NOT_ARRIVED = """ids => ids.filter(id => {
  location.hash = ''
  location.hash = id
  return document.querySelector(':target')?.id !== id
})"""
REDIRECTS = b"""\
/old-page/: /techniques/own-it/
/old-page/#first: /techniques/own-it/#say-1
/older/page/: /situations/late-delivery/#b-cost
/techniques/own-it/#formerly: /techniques/own-it/#how
/techniques/own-it/#gone: /situations/late-delivery/#b-penalty
"""
# An old address, where it arrives, and the element that is there.
MOVED = {
    "/old-page/": ("/techniques/own-it/", ""),
    "/old-page/#say-2": ("/techniques/own-it/#say-2", "say-2"),
    "/old-page/#first": ("/techniques/own-it/#say-1", "say-1"),
    "/older/page/": ("/situations/late-delivery/#b-cost", "b-cost"),
    "/techniques/own-it/#formerly": ("/techniques/own-it/#formerly", "formerly"),
    "/techniques/own-it/#gone": ("/situations/late-delivery/#b-penalty", "b-penalty"),
}


def _pages(book: list[str]) -> Mapping[str, list[str]]:
    pages: dict[str, list[str]] = defaultdict(list)
    for address in book:
        page, _, anchor = address.partition("#")
        pages[page] += [anchor] if anchor else []
    return pages


def test_every_address_in_the_book_arrives_at_the_element_it_names(page: Page) -> None:
    book = read_book((REPOSITORY / "addresses.txt").read_text(encoding="utf-8"))
    missed = []
    for address, anchors in _pages(book).items():
        response = page.goto(address)
        assert response is not None
        missed += [address] if response.status != 200 else []
        missed += [f"{address}#{anchor}" for anchor in page.evaluate(NOT_ARRIVED, anchors)]

    assert len(book) > 700
    assert missed == []


@pytest.fixture(scope="module")
def moved_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the sound site with redirects, under its own policy."""
    folder = tmp_path_factory.mktemp("moved")
    built = write_and_build(folder, {**sound_site(), "redirects.yml": REDIRECTS})
    assert built.report == ""
    assert "/old-page/ /techniques/own-it/;" in Path(folder, "redirects.nginx.conf").read_text(encoding="utf-8")
    with served(built.site, policy_of(built.site)) as address:
        yield address


@pytest.mark.parametrize("old", MOVED)
def test_an_old_address_arrives_and_leaves_no_entry_in_the_history(
    open_page: OpenPage, moved_url: str, old: str
) -> None:
    page = open_page(base_url=moved_url)
    page.goto("/")
    entries = page.evaluate("history.length")
    page.goto(old)
    new, element = MOVED[old]
    page.wait_for_url(f"{moved_url}{new}")

    assert page.evaluate("document.querySelector(':target')?.id ?? ''") == element
    assert page.evaluate("history.length") == entries + 1


@pytest.mark.parametrize("old", ["/old-page/", "/older/page/"])
def test_an_old_page_leads_on_without_javascript(open_page: OpenPage, moved_url: str, old: str) -> None:
    page = open_page(base_url=moved_url, java_script_enabled=False)
    page.goto(old)
    page.wait_for_url(f"{moved_url}{MOVED[old][0]}")


def test_an_old_anchor_of_the_same_page_works_without_javascript(open_page: OpenPage, moved_url: str) -> None:
    page = open_page(base_url=moved_url, java_script_enabled=False)
    page.goto("/techniques/own-it/#formerly")
    expect(page.locator("#how")).to_be_in_viewport()


def test_an_anchor_moved_elsewhere_shows_a_link_without_javascript(open_page: OpenPage, moved_url: str) -> None:
    page = open_page(base_url=moved_url, java_script_enabled=False)
    page.goto("/techniques/own-it/#gone")
    page.locator("#gone").click()
    page.wait_for_url(f"{moved_url}/situations/late-delivery/#b-penalty")
