"""Measure the desk in a live call, at 1x and 4x throttle: ready, from the last key to the painted line, and every key.

``SITE=folder`` measures that site.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / folder) for folder in ("hooks", "tests", "tools")]

from playwright.sync_api import Browser, Page, sync_playwright
from tables import Table

from chromium import launched
from score import percentile
from search_proof import labelled_queries
from site_builder import build
from site_server import policy_of, served

STOPWATCH = REPOSITORY / "tools" / "stopwatch.js"
KEYS = """() => {
    window.keys = []
    window.shifts = 0
    let pressed = 0
    addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true })
    addEventListener('keydown', () => requestAnimationFrame(() => requestAnimationFrame(
        () => window.keys.push(performance.now() - pressed))))
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts += entry.hadRecentInput ? 0 : entry.value
    }).observe({ type: 'layout-shift', buffered: true })
}"""
MOST = 25  # queries a throttle


def measured() -> list[dict[str, float]]:
    """Give the figures throttle by throttle."""
    queries = [one.query for one in labelled_queries()]
    some = queries[:: max(1, len(queries) // MOST)]
    with tempfile.TemporaryDirectory() as folder:
        named = os.environ.get("SITE")
        site = Path(named) if named else build(REPOSITORY / "mkdocs.yml", Path(folder) / "site").site
        with served(site, policy_of(site)) as address, sync_playwright() as playwright:
            browser = launched(playwright)
            found = [_at(browser, f"{address}/", throttle, some) for throttle in (1, 4)]
            browser.close()
    return found


def tables(found: list[dict[str, float]]) -> list[Table]:
    """Give the figures throttle by throttle."""
    figures = ("ready", "last key to line p50", "p95", "longest key")
    rows = [
        [f"1/{row['throttle']:.0f}", *(f"{row[name]:.0f}" for name in figures), f"{row['shift']:.3f}"] for row in found
    ]
    title = "A live call with turns, marks and the end of the call, milliseconds"
    return [Table(title, ["of the speed", *figures, "layout shift"], rows)]


def _at(browser: Browser, address: str, throttle: int, queries: list[str]) -> dict[str, float]:
    page = browser.new_page()
    page.add_init_script(path=STOPWATCH)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    page.goto(address)
    page.wait_for_function("() => performance.getEntriesByName('desk-ready').length")
    ready = page.evaluate("performance.getEntriesByName('desk-ready')[0].startTime")
    page.evaluate(KEYS)
    times = [_asked(page, query) for query in queries]
    keys, shifts = page.evaluate("[window.keys, window.shifts]")
    page.close()
    speeds = {"last key to line p50": percentile(times, 50), "p95": percentile(times, 95), "longest key": max(keys)}
    return {"throttle": throttle, "ready": ready, **speeds, "shift": shifts}


def _asked(page: Page, query: str) -> float:
    """Type a query, walk one turn and end the call; give the milliseconds to its answer."""
    page.locator("#ask").focus()
    page.evaluate("(query) => stopwatch.expect(query)", query)
    page.keyboard.type(query)
    milliseconds: float = page.evaluate("() => stopwatch.answer.then(({ ms }) => ms)")
    if page.locator(".now > [data-say]").count():  # else Enter would open a guide
        for key in ("Enter", "1", "Backspace"):
            page.keyboard.press(key)
    page.evaluate("() => document.querySelector('[data-act=end]').click()")
    return milliseconds
