"""Measure the desk with our guides and with 1,000 made-up ones: index ready, time a query, size of the file."""

from __future__ import annotations

import gzip
import random
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / folder) for folder in ("hooks", "tests", "tools")]

from playwright.sync_api import Page, sync_playwright
from tables import Table

from chromium import launched
from playbook.desk.search_index import search_index
from playbook.guides.cue import Cue
from playbook.guides.edition import Edition
from playbook.guides.guide import Guide
from real_edition import EDITION
from score import percentile
from search_proof import labelled_queries
from site_builder import build
from site_server import policy_of, served

MEASURE = """async ([address, texts]) => {
    const main = document.querySelector('script[type=module]').src
    const { match, readIndex } = await import(new URL('search/matcher.js', main).href)
    const begin = performance.now()
    const content = await (await fetch(address)).json()
    const index = readIndex(content)
    const ready = performance.now() - begin
    const times = texts.map((text) => {
        const start = performance.now()
        match(index, text)
        return performance.now() - start
    })
    return { ready, times }
}"""


def measured() -> list[dict[str, Any]]:
    """Give the figures size by size."""
    edition = EDITION
    guides = list(edition.guides.values())
    sixty = [replace(guide, cues=guide.cues[:60]) for guide in guides]
    ours = f"{len(guides)} guides"
    sizes = {ours: guides, f"{ours}, 60 cues each": sixty, "1,000 guides, 60 cues each": _made_up(sixty, 1000)}
    queries = [one.query for one in labelled_queries()]
    found = []
    with tempfile.TemporaryDirectory() as folder:
        site = build(REPOSITORY / "mkdocs.yml", Path(folder) / "site").site
        with served(site, policy_of(site)) as address, sync_playwright() as playwright:
            browser = launched(playwright)
            for number, (name, some) in enumerate(sizes.items()):
                index = _index(edition, some)
                (site / f"index-{number}.json").write_text(index, encoding="utf-8")
                page = browser.new_page()
                page.goto(address)
                ready, times = _measured(page, f"{address}/index-{number}.json", queries)
                kilobytes = len(gzip.compress(index.encode())) / 1024
                speeds = {"p50": percentile(times, 50), "p95": percentile(times, 95)}
                found.append({"size": name, "ready": ready, **speeds, "KB": kilobytes})
            browser.close()
    return found


def tables(found: list[dict[str, Any]]) -> list[Table]:
    """Give the figures size by size."""
    columns = ["content", "index ready, ms", "a query p50, ms", "p95, ms", "index gzip, KB"]
    rows = [
        [row["size"], f"{row['ready']:.0f}", f"{row['p50']:.1f}", f"{row['p95']:.1f}", f"{row['KB']:.0f}"]
        for row in found
    ]
    return [Table("What the desk asks of a browser as it grows", columns, rows)]


def _measured(page: Page, address: str, queries: list[str]) -> tuple[float, list[float]]:
    told = page.evaluate(MEASURE, [address, queries])
    return told["ready"], told["times"]


def _index(edition: Edition, guides: Sequence[Guide]) -> str:
    more = {"confusables": edition.confusables, "off_topic": edition.off_topic, "synonyms": edition.synonyms}
    return search_index(guides, edition.bridges, "", **more)  # type: ignore[arg-type]


def _made_up(guides: Sequence[Guide], count: int) -> list[Guide]:
    """Give guides whose cues are real ones with a third of the words swapped for words of their own trade."""
    dice = random.Random(5)
    return [_variant(guides[number % len(guides)], number, dice) for number in range(count)]


def _variant(guide: Guide, number: int, dice: random.Random) -> Guide:
    trade = [_invented(dice) for _ in range(12)]
    cues = tuple(replace(cue, text=_swapped(cue, trade, dice)) for cue in guide.cues)
    fields = {**guide.front.entries, "id": replace(guide.front.entries["id"], value=f"{guide.id}-{number}")}
    return replace(guide, front=replace(guide.front, entries=fields), cues=cues)


def _invented(dice: random.Random) -> str:
    return "".join(dice.choice("bcdfglmnprst") + dice.choice("aeiou") for _ in range(dice.randint(2, 4)))


def _swapped(cue: Cue, trade: Sequence[str], dice: random.Random) -> str:
    return " ".join(dice.choice(trade) if dice.random() < 1 / 3 else word for word in cue.text.split())
