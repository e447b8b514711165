"""The names of pages in tabs: courteous, since a customer may see them on a shared screen, and told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from playbook.guides.guide import Guide
from playbook.problems import Problem

# What nobody likes to read about himself.
DISCOURTEOUS = (
    "angry",
    "anger",
    "close",
    "closing",
    "difficult",
    "leaving",
    "lost",
    "objection",
    "objections",
    "silent",
    "trick",
    "tricks",
    "upset",
)


def tab_problems(guides: Iterable[Guide]) -> Iterator[Problem]:
    """Give every tab that tells something of the customer, or is that of another page too."""
    first: dict[str, str] = {}
    for guide in guides:
        number, tab = guide.front.number("tab"), guide.tab
        rude = [word for word in re.findall(r"\w+", tab.lower()) if word in DISCOURTEOUS]
        if rude:
            message = f'says "{rude[0]}" where the customer may read it.'
            yield Problem(guide.path, number, tab, message, "Name the topic, not the person.", "discourteous-tab")
        owner = first.setdefault(tab.casefold(), guide.path) if tab else guide.path
        if owner != guide.path:
            yield Problem(guide.path, number, tab, f"is the tab of {owner} too.", "Name it otherwise.", "repeated-tab")
