"""What the tests of the ask box share: the index it asks, and the desk ready to type."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from ask_box import opened


@pytest.fixture
def index(site: Path) -> dict[str, Any]:
    """Give the index file of the real site."""
    content: dict[str, Any] = json.loads(next(site.glob("assets/playbook-*/index.json")).read_text(encoding="utf-8"))
    return content


@pytest.fixture
def lines(index: dict[str, Any]) -> dict[str, Any]:
    """Give its lines."""
    found: dict[str, Any] = index["lines"]
    return found


@pytest.fixture
def desk(page: Page) -> Page:
    """Give the desk with the caret in the box and its lines loaded."""
    opened(page).wait_for_function("() => performance.getEntriesByName('desk-ready').length")
    return page
