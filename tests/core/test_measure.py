"""What counts as a word and where a sentence ends."""

from __future__ import annotations

import pytest

from playbook.measure import sentences, words


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
