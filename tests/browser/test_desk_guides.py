"""Where the desk leads into a guide: at a line, and where no line answers but the guide itself."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from ask_box import MOMENT, answers, asked, now, results, taken, ways

METHOD = "how do I ask for a referral"


def test_control_enter_opens_the_guide_at_the_line(desk: Page, lines: dict[str, Any]) -> None:
    taken(desk, MOMENT)
    key, answer = next(
        (key, answer)
        for key, answer in ways(lines, "reference-request#ref-1")
        if answer["to"].get("line", "").startswith("reference-request#")
    )
    desk.keyboard.type(key)
    desk.keyboard.press("ControlOrMeta+Enter")

    there = answer["to"]["line"]
    expect(desk).to_have_url(f"/situations/{there.replace('#', '/#')}")
    expect(desk.locator(f"[data-line='{there.split('#')[1]}']")).to_be_in_viewport()


def test_from_a_guide_another_guide_is_opened(page: Page) -> None:
    page.goto("/techniques/focusing-question/")
    page.keyboard.press("/")
    asked(page, MOMENT)
    page.keyboard.press("ControlOrMeta+Enter")

    expect(page).to_have_url("/situations/reference-request/")


def test_a_question_of_method_is_answered_by_its_guide_and_no_line(desk: Page, index: dict[str, Any]) -> None:
    found = asked(desk, METHOD)
    guide = next(guide for guide in index["guides"] if guide["id"] == "referral")

    expect(found).to_have_attribute("data-state", "found")
    expect(now(desk)).to_have_attribute("data-moment", "referral")
    expect(now(desk).locator(".now-say")).to_have_text(guide["title"])
    expect(now(desk).locator("[data-say]")).to_have_count(0)
    expect(now(desk).get_by_role("button", name="Copy this line")).to_have_count(0)
    expect(answers(desk)).to_have_count(0)
    expect(found.get_by_role("button", name="This line did not work")).to_have_count(0)
    assert "“”" not in found.inner_text()
    assert found.locator("q:visible", has_text="").evaluate_all("all => all.every(one => one.textContent)")
    others = found.locator("#ask-list [role=option]").count() - 1
    told = f"No line to say. Enter opens the guide {guide['title']}. {others} others found."
    expect(desk.locator("#ask-live")).to_have_text(told)


def test_enter_opens_the_guide_that_answers_and_back_returns(desk: Page) -> None:
    asked(desk, METHOD)

    desk.keyboard.press("Enter")

    expect(desk).to_have_url("/situations/referral/")
    desk.go_back()
    expect(desk.locator("#ask")).to_have_value(METHOD)
    expect(now(desk)).to_have_attribute("data-moment", "referral")
    expect(results(desk)).to_have_attribute("data-turn", "0")


def test_a_guess_that_is_a_guide_says_so(page: Page, index: dict[str, Any]) -> None:
    index["search"]["figures"]["foundFrom"] = 99  # nothing is certain
    page.route("**/index.json", lambda route: route.fulfill(json=index))
    page.goto("/")
    found = asked(page, METHOD)

    expect(found).to_have_attribute("data-state", "guess")
    first = found.get_by_role("option").first
    expect(first).to_contain_text("Guide: A client offers an introduction")
    expect(first.locator("[data-say]")).to_have_count(0)
    expect(page.locator("#ask-live")).to_contain_text("First: no line to say, Enter opens the guide")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/situations/referral/")
