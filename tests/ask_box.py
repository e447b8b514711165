"""Asking the desk in a browser: what tests type into the ask box and where they look for its answer."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

MOMENT = "can we talk to one of your customers"  # what the guide to reference requests is made for
OFF_THE_SUBJECT = "zxqv wkjh"


def results(page: Page) -> Locator:
    """Give the place of the answer."""
    return page.locator("#ask-results")


def asked(page: Page, text: str) -> Locator:
    """Type a text with real keys and give the results once they answer it."""
    page.keyboard.type(text)
    expect(results(page)).to_have_attribute("data-answered", text)
    return results(page)


def asked_on(page: Page, more: str, whole: str) -> Locator:
    """Type more and give the results once they answer the whole text."""
    page.keyboard.type(more)
    expect(results(page)).to_have_attribute("data-answered", whole)
    return results(page)


def selected(page: Page) -> Locator:
    """Give the selected result."""
    return page.locator("[role=option][aria-selected=true]")


def said(page: Page) -> Locator:
    """Give the line to say of the selected result."""
    return selected(page).locator("[data-say]")


def answers(page: Page) -> Locator:
    """Give the buttons with what they may answer."""
    return results(page).locator("button[data-answer]")
