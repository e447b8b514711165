"""How soon the desk answers: from navigation to ready, from a key to the painted line, at full and quarter speed.

Real keys in Chromium; a quarter of the speed stands for an old office machine. Milliseconds.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / folder) for folder in ("hooks", "tests", "tools")]

from playwright.sync_api import Browser, Page, sync_playwright
from tables import Table

from chromium import launched
from score import percentile
from site_builder import build
from site_server import policy_of, served

SENTENCES = (
    "It's too expensive.",
    "I have to talk to my boss about it",
    "Can we speak to one of your customers?",
    "we already have a supplier, thanks",
    "You promised it for Monday and it isn't here!",
    "I'll call you when we need you",
    "we went with somebody else",
    "Just send me an e-mail.",
    "my brother-in-law could use this",
    "They have not answered for 3 weeks",
)
THROTTLES = (1, 4)
KEY = """() => {
    window.keys = []
    document.addEventListener('keydown', () => {
        const begun = performance.now()
        requestAnimationFrame(() => setTimeout(() => window.keys.push(performance.now() - begun)))
    }, true)
}"""
READY = "() => performance.getEntriesByName('desk-ready').length"


def measured() -> list[dict[str, Any]]:
    """Give what each throttle costs: ready, each key, and the last key of a sentence."""
    with tempfile.TemporaryDirectory() as folder:
        site = build(REPOSITORY / "mkdocs.yml", Path(folder) / "site").site
        with served(site, policy_of(site)) as address, sync_playwright() as playwright:
            browser = launched(playwright)
            found = [_at(browser, address, throttle) for throttle in THROTTLES]
            browser.close()
    return found


def _at(browser: Browser, address: str, throttle: int) -> dict[str, Any]:
    page = browser.new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    page.goto(address)
    page.wait_for_function(READY)
    ready = page.evaluate("performance.getEntriesByName('desk-ready')[0].startTime")
    page.evaluate(KEY)
    sentences = [_keys(page, sentence) for sentence in SENTENCES]
    page.close()
    last, every = [keys[-1] for keys in sentences], [key for keys in sentences for key in keys]
    return {
        "throttle": throttle,
        "ready": ready,
        "last key p50": percentile(last, 50),
        "last key p95": percentile(last, 95),
        "slowest key": max(every),
    }


def _keys(page: Page, sentence: str) -> list[float]:
    """Type a sentence and give the milliseconds from each key to the frame that was painted after it."""
    page.locator("#ask").fill("")
    page.evaluate("window.keys = []")
    page.locator("#ask").press_sequentially(sentence, delay=60)
    page.wait_for_function("count => window.keys.length >= count", arg=len(sentence))
    times: list[float] = page.evaluate("window.keys")
    return times


def tables(found: list[dict[str, Any]]) -> list[Table]:
    """Give how soon the desk answers, throttle by throttle."""
    figures = ("ready", "last key p50", "last key p95", "slowest key")
    rows = [[f"1/{row['throttle']}", *(f"{row[name]:.0f}" for name in figures)] for row in found]
    return [Table("How soon the desk answers in Chromium, milliseconds", ["of the speed", *figures], rows)]
