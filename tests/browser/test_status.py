"""The page for curators judges reviews on the day it is read."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_reviews_are_due_on_the_day_on_which_the_page_is_read(page: Page) -> None:
    page.clock.set_fixed_time("2040-01-01T09:00:00")
    page.goto("/status/")
    expect(page.locator("h1")).to_have_text("Status")
    count = page.locator("[data-reviewed]").count()
    expect(page.locator("[data-state=overdue]:visible")).to_have_count(count)
    expect(page.locator("[data-state=due]:visible")).to_have_count(0)
    assert count > 20
