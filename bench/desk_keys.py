"""Measure the desk in a live call, at 1x and 4x throttle: from the last key to the painted line, and every key.

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


def main() -> None:
    """Print one line a throttle."""
    queries = [one.query for one in labelled_queries()]
    some = queries[:: max(1, len(queries) // MOST)]
    print(f"{'':10}  last key to line p50 ms  p95 ms  longest key ms  keys  layout shift")
    with tempfile.TemporaryDirectory() as folder:
        named = os.environ.get("SITE")
        site = Path(named) if named else build(REPOSITORY / "mkdocs.yml", Path(folder) / "site").site
        with served(site, policy_of(site)) as address, sync_playwright() as playwright:
            browser = launched(playwright)
            for throttle in (1, 4):
                print(_told(browser, f"{address}/", throttle, some))
            browser.close()


def _told(browser: Browser, address: str, throttle: int, queries: list[str]) -> str:
    page = browser.new_page()
    page.add_init_script(path=STOPWATCH)
    page.goto(address)
    page.wait_for_function("() => performance.getEntriesByName('desk-ready').length")
    page.evaluate(KEYS)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    times = [_asked(page, query) for query in queries]
    keys, shifts = page.evaluate("[window.keys, window.shifts]")
    page.close()
    figures = f"{percentile(times, 50):23.1f}{percentile(times, 95):8.1f}{max(keys):16.1f}"
    return f"{throttle}x throttle{figures}{len(keys):6}{shifts:14.3f}"


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


if __name__ == "__main__":
    main()
