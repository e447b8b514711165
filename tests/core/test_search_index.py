"""The index file says where every line leads, and holds the words and sentences of the guides with their weights."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from playbook.desk.packed_sentences import SIGNS
from playbook.desk.search_index import search_index
from playbook.desk.word_index import STEPS
from playbook.guides.bridges import Bridge
from playbook.guides.confusable import Confusable
from playbook.guides.cue import WHOLE, Cue
from playbook.guides.edition import Edition
from playbook.guides.guide import Guide
from real_edition import EDITION
from small_guides import small_guide

REFERENCE = """\
## Now

- Say ref-1: "Happy to." (warm, then stop)
- Softer ref-1b: "Gladly."
- Say ref-2: "What would you ask them?" (only if true)
    - "Let me ask the team." -> b-check
    - No answer -> silence
    - "Not needed now." -> stop (note the date)

## Which one?

### They want to think {#b-check}

- "Good question."
    - Say ref-3: "Of course."
        - "Thanks." -> stop
"""
SILENCE = '## Now\n\n- Say say-1: "Understood."\n    - "Thanks." -> stop\n'


@pytest.fixture
def guides() -> list[Guide]:
    return [
        small_guide("silence", SILENCE, title="Nobody answers"),
        small_guide("reference-request", REFERENCE, title="They ask for a reference"),
    ]


def read(guides: list[Guide]) -> dict[str, Any]:
    index: dict[str, Any] = json.loads(search_index(guides, [Bridge("bridge-1", "I'm listening.", "trouble")], "2f6c"))
    return index


def unpacked(text: str, words: list[str]) -> list[str]:
    """Give the sentences of a text that holds only words of one sign."""
    return [" ".join(words[SIGNS.index(sign)] for sign in sentence) for sentence in text.split()]


def weights(guides: list[Guide], word: str, **more: Any) -> dict[int, float]:
    """Give what a word weighs in each guide by its number; the last number is what is off the topic."""
    search = json.loads(search_index(guides, [], "", **more))["search"]
    number = search["words"].split().index(word)
    packed = search["weights"]["guides"].split(" ")
    before = len("".join(packed[:number]))
    steps = [SIGNS.index(sign) + 1 for sign in packed[number]]
    heights = [SIGNS.index(sign) for sign in search["weights"]["weights"][before:][: len(steps)]]
    return {place - 1: 2 ** (height / STEPS) for place, height in zip(accumulate(steps), heights, strict=True)}


def test_the_file_names_its_version_its_build_and_the_bridges(guides: list[Guide]) -> None:
    index = read(guides)

    bridges = [{"say": "I’m listening.", "after": "trouble"}]
    assert (index["version"], index["build"], index["bridges"]) == (5, "2f6c", bridges)


def test_a_guide_says_where_it_stands_how_it_begins_and_how_its_branches_are_entered(guides: list[Guide]) -> None:
    assert read(guides)["guides"][0] == {
        "id": "reference-request",
        "kind": "situation",
        "title": "They ask for a reference",
        "moment": "",
        "url": "situations/reference-request/",
        "reviewed": "",
        "reviewEvery": "",
        "start": "reference-request#ref-1",
    }


def test_every_line_says_where_it_leads(guides: list[Guide]) -> None:
    assert read(guides)["lines"] == {
        "reference-request#ref-1": {
            "say": "Happy to.",
            "tone": "warm, then stop",
            "condition": "",
            "answers": [],
            "then": {"line": "reference-request#ref-2", "note": ""},
        },
        "reference-request#ref-2": {
            "say": "What would you ask them?",
            "tone": "",
            "condition": "only if true",
            "answers": [
                {
                    "heard": "Let me ask the team.",
                    "spoken": True,
                    "to": {"line": "reference-request#ref-3", "note": ""},
                },
                {"heard": "No answer", "spoken": False, "to": {"line": "silence#say-1", "note": ""}},
                {"heard": "Not needed now.", "spoken": True, "to": {"stop": True, "note": "note the date"}},
            ],
        },
        "reference-request#ref-3": {
            "say": "Of course.",
            "tone": "",
            "condition": "",
            "answers": [{"heard": "Thanks.", "spoken": True, "to": {"stop": True, "note": ""}}],
        },
        "silence#say-1": {
            "say": "Understood.",
            "tone": "",
            "condition": "",
            "answers": [{"heard": "Thanks.", "spoken": True, "to": {"stop": True, "note": ""}}],
        },
    }


def test_a_moment_is_named_by_what_is_heard_there(guides: list[Guide]) -> None:
    assert read(guides)["moments"] == [
        {"id": "reference-request#ref-1", "heard": "They ask for a reference"},
        {"id": "reference-request#ref-3", "heard": "Good question."},
        {"id": "silence#say-1", "heard": "Nobody answers"},
    ]


def test_the_same_guides_give_the_same_bytes_in_whatever_order_they_come(guides: list[Guide]) -> None:
    assert search_index(guides, [], "") == search_index(guides[::-1], [], "")


def test_no_guides_give_an_index_of_nothing() -> None:
    search = json.loads(search_index([], [], ""))["search"]

    assert (search["words"], search["sentences"], search["weights"]) == (
        "",
        [""],
        {"guides": "", "weights": ""},
    )


def test_the_words_stand_by_frequency() -> None:
    guide = small_guide("late", cues=["Late again", "too late"], title="Late")
    search = json.loads(search_index([guide], [], "", off_topic=["printer again"]))["search"]

    assert search["words"].split()[0] == "late"


def test_sentences_stand_at_their_moment_then_at_the_guide_then_off_the_topic() -> None:
    cues = [
        Cue("So late", False, 1),
        Cue("Let me see", False, 2, under="b-check"),
        Cue("How to", False, 3, under=WHOLE),
    ]
    guide = replace(small_guide("reference-request", REFERENCE, title="Late", job="Own it"), cues=tuple(cues))
    search = json.loads(search_index([guide], [], "", off_topic=["printer"]))["search"]

    words = search["words"].split()
    assert [sorted(unpacked(text, words)) for text in search["sentences"]] == [
        ["late", "so late"],
        ["let me see"],
        ["how to", "own it"],
        ["printer"],
    ]


def test_cues_titles_replies_branches_and_lines_weigh_in_this_order() -> None:
    guides = [
        small_guide("a", cues=["delay"]),
        small_guide("b", '## Now\n\n- Say say-1: "Well."\n    - "Delay." -> stop\n'),
        small_guide("c", '## Now\n\n- Say say-1: "Delay."\n    - "Well." -> stop\n'),
    ]

    found = weights(guides, "delay")
    assert found[0] > found[1] > found[2] > 0


def test_the_words_of_a_group_weigh_as_the_one_that_stands_for_them() -> None:
    guides = [small_guide("a", cues=["We want a rival"]), small_guide("b", cues=["A competitor called"])]

    assert weights(guides, "competitor", synonyms={"rival": "competitor"}).keys() == {0, 1}
    assert weights(guides, "rival", synonyms={"rival": "competitor"}) == {}
    assert weights(guides, "rival").keys() == {0}


def test_a_word_of_every_guide_keeps_its_weight_in_a_large_collection() -> None:
    guides = [small_guide(f"guide-{n}", title="The end", cues=["The end"]) for n in range(200)]

    assert min(weights(guides, "the").values()) > 64  # times the least weight, so half of the full one


def test_pairs_come_with_their_question_in_print() -> None:
    pair = Confusable(("a", "b"), "Isn't it late?")
    content = json.loads(search_index([small_guide("a"), small_guide("b")], [], "", confusables=[pair]))

    assert content["apart"] == [["a", "b", "Isn’t it late?"]]


def test_the_index_stays_below_600_kilobytes() -> None:
    assert len(gzip.compress(_index_of(EDITION, list(EDITION.guides.values())).encode())) < 600 * 1024


def test_every_word_of_the_figures_reaches_the_browser(site: Path) -> None:
    index = json.loads(next(site.glob("assets/playbook-*/index.json")).read_text(encoding="utf-8"))
    edition = EDITION

    assert index["search"] == json.loads(_index_of(edition, list(edition.guides.values())))["search"]


def _index_of(edition: Edition, guides: list[Guide]) -> str:
    return search_index(
        guides,
        edition.bridges,
        "",
        confusables=edition.confusables,
        off_topic=edition.off_topic,
        synonyms=edition.synonyms,
    )
