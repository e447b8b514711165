"""The words of a text: the same cases, and the same words of all our pages, in Python and in the browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from playbook.words import folded, stem, words
from site_builder import REPOSITORY

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("words_cases.json").read_text(encoding="utf-8"))
IN_BROWSER = """async (texts) => {
    const main = document.querySelector('script[type=module]').src
    const { words } = await import(new URL('words.js', main).href)
    return texts.map(words)
}"""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_text_is_folded_into_its_words(case: dict[str, Any]) -> None:
    assert words(case["text"]) == case["words"]


def test_the_browser_folds_the_cases_alike(modules_page: Page) -> None:
    assert modules_page.evaluate(IN_BROWSER, [case["text"] for case in CASES]) == [case["words"] for case in CASES]


def test_the_browser_folds_every_line_we_publish_or_search_alike(modules_page: Page) -> None:
    files = [*REPOSITORY.glob("docs/**/*.md"), *REPOSITORY.glob("cues/*.txt")]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]

    assert modules_page.evaluate(IN_BROWSER, lines) == [words(line) for line in lines]


def test_a_stem_of_our_pages_is_never_empty() -> None:
    texts = [file.read_text(encoding="utf-8") for file in REPOSITORY.glob("docs/**/*.md")]

    assert [word for text in texts for word in folded(text) if not stem(word)] == []
