"""Count what a first visit asks for before the page is painted, and in all: requests, kilobytes, milliseconds.

On a slow line (1.6 Mbit/s, 150 ms), where all that can begin before the first paint does. Bytes as a server sends them:
texts through gzip, typefaces as they are; packed before the visit, as hosts do. ``SITE=folder`` measures that site.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / folder) for folder in ("hooks", "tests", "tools")]

from measured_site import measured_site
from playwright.sync_api import Browser, sync_playwright
from tables import Table

from chromium import launched
from site_server import packed_text

PAGES = ("/", "/situations/reference-request/", "/lines/")
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
ASKED = """() => {
    const painted = performance.getEntriesByName('first-paint')[0].startTime
    const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    const ready = performance.getEntriesByName('desk-ready')[0].startTime
    return [all.map(({ name, startTime }) => [name, startTime < painted]), painted, ready]
}"""


def measured() -> list[dict[str, Any]]:
    """Give what each page asks for, and when it is painted and ready."""
    with measured_site() as (site, address), sync_playwright() as playwright:
        browser = launched(playwright)
        found = [_at(browser, site, address, path) for path in PAGES]
        browser.close()
    return found


def _at(browser: Browser, site: Path, address: str, path: str) -> dict[str, Any]:
    _visit(browser, address + path)  # the server packs what it is asked for the first time
    asked, painted, ready = _visit(browser, address + path)
    early = [url for url, before in asked if before]
    late = [url for url, _ in asked]
    sizes = {"early KB": _kilobytes(site, early), "all KB": _kilobytes(site, late)}
    return {"page": path, "early": len(early), "all": len(late), **sizes, "painted": painted, "ready": ready}


def tables(found: list[dict[str, Any]]) -> list[Table]:
    """Give requests, kilobytes and milliseconds, page by page."""
    rows = [
        [
            row["page"],
            *(f"{row[kind]} requests, {row[f'{kind} KB']:.0f} KB" for kind in ("early", "all")),
            *(f"{row[name]:.0f}" for name in ("painted", "ready")),
        ]
        for row in found
    ]
    columns = ["page", "before the first paint", "in all", "painted, ms", "desk ready, ms"]
    return [Table("A first visit on a slow line (1.6 Mbit/s, 150 ms), gzip", columns, rows)]


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


def _kilobytes(site: Path, urls: list[str]) -> float:
    return sum(_sent(site, url) for url in urls) / 1024


def _sent(site: Path, url: str) -> int:
    path = urlsplit(url).path
    file = site / f"{path}{'index.html' if path.endswith('/') else ''}".lstrip("/")
    return file.stat().st_size if file.suffix == ".woff2" else len(packed_text(file))
