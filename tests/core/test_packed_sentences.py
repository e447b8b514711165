"""Sentences are packed into signs that JSON and gzip leave small, and every number of a word has signs of its own."""

from __future__ import annotations

from itertools import pairwise

import pytest

from packed_numbers import packed_numbers
from playbook.desk.packed_sentences import SIGNS

EDGES = (0, 67, 68, 1999, 2000, 18_927, 18_928, 10_000_000)


def test_common_words_take_one_sign_and_rare_ones_more() -> None:
    assert [len(packed_numbers([(number,)])) for number in EDGES] == [1, 1, 2, 2, 3, 3, 5, 5]


def test_no_two_words_have_the_same_signs_and_none_begins_another() -> None:
    signs = sorted(packed_numbers([(number,)]) for number in (*range(3000), *EDGES[5:]))

    assert not [one for one, other in pairwise(signs) if other.startswith(one)]


def test_sentences_stand_sorted_and_parted_by_blanks() -> None:
    assert packed_numbers([(2, 0), (0, 1), (0,)]) == f"{SIGNS[0]} {SIGNS[0]}{SIGNS[1]} {SIGNS[2]}{SIGNS[0]}"
    assert packed_numbers([]) == ""


def test_signs_need_no_escape_in_json() -> None:
    assert len(SIGNS) == 92
    assert not {'"', "\\", " "} & set(SIGNS)


def test_more_words_than_there_are_signs_for_are_refused() -> None:
    with pytest.raises(ValueError, match="more words than can be packed"):
        packed_numbers([(10**9,)])
