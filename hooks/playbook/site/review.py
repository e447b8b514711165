"""When pages are due for review. How late a page is depends on the day, so that it is judged where it is read."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from playbook.front_matter import read_front_matter

PATIENCE = datetime.timedelta(days=30)  # after which what is due is overdue; review.js knows the same


@dataclass(frozen=True)
class Review:
    """A page with its owner, the day of its last review, how often it is read again, and the day that follows."""

    title: str
    path: str
    url: str
    owner: str
    reviewed: str
    every: str
    due: datetime.date

    def state(self, today: datetime.date) -> str:
        """Tell whether the page is ``fresh``, ``due`` or ``overdue`` on a day."""
        if today >= self.due + PATIENCE:
            return "overdue"
        return "due" if today >= self.due else "fresh"


def reviews_by_owner(texts: Mapping[str, str], desk: str) -> list[tuple[str, list[Review]]]:
    """Give the pages that have an owner, by owner, the first due first; ``desk`` is the path of the desk."""
    folder = desk.removesuffix("index.md")
    found = sorted(_reviews(texts.items(), folder), key=lambda one: (one.owner, one.due, one.title))
    return [(owner, list(pages)) for owner, pages in groupby(found, key=lambda one: one.owner)]


def _reviews(texts: Iterable[tuple[str, str]], folder: str) -> Iterator[Review]:
    for path, text in texts:
        front = read_front_matter(path, text)[0] if path.endswith(".md") else None
        owner, reviewed, every = (front.text(name) if front else "" for name in ("owner", "reviewed", "review_every"))
        due = _due(reviewed, every)
        if front and owner and due:
            url = f"{path.removeprefix(folder).removesuffix('.md')}/"
            yield Review(front.text("title"), path, url, owner, reviewed, every, due)


def _due(reviewed: str, every: str) -> datetime.date | None:
    """Give the day after so many months; what the shorter month lacks flows over, as in browsers."""
    try:
        last, months = datetime.date.fromisoformat(reviewed), int(every.split()[0])
    except (ValueError, IndexError):
        return None
    year, month = divmod(last.year * 12 + last.month - 1 + months, 12)
    return datetime.date(year, month + 1, 1) + datetime.timedelta(days=last.day - 1)
