"""What is found in a conversation that goes on, and what goes before everything else; asked of the pure modules."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page

from playbook.desk.search_index import search_index
from playbook.guides.cue import Cue
from search_proof import labelled_queries
from small_desk import GUIDES, MATCHES, OFF_TOPIC, matches
from small_guides import small_guide

CALL = """\
## Now

- Say dif-1: "What happened?"
    - "It broke."
        - Say dif-2: "Which part broke?"
            - "Thanks." -> stop
    - "Nothing works here."
        - Say dif-3: "Since when?"
            - "Thanks." -> stop
    - "Never mind." -> stop

## Which one?

### Somebody is hurt {#b-danger}

- Say dif-4: "Please call for help now."
    - "Thanks." -> stop
"""
CONTEXT = {
    "guide": "angry-customer",
    "line": "angry-customer#dif-1",
    "replies": ["It broke.", "Nothing works here.", "Never mind."],
}


@pytest.fixture
def desk(modules_page: Page) -> Page:
    return modules_page


def in_call(page: Page, *texts: str) -> dict[str, Any]:
    """Give what is found for each text in a conversation that stands at dif-1."""
    cues = [
        Cue("This is unacceptable", False, 1),
        Cue("the pump snapped in two", False, 2, under="dif-2"),
        Cue("is on fire", False, 3, under="b-danger", urgent=True),
        Cue("my colleague is lying next to the machine and it burns", False, 4, under="b-danger", urgent=True),
    ]
    angry = replace(small_guide("angry-customer", CALL), cues=tuple(cues))
    guides = [angry, *(guide for guide in GUIDES if guide.id != "angry-customer")]
    content = json.loads(search_index(guides, [], "", off_topic=OFF_TOPIC))
    return dict(zip(texts, page.evaluate(MATCHES, [content, texts, CONTEXT]), strict=True))


def test_a_reply_on_screen_that_is_said_is_heard_as_that_reply(desk: Page) -> None:
    found = in_call(desk, "it broke", "broke!", "never mind")

    assert [one["state"] for one in found.values()] == ["found"] * 3
    assert [one["moments"][0]["reply"] for one in found.values()] == [0, 0, 2]
    assert [one["moments"][0]["line"] for one in found.values()] == ["angry-customer#dif-2"] * 2 + [""]


def test_what_means_the_moment_of_a_reply_chooses_that_reply(desk: Page) -> None:
    first = in_call(desk, "the pump snapped")["the pump snapped"]["moments"][0]

    assert (first["moment"], first["reply"]) == ("angry-customer#dif-2", 0)


def test_what_is_found_elsewhere_leaves_the_conversation(desk: Page) -> None:
    found = in_call(desk, "they never called me back")["they never called me back"]

    assert found["state"] == "found"
    assert found["moments"][0]["guide"] == "silence"
    assert "reply" not in found["moments"][0]


def test_what_is_urgent_goes_before_everything_else_that_is_said(desk: Page) -> None:
    told = "we chose a competitor, where is our machine, oh and the hall is on fire"
    found = in_call(desk, told)[told]

    assert (found["state"], found["moments"][0]["moment"]) == ("found", "angry-customer#dif-4")


def test_the_words_of_a_long_urgent_cue_do_not_count_apart(desk: Page) -> None:
    first = matches(desk, "my colleague is busy next to you")[0]["moments"][0]

    assert first["guide"] != "angry-customer"


def test_another_subject_said_in_its_own_words_leaves_the_conversation(desk: Page, index: dict[str, Any]) -> None:
    answers_ = index["lines"]["price#pri-1"]["answers"]
    call = {"guide": "price", "line": "price#pri-1", "replies": [answer["heard"] for answer in answers_]}
    texts = ["this is unacceptable", "we will not renew this year", "it's over our budget"]

    found = desk.evaluate(MATCHES, [index, texts, call])

    assert [one["state"] for one in found] == ["found"] * 3
    assert [one["moments"][0]["guide"] for one in found] == ["difficult-customer", "leaving-customer", "price"]
    assert all(len(one["moments"]) <= 3 for one in found)


def test_what_is_clear_elsewhere_mostly_stays_so_in_every_conversation(desk: Page, index: dict[str, Any]) -> None:
    texts = [one.query for one in labelled_queries()][::4]
    alone = desk.evaluate(MATCHES, [index, texts, None])
    kept = []
    for guide in (guide["id"] for guide in index["guides"] if guide["kind"] == "situation"):
        line = next(id_ for id_, line in index["lines"].items() if id_.startswith(f"{guide}#") and line["answers"])
        replies = [answer["heard"] for answer in index["lines"][line]["answers"]]
        here = desk.evaluate(MATCHES, [index, texts, {"guide": guide, "line": line, "replies": replies}])
        kept += [
            one["moments"][0]["moment"] == other["moments"][0]["moment"]
            for one, other in zip(alone, here, strict=True)
            if one["state"] == "found" and one["moments"][0]["guide"] != guide
        ]

    # 93 of 100. It was 66 when what the replies lead to was favoured three times and nothing led out of a conversation;
    # of the answers that strangers gave to our lines no more were heard as the right reply then (27 of 87 first).
    assert sum(kept) >= 0.88 * len(kept) > 0
