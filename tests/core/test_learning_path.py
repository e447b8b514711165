"""The minutes of a step: reading a guide once, rounded up, and its practice."""

from __future__ import annotations

import pytest

from playbook.contract.learning_path import WORDS_A_MINUTE, minutes
from playbook.contract.prose import reading_words
from playbook.guides.guide import read_guide

FRONT = "---\nid: page\nkind: {kind}\ntitle: Page\njob: Read.\n---\n\n## Why it works\n\n{text}\n"


@pytest.mark.parametrize(
    ("kind", "words", "needed"),
    [
        ("technique", WORDS_A_MINUTE, 3),
        ("technique", WORDS_A_MINUTE + 1, 4),
        ("technique", 750, 6),
        ("situation", WORDS_A_MINUTE, 5),
        ("situation", 1000, 9),
    ],
)
def test_reading_is_counted_in_whole_minutes_and_practice_is_added(kind: str, words: int, needed: int) -> None:
    text = FRONT.format(kind=kind, text="word " * (words - 2))  # the title and the job are one word each
    guide, _ = read_guide(f"docs/{kind}s/page.md", text)

    assert reading_words(guide) == words
    assert minutes(guide) == needed
