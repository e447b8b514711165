"""The pure modules of the desk, asked in Chromium: keys, bridge lines, brackets."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

CALL = """async ([module, name, values]) => {
    const main = document.querySelector('script[type=module][src$="main.js"]').src
    const found = await import(new URL(module, main).href)
    return found[name](...values)
}"""
PLAIN = {"key": "", "ctrlKey": False, "metaKey": False, "altKey": False, "isComposing": False, "repeat": False}
PAGE = {"singleKeys": True, "drawn": 3, "control": False}


def called(page: Page, module: str, name: str, *values: Any) -> Any:
    return page.evaluate(CALL, [f"box/{module}", name, values])


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("how much is it", "question"),
        ("And what does that cost, roughly", "question"),
        ("you're sure?", "question"),
        ("this is the third time it broke, why?", "trouble"),
        ("It doesn't work", "trouble"),
        ("I want a refund", "trouble"),
        ("we have chosen somebody else", "statement"),
        ("good bye then", "statement"),
        ("hm ok", ""),
        ("", ""),
    ],
)
def test_a_bridge_line_is_chosen_by_what_was_typed(modules_page: Page, said: str, after: str) -> None:
    assert called(modules_page, "bridge.js", "bridgeKind", said) == after


def test_where_a_kind_has_no_bridge_line_the_plain_one_stands_in(modules_page: Page) -> None:
    bridges = [{"say": "One second.", "after": ""}, {"say": "I hear you.", "after": "trouble"}]

    assert called(modules_page, "bridge.js", "bridgeFor", bridges, "why is that?") == "One second."
    assert called(modules_page, "bridge.js", "bridgeFor", bridges, "it is broken") == "I hear you."


@pytest.mark.parametrize(
    ("spot", "key", "more", "act"),
    [
        ("box", "1", {}, None),
        ("box", "?", {}, None),
        ("box", "/", {}, None),
        ("box", "Backspace", {}, None),
        ("box", "ArrowDown", {}, "choose"),
        ("box", "Home", {}, None),
        ("box", "End", {}, None),
        ("box", "Escape", {}, "clear"),
        ("box", "Escape", {"isComposing": True}, None),
        ("box", "Enter", {"ctrlKey": True}, "open"),
        ("box", "F2", {}, "blank"),
        ("field", "F2", {}, "blank"),
        ("field", "?", {}, None),
        ("field", "Enter", {"ctrlKey": True}, None),
        ("elsewhere", "1", {}, None),
        ("elsewhere", "a", {}, None),
        ("elsewhere", "/", {}, "box"),
        ("elsewhere", "?", {}, "panel"),
        ("elsewhere", "?", {"altKey": True}, None),
        ("conversation", "3", {}, "answer"),
        ("conversation", "3", {"repeat": True}, "nothing"),
        ("conversation", "4", {}, "type"),
        ("conversation", "0", {}, "back"),
        ("conversation", "Backspace", {}, "back"),
        ("conversation", "Home", {}, "end"),
        ("conversation", "End", {}, "end"),
        ("conversation", "End", {"ctrlKey": True}, None),
        ("elsewhere", "Home", {}, None),
        ("conversation", "é", {}, "type"),
        ("conversation", "Unidentified", {}, "type"),
        ("conversation", "Tab", {}, None),
        ("conversation", "Shift", {}, None),
        ("conversation", "c", {"ctrlKey": True}, None),
        ("conversation", "Enter", {}, "pick"),
        ("conversation", "Enter", {"repeat": True}, "nothing"),
        ("conversation", "Enter", {"metaKey": True}, "open"),
        ("conversation", "Escape", {}, "leave"),
    ],
)
def test_a_key_does_what_its_place_says(
    modules_page: Page, spot: str, key: str, more: dict[str, bool], act: str | None
) -> None:
    action = called(modules_page, "keys.js", "actionOf", spot, {**PLAIN, "key": key, **more}, PAGE)

    assert (action or {}).get("act") == act


def test_single_keys_that_are_turned_off_are_text(modules_page: Page) -> None:
    off = {**PAGE, "singleKeys": False}
    for spot, act in (("elsewhere", None), ("conversation", "type")):
        for key in "/?":
            action = called(modules_page, "keys.js", "actionOf", spot, {**PLAIN, "key": key}, off)
            assert (action or {}).get("act") == act


def test_a_button_in_the_answer_keeps_its_own_keys(modules_page: Page) -> None:
    button = {**PAGE, "control": True}

    assert called(modules_page, "keys.js", "actionOf", "conversation", {**PLAIN, "key": "Enter"}, button) is None
    assert called(modules_page, "keys.js", "actionOf", "conversation", {**PLAIN, "key": " "}, button) is None


def test_home_and_end_are_the_page_s_where_no_answer_is_drawn(modules_page: Page) -> None:
    none = {**PAGE, "drawn": 0}

    assert called(modules_page, "keys.js", "actionOf", "conversation", {**PLAIN, "key": "Home"}, none) is None
    assert called(modules_page, "keys.js", "actionOf", "conversation", {**PLAIN, "key": "End"}, none) is None


@pytest.mark.parametrize(
    ("bracket", "name"),
    [("[name]", "name"), ("[Your name]", "your name"), ("[X]", ""), ("[reason]", ""), ("[toString]", "")],
)
def test_only_what_stays_the_same_through_a_call_has_a_name(modules_page: Page, bracket: str, name: str) -> None:
    assert called(modules_page, "fill_ins.js", "nameOf", bracket) == name


def test_a_line_falls_into_text_and_brackets(modules_page: Page) -> None:
    parts = called(modules_page, "fill_ins.js", "partsOf", "Hi [name], [X] it is. [")

    assert [part["text"] for part in parts] == ["Hi ", "[name]", ", ", "[X]", " it is. ["]
    assert [part["bracket"] for part in parts] == [False, True, False, True, False]
