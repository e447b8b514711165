"""The words of a text, and of all our pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from playbook.desk.words import folded, stem, stems
from site_builder import REPOSITORY

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("words_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_text_is_folded_into_its_words(case: dict[str, Any]) -> None:
    assert stems(case["text"]) == case["words"]


def test_a_stem_of_our_pages_is_never_empty() -> None:
    texts = [file.read_text(encoding="utf-8") for file in REPOSITORY.glob("docs/**/*.md")]

    assert [word for text in texts for word in folded(text) if not stem(word)] == []
