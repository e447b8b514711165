"""Whether a guide is due for review is judged in the reader's browser, on the day it is read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

GUIDE = "/techniques/focusing-question/"


@pytest.mark.parametrize(
    ("today", "due"),
    [("2027-11-21T12:00", False), ("2027-11-22T00:00", True), ("2031-01-01T09:00", True)],
)
def test_a_guide_is_due_from_the_day_its_months_are_over(modules_page: Page, today: str, due: bool) -> None:
    page = modules_page
    module = page.locator("script[type=module]").get_attribute("src") or ""
    address = page.evaluate("src => new URL(src.replace('main.js', 'review.js'), location).href", module)
    judged = page.evaluate(
        """async ([address, today]) => (await import(address)).isDue('2026-11-22', '12 months', new Date(today))""",
        [address, today],
    )
    assert judged is due


def test_a_guide_that_is_due_says_so(page: Page) -> None:
    page.clock.set_fixed_time("2031-01-01T09:00")
    page.goto(GUIDE)
    expect(page.get_by_text("Due for review.")).to_be_visible()


def test_a_guide_that_is_not_due_says_nothing(page: Page) -> None:
    page.clock.set_fixed_time("2026-12-01T09:00")
    page.goto(GUIDE)
    expect(page.locator("#ask-results")).to_have_attribute("data-state", "idle")
    expect(page.get_by_text("Due for review.")).to_be_hidden()
