"""What a first visit costs: few requests, few bytes, and the index only after the page is there."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

PAGES = ["/", "/situations/reference-request/", "/paths/first-week/", "/lines/"]
ASKED = """() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .filter(({ startTime }) => startTime < performance.getEntriesByName('first-paint')[0].startTime)
    .map(({ name }) => new URL(name).pathname)"""
AFTER_PAINT = """() => {
    const index = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('index.json'))
    return index.startTime > performance.getEntriesByName('first-paint')[0].startTime
}"""


def visited(page: Page, path: str) -> list[str]:
    page.goto(path)
    page.wait_for_function("() => performance.getEntriesByName('desk-ready').length")
    asked: list[str] = page.evaluate(ASKED)
    return asked


def sent(site: Path, path: str) -> int:
    """Give the bytes that a server sends: texts through gzip, typefaces as they are."""
    content = (site / f"{path}{'index.html' if path.endswith('/') else ''}".lstrip("/")).read_bytes()
    return len(content if path.endswith(".woff2") else gzip.compress(content))


@pytest.mark.parametrize("path", PAGES)
def test_before_the_first_paint_at_most_ten_files_and_130_kilobytes_are_asked_for(
    page: Page, site: Path, path: str
) -> None:
    early = [urlsplit(one).path for one in visited(page, path)]

    assert len(early) <= 10
    assert sum(sent(site, one) for one in early) <= 130 * 1024


def test_the_index_is_asked_for_after_the_first_paint(page: Page) -> None:
    visited(page, "/")
    assert page.evaluate(AFTER_PAINT)


def test_a_page_that_is_opened_in_the_background_loads_the_index_without_a_paint(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(document, 'hidden', { value: true }); PerformanceObserver.prototype.observe = () => {}"
    )
    page.goto("/")
    page.wait_for_function("() => performance.getEntriesByName('desk-ready').length")
