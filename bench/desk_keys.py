"""Measure the desk in a live call, at 1x and 4x throttle: ready, from the last key to the painted line, every key, F2.

Keys come faster than anybody types, one in 50 ms, and each is measured from its own press. Once more all keys of a
query come at once, as no hand types them: the last one waits for all before it. ``SITE=folder`` measures that site.
"""

from __future__ import annotations

import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / folder) for folder in ("hooks", "tests", "tools")]

from measured_site import measured_site
from playwright.sync_api import Browser, Page, sync_playwright
from tables import Table

from chromium import launched
from score import percentile
from search_proof import labelled_queries

STOPWATCH = REPOSITORY / "tools" / "stopwatch.js"
KEYS = """() => {
    window.keys = []
    window.shifts = 0
    addEventListener('keydown', ({ key, timeStamp }) => stopwatch.whenPainted(
        () => window.keys.push([key, performance.now() - timeStamp])), { capture: true })
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts += entry.hadRecentInput ? 0 : entry.value
    }).observe({ type: 'layout-shift', buffered: true })
}"""
MOST = 25  # queries a throttle
PACE = 50  # milliseconds a key
BLANKS = 10
FIGURES = ("ready", "last key to line p50", "p95", "all keys at once p95", "longest key", "F2 to blank", "F2 and back")


def measured() -> list[dict[str, float]]:
    """Give the figures throttle by throttle."""
    queries = [one.query for one in labelled_queries()]
    some = queries[:: max(1, len(queries) // MOST)]
    with measured_site() as (_, address), sync_playwright() as playwright:
        browser = launched(playwright)
        found = [_at(browser, f"{address}/", throttle, some) for throttle in (1, 4)]
        browser.close()
    return found


def tables(found: list[dict[str, float]]) -> list[Table]:
    """Give the figures throttle by throttle."""
    rows = [
        [f"1/{row['throttle']:.0f}", *(f"{row[name]:.0f}" for name in FIGURES), f"{row['shift']:.3f}"] for row in found
    ]
    title = "A live call with turns, marks and the end of the call, milliseconds"
    return [Table(title, ["of the speed", *FIGURES, "layout shift"], rows)]


def _at(browser: Browser, address: str, throttle: int, queries: list[str]) -> dict[str, float]:
    page = browser.new_page()
    page.add_init_script(path=STOPWATCH)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    page.goto(address)
    page.wait_for_function("() => performance.getEntriesByName('desk-ready').length")
    ready = page.evaluate("performance.getEntriesByName('desk-ready')[0].startTime")
    page.evaluate(KEYS)
    times = [_asked(page, query, PACE) for query in queries]
    longest = max(milliseconds for _, milliseconds in _keys(page))
    at_once = [_asked(page, query, 0) for query in queries]
    _keys(page)
    blanked, back = _blanked(page, queries[0])
    shifts = page.evaluate("window.shifts")
    page.close()
    return {
        "throttle": throttle,
        "ready": ready,
        "last key to line p50": percentile(times, 50),
        "p95": percentile(times, 95),
        "all keys at once p95": percentile(at_once, 95),
        "longest key": longest,
        "F2 to blank": blanked,
        "F2 and back": back,
        "shift": shifts,
    }


def _keys(page: Page) -> list[tuple[str, float]]:
    """Give the keys pressed since the last look, with the milliseconds from each to its paint."""
    page.evaluate("() => new Promise((resolve) => stopwatch.whenPainted(resolve))")
    found: list[tuple[str, float]] = page.evaluate("window.keys.splice(0)")
    return found


def _blanked(page: Page, query: str) -> tuple[float, float]:
    """Blank the page with a line on it and bring it back, several times; give the longest milliseconds of each."""
    page.locator("#ask").focus()
    page.keyboard.type(query, delay=PACE)
    _keys(page)
    times = []
    for _ in range(2 * BLANKS):
        page.keyboard.press("F2")
        times += [milliseconds for _, milliseconds in _keys(page)]
    return max(times[0::2]), max(times[1::2])


def _asked(page: Page, query: str, pace: float) -> float:
    """Type a query, walk one turn and end the call; give the milliseconds to its answer."""
    page.locator("#ask").focus()
    page.evaluate("(query) => stopwatch.expect(query)", query)
    page.keyboard.type(query, delay=pace)
    milliseconds: float = page.evaluate("() => stopwatch.answer.then(({ ms }) => ms)")
    if page.locator(".now > [data-say]").count():  # else Enter would open a guide
        for key in ("Enter", "1", "Backspace"):
            page.keyboard.press(key)
    page.evaluate("() => document.querySelector('[data-act=end]').click()")
    return milliseconds
