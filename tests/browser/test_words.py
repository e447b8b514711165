"""The browser folds a text into the same words as Python: the same cases, and every line we publish or search."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

from playbook.desk.words import stems
from site_builder import REPOSITORY

CASES: list[dict[str, Any]] = json.loads((REPOSITORY / "tests/core/words_cases.json").read_text(encoding="utf-8"))
IN_BROWSER = """async (texts) => {
    const main = document.querySelector('script[type=module]').src
    const { words } = await import(new URL('search/words.js', main).href)
    return texts.map(words)
}"""


def test_the_browser_folds_the_cases_alike(modules_page: Page) -> None:
    assert modules_page.evaluate(IN_BROWSER, [case["text"] for case in CASES]) == [case["words"] for case in CASES]


def test_the_browser_folds_every_line_we_publish_or_search_alike(modules_page: Page) -> None:
    files = [*REPOSITORY.glob("docs/**/*.md"), *REPOSITORY.glob("data/cues/*.txt")]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]

    assert modules_page.evaluate(IN_BROWSER, lines) == [stems(line) for line in lines]
