"""Asking the desk in a browser: what tests type into the ask box and where they look for its answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Locator, Page, expect

MOMENT = "can we talk to one of your customers"  # what the guide to reference requests is made for
OFF_THE_SUBJECT = "zxqv wkjh"


def opened(page: Page) -> Page:
    """Open the desk and wait until it can be typed into, as its box has the focus by itself."""
    page.goto("/")
    expect(page.locator("#ask")).to_be_focused()
    return page


def results(page: Page) -> Locator:
    """Give the place of the answer."""
    return page.locator("#ask-results")


def asked(page: Page, text: str) -> Locator:
    """Type a text with real keys and give the results once they answer it."""
    page.keyboard.type(text)
    expect(results(page)).to_have_attribute("data-answered", text)
    expect(results(page)).not_to_have_attribute("data-state", "loading")
    return results(page)


def asked_on(page: Page, more: str, whole: str) -> Locator:
    """Type more and give the results once they answer the whole text."""
    page.keyboard.type(more)
    expect(results(page)).to_have_attribute("data-answered", whole)
    return results(page)


def taken(page: Page, text: str) -> Locator:
    """Type a text, take the moment that is found, and give the results."""
    found = asked(page, text)
    page.keyboard.press("Enter")
    expect(found).to_have_attribute("data-turn", "1")
    return found


def now(page: Page) -> Locator:
    """Give the moment that is shown large."""
    return page.locator(".now")


def said(page: Page) -> Locator:
    """Give the line to say now."""
    return page.locator(".now > [data-say]")


def answers(page: Page) -> Locator:
    """Give what they may answer."""
    return page.locator("#ask-replies [role=option]")


def turn_from(lines: dict[str, Any], start: str) -> str:
    """Give the last line that is said at once with this one: the one that gets the answers."""
    last = start
    while not lines[last]["answers"] and "?" not in lines[last]["say"]:
        following = lines[last].get("then", {}).get("line", "")
        if following.split("#")[0] != last.split("#")[0]:
            break
        last = following
    return last


def ways(lines: dict[str, Any], start: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the keys from a line to everything that may be answered within five answers, the nearest first."""
    queue, seen = [(start, "")], {start}
    for line, keys in queue:
        for key, answer in enumerate(lines[turn_from(lines, line)]["answers"][:6], 1):
            yield f"{keys}{key}", answer
            there = answer["to"].get("line")
            if there and there not in seen and len(keys) < 4:
                seen.add(there)
                queue.append((there, f"{keys}{key}"))
