"""Sentences of any numbers, packed as the index holds them."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.desk.packed_sentences import packed, signs


def packed_numbers(sentences: Sequence[Sequence[int]]) -> str:
    """Give sentences, each the numbers of its words from 0, as one text."""
    words = [word for sentence in sentences for word in (*(number + 1 for number in sentence), 0)]
    return packed(words, {0: " ", **{word: signs(word - 1) for word in words if word}})
