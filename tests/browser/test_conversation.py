"""A call walks along the lines of the index, and back; asked of the pure modules, in Chromium."""

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
    const main = document.querySelector('script[type=module][src$="main.js"]').src
    const { linesFrom, replies } = await import(new URL('box/conversation.js', main).href)
    const calls = await import(new URL('box/call.js', main).href)
    const { replied, back, lastLine, NEW_CALL, position, taken, typed } = calls
    const first = { moment: start, guide: '', line: start, heard: 'Hello.' }
    const stands = (call) => position(call)?.line ?? ''
    const steps = (call, key) => (key === 0 ? back(call) : replied(call, replies(lines, stands(call))[key - 1]))
    const call = keys.reduce(steps, taken(typed(NEW_CALL, 'hello there'), first))
    return {
        said: linesFrom(lines, stands(call)).map(({ say }) => say),
        choices: replies(lines, stands(call)).map(({ heard }) => heard),
        heard: call.turns.map(({ heard }) => heard),
        stop: position(call)?.stop ?? null,
        note: position(call)?.note ?? null,
        lastLine: lastLine(call),
        text: call.text,
        asking: call.asking,
    }
}"""
READ = """async ([value, lines]) => {
    const main = document.querySelector('script[type=module][src$="main.js"]').src
    const { readCall } = await import(new URL('box/call.js', main).href)
    return readCall(value, lines)
}"""
NEW = {"text": "", "asking": False, "chosen": 0, "turns": []}


@pytest.fixture
def desk(modules_page: Page) -> Page:
    return modules_page


def walked(page: Page, *keys: int) -> dict[str, Any]:
    """Give where the call stands after these keys, from the first line on."""
    guides = [small_guide("lost-deal", SCRIPT), small_guide("gracious-no", OTHER)]
    lines = json.loads(search_index(guides, [], ""))["lines"]
    there: dict[str, Any] = page.evaluate(WALK, [lines, "lost-deal#say-1", keys])
    return there


def test_lines_that_follow_without_an_answer_are_one_turn(desk: Page) -> None:
    start = walked(desk)

    assert start["said"] == ["First.", "Second."]
    assert start["choices"] == ["Why?", "Nothing", "Again?", "Lost?"]
    assert start["heard"] == ["Hello."]


def test_a_line_that_asks_ends_the_turn(desk: Page) -> None:
    lines = {
        "silence#say-1": {"say": "Is now all right?", "answers": [], "then": {"line": "silence#say-2", "note": ""}},
        "silence#say-2": {"say": "Good.", "answers": [], "then": {"stop": True, "note": ""}},
    }
    start = desk.evaluate(WALK, [lines, "silence#say-1", []])

    assert (start["said"], start["choices"]) == (["Is now all right?"], [""])


def test_an_answer_leads_to_its_line_and_what_was_heard_stays(desk: Page) -> None:
    there = walked(desk, 4)

    assert there["said"] == ["Thank you.", "Bye."]
    assert there["heard"] == ["Hello.", "Lost?"]
    assert there["lastLine"] == "gracious-no#say-1"


def test_a_line_that_leads_to_another_guide_offers_it_as_a_choice(desk: Page) -> None:
    assert (walked(desk, 1)["said"], walked(desk, 1)["choices"]) == (["Because."], [""])
    assert walked(desk, 1, 1)["said"] == ["Thank you.", "Bye."]


def test_a_call_stops_with_its_note_and_keeps_its_last_line(desk: Page) -> None:
    there = walked(desk, 2)

    assert (there["stop"], there["note"]) == (True, "wait a week")
    assert (there["said"], there["choices"], there["lastLine"]) == ([], [], "lost-deal#say-1")


def test_back_undoes_one_turn_and_before_the_first_one_asks_again(desk: Page) -> None:
    assert walked(desk, 2, 0) == walked(desk)
    assert walked(desk, 3, 1, 0) == walked(desk, 3)
    asking = walked(desk, 0, 0)
    assert (asking["text"], asking["asking"], asking["heard"]) == ("hello there", True, [])


def test_an_answer_to_a_line_that_is_not_there_is_not_offered(desk: Page) -> None:
    lines = {"a#say-1": {"say": "Hello.", "answers": [{"heard": "Bye.", "spoken": True, "to": {"line": "a#say-9"}}]}}

    assert desk.evaluate(WALK, [lines, "a#say-1", []])["choices"] == []


@pytest.mark.parametrize("damaged", [None, 5, "text", [], {}, {"text": 3, "turns": []}, {"text": "a", "turns": 7}])
def test_a_damaged_call_is_a_new_one(desk: Page, damaged: Any) -> None:
    assert desk.evaluate(READ, [damaged, {}]) == NEW


def test_a_kept_call_ends_where_a_line_is_no_longer_there(desk: Page) -> None:
    turn = {"line": "a#say-1", "stop": False, "note": "", "heard": "Hi", "spoken": True, "asked": None, "chosen": 0}
    kept = {"text": "hi", "asking": False, "chosen": -4, "turns": [turn, {**turn, "line": "a#say-2"}, turn]}

    read = desk.evaluate(READ, [kept, {"a#say-1": {}}])

    assert read == {"text": "hi", "asking": False, "chosen": 0, "turns": [turn]}
