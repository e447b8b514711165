"""The pure modules of the search, each by itself in Chromium: values in, values out."""

from __future__ import annotations

import math
from typing import Any

import pytest
from playwright.sync_api import Page

from packed_numbers import packed_numbers
from playbook.desk.ranking import FIELDS, RANKING

FIGURES = {**RANKING, **{f"{field}Field": weight for field, weight in FIELDS.items()}}
ASKED = """async ([file, given]) => {
    const main = document.querySelector('script[type=module]').src
    const module = await import(new URL(`search/${file}.js`, main).href)
    return (%s)(module, given)
}"""
# The commonest first; the first of a row of synonyms stands for the others.
WORDS = ["price", "cost", "reference", "refund", "furious", "machine", "machinery", "remain"]
MEANINGS = """(module, { words, figures, asked }) => {
    const vocabulary = module.readVocabulary(words, ['price cost', 'furious livid'], figures)
    return asked.map(([word, typing]) =>
        module.meaningsOf(vocabulary, word, typing).map(({ word, weight }) => [words[word], weight]))
}"""
# Three sentences as numbers of words: 0 1 2, then 1 0 0, then 2 1; and for each word the sentences that hold it.
SENTENCES = """(module, given) => {
    const list = (numbers) => Int32Array.from(numbers)
    const sentences = {
        count: 3,
        starts: [0, 3, 6, 8],
        words: list([0, 1, 2, 1, 0, 0, 2, 1]),
        held: { starts: list([0, 2, 5, 7]), sentences: list([0, 1, 0, 1, 2, 0, 2]) },
    }
    return (%s)(module, sentences, given)
}"""


def asked(page: Page, file: str, function: str, given: Any) -> Any:
    """Give what a function makes of a module and a value."""
    return page.evaluate(ASKED % function, [file, given])


def meanings(page: Page, *words: tuple[str, bool]) -> list[list[tuple[str, float]]]:
    found = asked(page, "vocabulary", MEANINGS, {"words": WORDS, "figures": FIGURES, "asked": words})
    return [[(word, weight) for word, weight in one] for one in found]


@pytest.mark.parametrize(
    ("one", "other", "most", "edits"),
    [
        ("machine", "machine", 2, 0),
        ("machine", "machne", 2, 1),  # left out
        ("machine", "maschine", 2, 1),  # added
        ("machine", "mashine", 2, 1),  # changed
        ("machine", "machien", 2, 1),  # swapped with its neighbour
        ("machine", "mahcien", 2, 2),
        ("machine", "engine", 2, 3),
        ("machine", "mach", 2, 3),
        ("", "a", 1, 1),
        ("", "", 1, 0),
        ("abc", "cba", 1, 2),
        ("abc", "cba", 2, 2),
    ],
)
def test_slips_are_counted_up_to_one_more_than_the_most(
    modules_page: Page, one: str, other: str, most: int, edits: int
) -> None:
    function = "({ editsBetween }, { a, b, most }) => [editsBetween(a, b, most), editsBetween(b, a, most)]"

    assert asked(modules_page, "spelling", function, {"a": one, "b": other, "most": most}) == [edits, edits]


def test_a_word_of_the_index_means_itself_and_counts_as_the_one_that_stands_for_it(modules_page: Page) -> None:
    assert meanings(modules_page, ("refund", False), ("prices", False), ("cost", False), ("livid", False)) == [
        [("refund", 1)],
        [("price", 1)],
        [("price", 1)],
        [("furious", 1)],
    ]


def test_a_word_that_is_being_typed_may_become_any_that_begins_like_it_the_commonest_first(modules_page: Page) -> None:
    completion = RANKING["completion"]

    assert meanings(modules_page, ("ref", True), ("co", True), ("r", True)) == [
        [("reference", completion), ("refund", completion)],
        [("price", completion)],
        [],
    ]


def test_a_word_that_is_over_is_corrected_before_it_is_completed(modules_page: Page) -> None:
    correction, completion = RANKING["correction"], RANKING["completion"]

    assert meanings(modules_page, ("furios", False), ("refs", False), ("re", False)) == [
        [("furious", correction)],
        [("reference", completion), ("refund", completion)],
        [],
    ]


def test_short_words_numbers_and_words_too_far_off_mean_nothing(modules_page: Page) -> None:
    assert meanings(modules_page, ("cst", False), ("mach1ne", False), ("xyzzy", False), ("", False)) == [[], [], [], []]


def test_names_of_objects_are_words_like_others(modules_page: Page) -> None:
    assert meanings(modules_page, ("constructor", False), ("__proto__", False)) == [[], []]


@pytest.mark.parametrize(("word", "holding"), [(0, [0, 1]), (1, [0, 1, 2]), (2, [0, 2])])
def test_the_sentences_that_hold_a_word_are_looked_up(modules_page: Page, word: int, holding: list[int]) -> None:
    function = "({ sentencesWith }, sentences, word) => [...sentencesWith(sentences, word)]"

    assert asked(modules_page, "sentences", SENTENCES % function, word) == holding


@pytest.mark.parametrize(
    ("pair", "holding"),
    [([0, 1], [0]), ([1, 0], [1]), ([1, 2], [0]), ([2, 1], [2]), ([0, 0], [1]), ([0, 2], []), ([2, 2], [])],
)
def test_a_pair_of_words_stands_side_by_side_in_one_sentence(
    modules_page: Page, pair: list[int], holding: list[int]
) -> None:
    function = "({ sentencesWithPair }, sentences, [first, second]) => sentencesWithPair(sentences, first, second)"

    assert asked(modules_page, "sentences", SENTENCES % function, pair) == holding


def test_what_fewer_sentences_hold_is_rarer_and_what_none_holds_the_rarest(modules_page: Page) -> None:
    function = "({ rarity }, sentences, held) => held.map((number) => rarity(sentences, number))"
    rarest, rare, common = asked(modules_page, "sentences", SENTENCES % function, [0, 1, 3])

    assert (rarest, rare, common) == pytest.approx((math.log(7), math.log(4), math.log(2)))


def test_packed_sentences_are_read_as_they_were_written(modules_page: Page) -> None:
    sentences = [(0, 67, 68), (69, 1999, 2000), (2001, 18_927, 18_928, 18_929, 10_000_000)]
    function = """({ readPacked }, text) => {
        const read = { numbers: new Int32Array(text.length), count: 0, ends: [0] }
        readPacked(text, read)
        readPacked('', read)
        return read.ends.slice(1).map((end, at) => [...read.numbers.subarray(read.ends[at], end)])
    }"""

    assert asked(modules_page, "packed_sentences", function, packed_numbers(sentences)) == [
        list(one) for one in sentences
    ]
