"""What the tests share: sites that are really built, and a real browser that tolerates nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from chromium import NoChromiumError, launched
from minimum_tests import pytest_addoption, pytest_collection_finish
from open_page import OpenPage
from site_builder import REPOSITORY, Build, BuildSite, build, write_and_build
from site_server import policy_of, served

__all__ = ["pytest_addoption", "pytest_collection_finish"]


@pytest.fixture
def build_site(tmp_path: Path) -> BuildSite:
    """Write a small project into a folder of its own and build it."""

    def build_it(files: Mapping[str, str | bytes]) -> Build:
        return write_and_build(tmp_path, files)

    return build_it


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the real site, built once."""
    built = build(REPOSITORY / "mkdocs.yml", tmp_path_factory.mktemp("real") / "site")
    if built.status:
        pytest.fail(f"The site cannot be built:\n{built.report}", pytrace=False)
    return built.site


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """Give the address of the real site, served under its own Content-Security-Policy; no slash at the end."""
    with served(site, policy_of(site)) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give Chromium, started once."""
    with sync_playwright() as playwright:
        try:
            chromium = launched(playwright)
        except NoChromiumError as error:
            pytest.fail(str(error), pytrace=False)
        yield chromium
        chromium.close()


@pytest.fixture
def troubles() -> list[str]:
    """Collect what goes wrong in the pages of a test, which fails if any is left at its end.

    A test that provokes trouble asserts what it finds here and clears the list.
    """
    return []


@pytest.fixture
def open_page(browser: Browser, site_url: str, troubles: list[str]) -> Iterator[OpenPage]:
    """Make pages of which every error, policy violation and request to elsewhere is trouble."""
    contexts = []

    def open_it(**options: Any) -> Page:
        context = browser.new_context(**{"base_url": site_url, **options})
        contexts.append(context)
        page = context.new_page()
        _watch(page, options.get("base_url", site_url), troubles)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Give a fresh page; ``page.goto("/")`` opens the desk of the real site."""
    return open_page()


@pytest.fixture(scope="session")
def modules_page(browser: Browser, site_url: str) -> Iterator[Page]:
    """Give one page for all tests that only import the modules of the site and leave the page as it was."""
    troubles: list[str] = []
    context = browser.new_context(base_url=site_url)
    page = context.new_page()
    _watch(page, site_url, troubles)
    page.goto("/404.html")
    yield page
    context.close()
    assert troubles == []


def _watch(page: Page, home: str, troubles: list[str]) -> None:
    def requested(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and f"{address.scheme}://{address.netloc}" != home:
            troubles.append(f"request to elsewhere: {request.url}")

    page.on("request", requested)
    page.on("pageerror", lambda error: troubles.append(f"page error: {error.message}"))
    # Chromium tells violations of the policy and files that do not load as errors of the console.
    page.on("console", lambda told: troubles.append(f"console: {told.text}") if told.type == "error" else None)
