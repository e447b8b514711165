"""What the second search proof says: totals of both halves, single sentences of the open half alone."""

from __future__ import annotations

from said_proof import Answered, Said, by_half, half_typed, open_answers, said_figures, slipped, worse

OPEN = Said("too dear", ("price",), ("price#pri-1",), ("lost-deal#los-1",), "open")
CLOSED = Said("a secret sentence", ("silence",), ("silence#sil-1",), (), "closed")
OFF = Said("nice weather", (), (), (), "open")
FITTING = Answered(OPEN, "found", ("price#pri-1", "silence#sil-1"))
HARMFUL = Answered(OPEN, "found", ("lost-deal#los-1", "price#pri-1"))
SECOND = Answered(CLOSED, "guess", ("price#pri-1", "silence#sil-1"))


def test_each_figure_is_a_share_of_the_sentences_it_is_about() -> None:
    figures = said_figures([FITTING, HARMFUL, SECOND, Answered(OFF, "found", ("price#pri-1",))])

    assert figures == {
        "fitting line first": 33.3,
        "fitting line first, where one exists": 33.3,
        "fitting line offered": 100.0,
        "fitting line offered, where one exists": 100.0,
        "guide right first": 33.3,
        "line found": 66.7,
        "line fits when found": 50.0,
        "guide right when found": 50.0,
        "off the topic, yet found": 100.0,
        "harmful line found": 25.0,
    }


def test_of_the_closed_half_only_totals_are_given() -> None:
    before = {OPEN.sentence: ["found", "price#pri-1"], CLOSED.sentence: ["found", "silence#sil-1"]}

    assert list(by_half([FITTING, SECOND])) == ["open", "closed"]
    assert open_answers([FITTING, SECOND]) == {"too dear": ["found", "price#pri-1"]}
    assert worse([HARMFUL, SECOND], before) == ["'too dear': found lost-deal#los-1, before: price#pri-1"]
    assert worse([FITTING], before) == []


def test_a_slip_changes_one_long_word_and_half_typed_the_last() -> None:
    said = [Said("that seems expensive!", (), (), (), "open"), Said("no go", (), (), (), "open")]
    first, second = (one.sentence for one in slipped(said))

    assert (first.split()[0], len(first.split())) == ("that", 3)
    assert first != said[0].sentence
    assert second == "no go"
    assert [one.sentence for one in half_typed(said)] == ["that seems expen", "no g"]
