"""What counts as a word, where a sentence ends, how long a text takes to say and how hard it is to read."""

from __future__ import annotations

import pytest

from playbook.measure import grade, seconds_to_say, sentences, syllables, words


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("", []),
        ("I'll call at 4:30, on the 2nd.", ["I'll", "call", "at", "4:30", "on", "the", "2nd"]),
        ("Don’t hang up: follow-up costs 1,000.", ["Don’t", "hang", "up", "follow-up", "costs", "1,000"]),
        ("See [the next step](../techniques/own-it.md#how).", ["See", "the", "next", "step"]),
        ("![A long look](picture.png)", ["A", "long", "look"]),
        ("Call [name] by [hour].", ["Call", "name", "by", "hour"]),
        ("Schöne Grüße, 東京!", ["Schöne", "Grüße", "東京"]),
        ("- ? ... _ —", []),
    ],
)
def test_what_a_reader_would_count_is_a_word(text: str, counted: list[str]) -> None:
    assert words(text) == counted


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ('He said: "Stop." Then he left.', ['He said: "Stop."', "Then he left."]),
        ("It costs 4.50. Not more.", ["It costs 4.50.", "Not more."]),
        ("Wait ... and see.", ["Wait ... and see."]),
        ("It is late. [Name] will call.", ["It is late.", "[Name] will call."]),
        ("No end", ["No end"]),
    ],
)
def test_a_sentence_ends_where_the_next_one_begins(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1),
        ("hmm", 1),
        ("rhythm", 1),
        ("made", 1),
        ("agree", 2),
        ("table", 2),
        ("called", 1),
        ("wanted", 2),
        ("Added", 2),
        ("goodbye", 2),
        ("reference", 3),
        ("delivery", 4),
        ("4:30", 1),
    ],
)
def test_a_syllable_is_a_group_of_vowels_and_a_silent_e_is_none(word: str, count: int) -> None:
    assert syllables(word) == count


def test_173_words_are_said_in_a_minute() -> None:
    assert seconds_to_say("word " * 173) == 60
    assert seconds_to_say("") == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", 0),
        ("- ? ...", 0),
        ("Go.", 0.39 + 11.8 - 15.59),
        ("They call you. You wait.", 0.39 * 2.5 + 11.8 - 15.59),
        ("See [the delivery](../situations/late-delivery.md).", 0.39 * 3 + 11.8 * 6 / 3 - 15.59),
    ],
)
def test_the_reading_grade_is_that_of_flesch_and_kincaid(text: str, found: float) -> None:
    assert grade(text) == pytest.approx(found)
