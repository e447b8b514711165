"""Count what a first visit asks for before the page is painted, and in all: requests, kilobytes, milliseconds.

On a slow line (1.6 Mbit/s, 150 ms), where all that can begin before the first paint does. Bytes as a server sends them:
texts through gzip, typefaces as they are. ``SITE=folder`` measures that site.
"""

from __future__ import annotations

import gzip
import os
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / folder) for folder in ("hooks", "tests", "tools")]

from playwright.sync_api import Browser, sync_playwright

from chromium import launched
from site_builder import build
from site_server import policy_of, served

PAGES = ("/", "/situations/reference-request/", "/lines/")
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
ASKED = """() => {
    const painted = performance.getEntriesByName('first-paint')[0].startTime
    const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    const ready = performance.getEntriesByName('desk-ready')[0].startTime
    return [all.map(({ name, startTime }) => [name, startTime < painted]), painted, ready]
}"""


def main() -> None:
    """Print one line a page, and what was asked for before the desk was painted."""
    with tempfile.TemporaryDirectory() as folder:
        named = os.environ.get("SITE")
        site = Path(named) if named else build(REPOSITORY / "mkdocs.yml", Path(folder) / "site").site
        with served(site, policy_of(site)) as address, sync_playwright() as playwright:
            browser = launched(playwright)
            print(f"{'':32}  before first paint      in all          painted ms  ready ms")
            visits = {path: _visit(browser, address + path) for path in PAGES}
            for path, (asked, painted, ready) in visits.items():
                early = _told(site, [url for url, before in asked if before])
                late = _told(site, [url for url, _ in asked])
                print(f"{path:32}  {early}  {late}{painted:12.0f}{ready:10.0f}")
            for url, before in visits["/"][0]:
                print(f"{'before' if before else 'after':>8} {_sent(site, url) / 1024:6.1f} KB {urlsplit(url).path}")
            browser.close()


def _visit(browser: Browser, url: str) -> tuple[list[tuple[str, bool]], float, float]:
    """Give every address asked for and whether that was before the first paint; then when it was painted and ready."""
    page = browser.new_page()
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.emulateNetworkConditions", SLOW)
    page.goto(url)
    page.wait_for_function("() => performance.getEntriesByName('desk-ready').length")
    asked, painted, ready = page.evaluate(ASKED)
    page.context.close()
    return [(name, before) for name, before in asked], painted, ready


def _told(site: Path, urls: list[str]) -> str:
    return f"{len(urls):3} requests {sum(_sent(site, url) for url in urls) / 1024:6.1f} KB"


def _sent(site: Path, url: str) -> int:
    path = urlsplit(url).path
    content = (site / f"{path}{'index.html' if path.endswith('/') else ''}".lstrip("/")).read_bytes()
    return len(content if path.endswith(".woff2") else gzip.compress(content))


if __name__ == "__main__":
    main()
