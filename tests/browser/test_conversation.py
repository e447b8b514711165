"""A conversation walks along the lines of the index, and back; asked of the pure module, in Chromium."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from playbook.desk.search_index import search_index
from small_guides import small_guide

SCRIPT = """\
## Now

- Say say-1: "First."
- Say say-2: "Second."
    - "Why?"
        - Say say-3: "Because." -> gracious-no
    - Nothing -> stop (wait a week)
    - "Again?" -> say-1
    - "Lost?" -> gracious-no
"""
OTHER = '## Now\n\n- Say say-1: "Thank you."\n- Say say-2: "Bye."\n    - "Bye." -> stop\n'

WALK = """async ([lines, start, keys]) => {
    const main = document.querySelector('script[type=module]').src
    const { answered, back, begin, choices, exchange, lastLine, position, turn } =
        await import(new URL('box/conversation.js', main).href)
    const steps = (conversation, key) => (key === 0 ? back(conversation) : answered(lines, conversation, key))
    const conversation = keys.reduce(steps, begin(start))
    return {
        said: turn(lines, conversation).map(({ say }) => say),
        choices: choices(lines, conversation).map(({ heard }) => heard),
        exchange: exchange(lines, conversation),
        position: position(conversation),
        lastLine: lastLine(conversation),
    }
}"""


@pytest.fixture
def desk(modules_page: Page) -> Page:
    return modules_page


def walked(page: Page, *keys: int) -> dict[str, Any]:
    """Give where the conversation stands after these keys, from the first line on."""
    guides = [small_guide("lost-deal", SCRIPT), small_guide("gracious-no", OTHER)]
    lines = json.loads(search_index(guides, [], ""))["lines"]
    there: dict[str, Any] = page.evaluate(WALK, [lines, "lost-deal#say-1", keys])
    return there


def test_lines_that_follow_without_an_answer_are_one_turn(desk: Page) -> None:
    start = walked(desk)

    assert start["said"] == ["First.", "Second."]
    assert start["choices"] == ["Why?", "Nothing", "Again?", "Lost?"]
    assert start["exchange"] == []


def test_a_line_that_asks_ends_the_turn(desk: Page) -> None:
    lines = {
        "silence#say-1": {"say": "Is now all right?", "answers": [], "then": {"line": "silence#say-2", "note": ""}},
        "silence#say-2": {"say": "Good.", "answers": [], "then": {"stop": True, "note": ""}},
    }
    start = desk.evaluate(WALK, [lines, "silence#say-1", []])

    assert (start["said"], start["choices"]) == (["Is now all right?"], [""])


def test_an_answer_leads_to_its_line_and_what_was_said_stays(desk: Page) -> None:
    there = walked(desk, 4)

    assert there["said"] == ["Thank you.", "Bye."]
    assert there["exchange"] == [{"say": "First. Second.", "heard": "Lost?", "spoken": True}]
    assert there["lastLine"] == "gracious-no#say-1"


def test_a_line_that_leads_to_another_guide_offers_it_as_a_choice(desk: Page) -> None:
    assert (walked(desk, 1)["said"], walked(desk, 1)["choices"]) == (["Because."], [""])
    assert walked(desk, 1, 1)["said"] == ["Thank you.", "Bye."]


def test_a_conversation_stops_with_its_note_and_keeps_its_last_line(desk: Page) -> None:
    there = walked(desk, 2)

    assert there["position"] == {"stop": True, "note": "wait a week"}
    assert (there["said"], there["choices"], there["lastLine"]) == ([], [], "lost-deal#say-1")


def test_back_undoes_one_step_and_stays_at_the_beginning(desk: Page) -> None:
    assert walked(desk, 2, 0) == walked(desk)
    assert walked(desk, 3, 1, 0) == walked(desk, 3)
    assert walked(desk, 0, 0) == walked(desk)


def test_a_number_without_an_answer_changes_nothing(desk: Page) -> None:
    assert walked(desk, 9) == walked(desk)
    assert walked(desk, 2, 1) == walked(desk, 2)
