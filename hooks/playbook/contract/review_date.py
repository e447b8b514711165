"""The day of the last review: one of the calendar, and one that has come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from playbook.guides.guide import Guide
from playbook.problems import Problem


def review_date_problems(guide: Guide, today: str) -> Iterator[Problem]:
    """Give a day that does not exist or has not come; ``today`` is as 2026-11-22, or empty where nobody knows it."""
    written, number = guide.front.text("reviewed"), guide.front.number("reviewed")
    try:
        reviewed = date.fromisoformat(written)
    except ValueError:
        # What has not even the form of a day is told with all other fields.
        if re.fullmatch(r"20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", written):
            yield Problem(guide.path, number, written, "is no day of the calendar.", "Correct it.", "wrong-value")
        return
    # Somewhere on the earth it may be tomorrow already.
    if today and reviewed > date.fromisoformat(today) + timedelta(days=1):
        hint = "Write the day on which somebody read the page."
        yield Problem(guide.path, number, written, "is a day that has not come.", hint, "wrong-value")
