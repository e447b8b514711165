"""With the lines of the README, nginx serves every page and redirect rightly: at the root, below a path, encrypted."""

from __future__ import annotations

import gzip
import re
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from nginx_host import BASE, REDIRECTS, below, encrypted, hosted, readme_lines
from open_page import OpenPage
from playbook.site.security_policy import POLICY


@dataclass(frozen=True)
class Host:
    """Where a site is served: scheme, host and port; the path below which it lies; its folder."""

    origin: str
    base: str
    site: Path

    def get(self, address: str, accept: str = "identity") -> tuple[HTTPResponse, bytes]:
        """Ask for an address of the site and follow nothing."""
        parts = urlsplit(self.origin)
        port = parts.port or 0
        asked: HTTPConnection = HTTPConnection("127.0.0.1", port)
        if parts.scheme == "https":
            asked = HTTPSConnection("127.0.0.1", port, context=ssl._create_unverified_context())
        asked.request("GET", self.base + quote(address), headers={"Accept-Encoding": accept})
        answer = asked.getresponse()
        body = answer.read()
        asked.close()
        return answer, body


@pytest.fixture(params=["http at the root", "http below a path", "https at the root", "https below a path"])
def host(request: pytest.FixtureRequest, nginx: str, at_root: Path, below_path: Path, tmp_path: Path) -> Iterator[Host]:
    """Serve the site in each of the four ways."""
    is_below = request.param.endswith("path")
    lines = below(BASE)(readme_lines()) if is_below else readme_lines()
    lines = encrypted(tmp_path)(lines) if request.param.startswith("https") else lines
    site = below_path if is_below else at_root
    with hosted(nginx, tmp_path, site, lines) as origin:
        yield Host(origin, BASE if is_below else "/", site)


def test_the_policy_in_the_readme_is_the_one_of_the_build() -> None:
    assert f'add_header Content-Security-Policy "{POLICY}" always;' in readme_lines()


def test_every_page_opens_without_an_error_and_without_a_violation(host: Host, open_page: OpenPage) -> None:
    page = open_page(base_url=host.origin, ignore_https_errors=True)
    opened = 0
    for file in sorted(host.site.rglob("index.html")):
        address = file.relative_to(host.site).as_posix().removesuffix("index.html")
        if f"/{address}" in REDIRECTS:
            continue
        answer = page.goto(f"{host.base}{quote(address)}")
        assert answer
        assert answer.status == 200
        assert answer.header_value("content-security-policy") == POLICY
        _works(page)
        opened += 1
    assert opened == 5


def test_what_is_not_there_is_answered_with_the_page_of_the_site(
    host: Host, open_page: OpenPage, troubles: list[str]
) -> None:
    page = open_page(base_url=host.origin, ignore_https_errors=True)
    for address in ("nothing/here/", "nothing.html", "assets/nothing.js"):
        answer = page.goto(host.base + address)
        assert answer
        assert answer.status == 404
        assert answer.header_value("content-security-policy") == POLICY
        _works(page)
        expect(page.locator("h1")).to_have_text("This page is not here")
        expect(page.locator(".bare")).to_be_hidden()
        assert page.evaluate("document.querySelector('main a').href") == f"{host.origin}{host.base}#moments"
    assert all("status of 404" in trouble for trouble in troubles)
    troubles.clear()


def _works(page: Page) -> None:
    """Fail unless the style sheets and the modules of a page have arrived."""
    expect(page.locator(".header")).to_have_css("display", re.compile("."))
    page.wait_for_function("() => performance.getEntriesByName('desk-ready').length")


@pytest.mark.parametrize("old", REDIRECTS)
def test_an_old_page_leads_to_its_new_address(host: Host, open_page: OpenPage, old: str) -> None:
    answer, _ = host.get(old.removeprefix("/"))
    page = open_page(base_url=host.origin, ignore_https_errors=True)
    page.goto(host.base + quote(old.removeprefix("/")))

    assert answer.status == 301
    assert answer.headers["Location"] == host.base + REDIRECTS[old].removeprefix("/")
    assert page.url == host.origin + host.base + REDIRECTS[old].removeprefix("/")


def test_an_address_without_its_slash_leads_to_the_page(host: Host) -> None:
    answer, _ = host.get("situations/late-delivery")

    assert answer.status == 301
    assert answer.headers["Location"] == f"{host.base}situations/late-delivery/"


def test_types_caching_and_compression_are_those_that_the_pages_need(host: Host) -> None:
    assets = next((host.site / "assets").glob("playbook-*")).name
    kept, asked = "public, max-age=31536000, immutable", "no-cache"
    expected = {
        "": ("text/html; charset=utf-8", asked, True),
        "content-security-policy.txt": ("text/plain; charset=utf-8", asked, False),
        f"assets/{assets}/main.js": ("application/javascript; charset=utf-8", kept, True),
        f"assets/{assets}/index.json": ("application/json", kept, True),
        f"assets/{assets}/style/page.css": ("text/css", kept, True),
        f"assets/{assets}/fonts/inter.woff2": ("font/woff2", kept, False),
    }
    for address, (kind, cache, compressed) in expected.items():
        answer, body = host.get(address, accept="gzip")
        assert (answer.status, answer.headers["Content-Type"].removesuffix("; charset=utf-8")) == (
            200,
            kind.removesuffix("; charset=utf-8"),
        )
        assert answer.headers["Cache-Control"] == cache
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert (answer.headers["Content-Encoding"] == "gzip") == compressed
        file = host.site / (address or "index.html")
        assert (gzip.decompress(body) if compressed else body) == file.read_bytes()


def test_what_is_hidden_is_not_served(host: Host) -> None:
    hidden = host.site / ".site.build"
    hidden.mkdir()
    (hidden / "page.html").write_text("not yet", encoding="utf-8")
    try:
        answer, _ = host.get(".site.build/page.html")
    finally:
        (hidden / "page.html").unlink()
        hidden.rmdir()

    assert answer.status == 404


def test_a_site_for_the_root_of_a_host_has_a_readable_page_for_what_is_not_there_below_a_path(
    nginx: str, at_root: Path, tmp_path: Path, open_page: OpenPage, troubles: list[str]
) -> None:
    with hosted(nginx, tmp_path, at_root, below(BASE)(readme_lines())) as origin:
        page = open_page(base_url=origin)
        page.goto(f"{BASE}nothing/")
        expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()
        expect(page.locator(".bare")).to_be_visible()
    assert all("status of 404" in trouble or "MIME" in trouble for trouble in troubles)
    troubles.clear()


def test_every_page_of_the_real_site_opens_without_an_error(
    nginx: str, site: Path, tmp_path: Path, open_page: OpenPage
) -> None:
    with hosted(nginx, tmp_path, site, readme_lines()) as origin:
        page = open_page(base_url=origin)
        for file in sorted(site.rglob("index.html")):
            answer = page.goto(f"/{file.parent.relative_to(site).as_posix().removeprefix('.')}")
            assert answer
            assert answer.status == 200
            page.wait_for_function("() => performance.getEntriesByName('desk-ready').length")
