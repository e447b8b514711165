"""What curators have to look after, at a glance: on the page of the site, and as text."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playbook.guides.edition import REFERENCES, Edition
from playbook.links.external import External
from playbook.site.review import Review, reviews_by_owner
from playbook.site.search_status import Asked, Hard, MixedUp, Thin, hard_to_find, mixed_up, thin_moments

# Where the labelled queries and what was found for them lie, from the folder of mkdocs.yml.
QUERIES = "tests/content/queries.jsonl"
ANSWERS = "tests/content/search_answers.json"


@dataclass(frozen=True)
class Status:
    """Reviews by owner, guides with moments said too rarely, pairs mixed up, guides hard to find, links that lead out.

    ``outward`` are these links, each with the place where it is written; ``asked`` counts the labelled queries.
    """

    owners: Sequence[tuple[str, Sequence[Review]]]
    thin: Sequence[Thin]
    mixed: Sequence[MixedUp]
    hard: Sequence[Hard]
    outward: Sequence[tuple[str, str]]
    asked: int


def status_of(edition: Edition, desk: str, asked: Sequence[Asked], external: Sequence[External]) -> Status:
    """Give what there is to look after; ``desk`` is the path of the desk."""
    return Status(
        reviews_by_owner(edition.texts, desk),
        thin_moments(edition.guides),
        mixed_up(asked, edition.guides, edition.confusables),
        hard_to_find(asked, edition.guides),
        [*_outward(edition, external)],
        len(asked),
    )


def _outward(edition: Edition, external: Sequence[External]) -> Iterator[tuple[str, str]]:
    yield from ((f"{link.path}:{link.line}", link.target) for link in external)
    for reference, _ in edition.cited():
        if reference.doi:
            yield f"{REFERENCES}, {reference.key}", f"https://doi.org/{reference.doi}"


def due(status: Status, today: datetime.date) -> list[Review]:
    """Give the pages that are due or overdue on a day."""
    return [page for _, pages in status.owners for page in pages if page.state(today) != "fresh"]


def status_text(status: Status, today: datetime.date) -> str:
    """Give the status as text, judged on a day."""
    parts = (
        ("Due for review", _due_rows(status, today)),
        ("Moments with few cues", _thin_rows(status)),
        ("Guides mixed up, and no question tells them apart", _mixed_rows(status)),
        ("Guides hard to find", _hard_rows(status)),
        ("Links to other hosts", (f"{place}: {target}" for place, target in status.outward)),
    )
    return "\n\n".join("\n".join([heading, *(f"  {row}" for row in [*rows] or ["None."])]) for heading, rows in parts)


def _due_rows(status: Status, today: datetime.date) -> Iterator[str]:
    for owner, pages in status.owners:
        for page in pages:
            state = page.state(today)
            if state != "fresh":
                yield f"{owner}: {page.title} ({page.path}) is {state} since {page.due}"


def _thin_rows(status: Status) -> Iterator[str]:
    for thin in status.thin:
        yield f"{thin.guide.title}: {len(thin.few)} of {thin.moments}"
        for moment in thin.few:
            words = moment.heard[0].words if moment.heard else moment.line.text
            yield f"  {len(moment.cues)}: {moment.id} ({words})"


def _mixed_rows(status: Status) -> Iterator[str]:
    for pair in status.mixed:
        yield f"{pair.shown.id} came before {pair.wanted.id}: {len(pair.queries)} queries"
        yield from (f"  {query}" for query in pair.queries)


def _hard_rows(status: Status) -> Iterator[str]:
    for hard in status.hard:
        yield f"{hard.guide.id}: first for {hard.first} of {hard.asked} queries; not for"
        yield from (f"  {query}" for query in hard.missed)
