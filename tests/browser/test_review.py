"""Whether a guide is due for review is judged in the reader's browser, on the day it is read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from ask_box import MOMENT, now, opened, taken
from open_page import OpenPage

GUIDE = "/techniques/focusing-question/"


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2027-11-21T12:00", "fresh"),
        ("2027-11-22T00:00", "due"),
        ("2027-12-21T23:59", "due"),
        ("2027-12-22T00:00", "overdue"),
        ("2031-01-01T09:00", "overdue"),
    ],
)
def test_a_guide_is_due_when_its_months_are_over_and_overdue_30_days_later(
    modules_page: Page, today: str, state: str
) -> None:
    page = modules_page
    module = page.locator("script[type=module]").get_attribute("src") or ""
    address = page.evaluate("src => new URL(src.replace('main.js', 'review.js'), location).href", module)
    judged = page.evaluate(
        """async ([address, ...given]) => {
            const { reviewState } = await import(address)
            return reviewState('2026-11-22', '12 months', new Date(given[0]))
        }""",
        [address, today],
    )
    assert judged == state


def test_a_guide_that_is_due_says_so(page: Page) -> None:
    page.clock.set_fixed_time("2031-01-01T09:00")
    page.goto(GUIDE)
    expect(page.get_by_text("review overdue")).to_be_visible()
    expect(page.get_by_text("due for review")).to_be_hidden()


def test_a_guide_that_is_not_due_says_nothing(page: Page) -> None:
    page.clock.set_fixed_time("2026-12-01T09:00")
    page.goto(GUIDE)
    expect(page.locator("#ask-results")).to_have_attribute("data-state", "idle")
    expect(page.locator(".fresh")).to_contain_text("Reviewed 2026-11-29")
    expect(page.get_by_text("review overdue")).to_be_hidden()
    expect(page.get_by_text("due for review")).to_be_hidden()


@pytest.mark.parametrize(
    ("today", "told"),
    [("2026-12-01T09:00", ""), ("2027-12-01T09:00", "due for review"), ("2031-01-01T09:00", "review overdue")],
)
def test_the_desk_says_next_to_the_line_that_its_guide_is_due(page: Page, today: str, told: str) -> None:
    page.clock.set_fixed_time(today)
    opened(page)
    taken(page, MOMENT)

    expect(now(page).locator(".now-fresh")).to_have_text(told)
    expect(page.locator("#ask-live")).to_contain_text("Say: Happy to.")
    spoken = page.locator("#ask-live").inner_text()
    assert f"{told.capitalize()}." in spoken if told else "eview" not in spoken


def test_a_date_stands_without_javascript(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(GUIDE)

    expect(page.locator(".fresh")).to_have_text("Reviewed 2026-11-29.", use_inner_text=True)
