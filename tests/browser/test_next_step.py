"""What the rep does next where no answer is waited for: it reads as a step of one's own, not as their words."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ask_box import MOMENT, answers, now, opened, results, said, taken

FIRST, NEXT = "reference-request#ref-1", "silence#sil-1"
MARK = """(option) => ['.who', '.answer-stop'].flatMap((part) => [...option.querySelectorAll(part)])
    .map((part) => /[■→]/.exec(getComputedStyle(part, '::before').content)?.[0])"""


@pytest.fixture
def desk_without_answers(page: Page, index: dict[str, Any], request: pytest.FixtureRequest) -> Page:
    """Give the desk, its first line one that is followed by what the test says."""
    index["lines"][FIRST] |= {"say": "Please do.", "answers": [], "then": request.param, "condition": "", "tone": ""}
    page.route("**/index.json", lambda route: route.fulfill(json=index))
    taken(opened(page), MOMENT)
    return page


@pytest.mark.parametrize("desk_without_answers", [{"stop": True, "note": "call on the minute"}], indirect=True)
def test_to_stop_is_what_the_rep_does_and_one_key(desk_without_answers: Page) -> None:
    page = desk_without_answers
    stop = page.get_by_role("listbox", name="What you do next").get_by_role("option")
    expect(stop).to_have_text("1 Then stopcall on the minute")  # a colon is drawn between them
    expect(stop).to_have_accessible_name("1 Then stop: call on the minute")
    assert stop.evaluate(MARK) == ["■"]
    expect(page.locator("#ask-live")).to_contain_text("Say: Please do. Then stop.")
    expect(page.get_by_text("They answer")).to_have_count(0)

    page.keyboard.press("1")
    expect(now(page).locator(".now-say")).to_have_text("Stop here.")


@pytest.mark.parametrize("desk_without_answers", [{"stop": True, "note": ""}], indirect=True)
def test_a_stop_without_a_reason_ends_there(desk_without_answers: Page) -> None:
    expect(answers(desk_without_answers)).to_have_accessible_name("1 Then stop")


@pytest.mark.parametrize("desk_without_answers", [{"line": NEXT, "note": ""}], indirect=True)
def test_the_line_to_go_on_with_is_what_the_rep_says(desk_without_answers: Page, lines: dict[str, Any]) -> None:
    page = desk_without_answers
    say = page.get_by_role("listbox", name="What you do next").get_by_role("option")
    expect(say).to_contain_text(f"Then say {lines[NEXT]['say']}")
    assert say.evaluate(MARK) == ["→"]
    expect(page.locator("#ask-live")).to_contain_text("Say: Please do. Then one more line.")

    page.keyboard.press("1")
    expect(said(page)).to_have_text(lines[NEXT]["say"])


def test_their_answers_are_still_theirs(desk: Page) -> None:
    taken(desk, MOMENT)

    theirs = desk.get_by_role("listbox", name="They answer").get_by_role("option")
    expect(theirs.first).to_be_visible()
    assert theirs.first.evaluate(MARK) == []
    expect(results(desk).get_by_text("What you do next")).to_have_count(0)
    expect(desk.locator("#ask-live")).to_contain_text("answers they may give.")
