"""The type of the fixture ``open_page``."""

from __future__ import annotations

from typing import Any, Protocol

from playwright.sync_api import Page


class OpenPage(Protocol):
    """What the fixture ``open_page`` gives."""

    def __call__(self, **context: Any) -> Page:
        """Give a page in a context of its own, with the options of Playwright's ``new_context``."""
