"""What curators have to look after is found in fields, cues and labelled queries, and judged on a day."""

from __future__ import annotations

import datetime
import json

from playbook.guides.confusable import Confusable
from playbook.guides.edition import Edition
from playbook.links.external import External
from playbook.site.review import reviews_by_owner
from playbook.site.search_status import Asked, hard_to_find, mixed_up, read_asked, thin_moments
from playbook.site.status import due, status_of, status_text
from small_guides import small_guide

DAY = datetime.date.fromisoformat
PAGE = "---\ntitle: {title}\nowner: {owner}\nreviewed: {reviewed}\nreview_every: {every}\n---\n\nText.\n"
TEXTS = {
    "docs/paths/b.md": PAGE.format(title="B", owner="Sales lead", reviewed="2026-01-31", every="1 month"),
    "docs/situations/a.md": PAGE.format(title="A", owner="Sales lead", reviewed="2026-01-15", every="12 months"),
    "docs/situations/c.md": PAGE.format(title="C", owner="Enablement", reviewed="2025-12-01", every="13 months"),
    "docs/glossary.md": "---\ntitle: Glossary\n---\n",
    "docs/odd.md": PAGE.format(title="Odd", owner="Nobody", reviewed="2026-02-31", every="1 month"),
    "data/cues/a.txt": "owner: x\n",
}
CUES = [f"they said {number}" for number in range(10)]
ONE, OTHER, THIRD = (small_guide(name, cues=CUES[:count]) for name, count in (("one", 10), ("other", 3), ("third", 0)))
GUIDES = {guide.id: guide for guide in (ONE, OTHER, THIRD)}


def _asked(query: str, best: str, *shown: str) -> Asked:
    return Asked(query, (best,), ("third",), shown)


ASKED = [
    _asked("a", "one", "other"),
    _asked("b", "one", "other", "one"),
    _asked("c", "one", "one"),
    _asked("d", "one", "third"),  # acceptable: no mixing up
    _asked("e", "other", "one"),  # once says nothing
    _asked("f", "other"),
]


def test_reviews_stand_by_owner_the_first_due_first() -> None:
    found = reviews_by_owner(TEXTS, "docs/index.md")

    assert [(owner, [(one.title, one.url, str(one.due)) for one in pages]) for owner, pages in found] == [
        ("Enablement", [("C", "situations/c/", "2027-01-01")]),
        ("Sales lead", [("B", "paths/b/", "2026-03-03"), ("A", "situations/a/", "2027-01-15")]),
    ]


def test_a_review_is_due_on_its_day_and_overdue_thirty_days_later() -> None:
    (_, (page, _)) = reviews_by_owner(TEXTS, "docs/index.md")[1]

    days = ("2026-03-02", "2026-03-03", "2026-04-01", "2026-04-02")
    assert [page.state(DAY(day)) for day in days] == ["fresh", "due", "due", "overdue"]


def test_a_guide_that_comes_first_too_rarely_is_hard_to_find() -> None:
    (found,) = hard_to_find(ASKED, GUIDES)

    assert (found.guide.id, found.asked, found.first, found.missed) == ("one", 4, 1, ("a", "b", "d"))


def test_guides_mixed_up_more_than_once_are_told_unless_a_question_tells_them_apart() -> None:
    (pair,) = mixed_up(ASKED, GUIDES, ())

    assert (pair.wanted.id, pair.shown.id, pair.queries) == ("one", "other", ("a", "b"))
    assert mixed_up(ASKED, GUIDES, [Confusable(("one", "other"), "Which?")]) == []


def test_moments_with_fewer_than_ten_cues_are_told_the_fewest_first() -> None:
    found = thin_moments(GUIDES)

    assert [(thin.guide.id, thin.moments, [len(one.cues) for one in thin.few]) for thin in found] == [
        ("other", 1, [3]),
        ("third", 1, [0]),
    ]


def test_labelled_queries_are_read_with_the_answers_to_them_whether_guides_or_moments() -> None:
    rows = [{"query": "a", "best": ["one"], "ok": ["third"]}, {"query": "never asked", "best": [], "ok": []}]
    queries = "\n".join(json.dumps(row) for row in rows)

    assert read_asked(queries, '{"a": ["found", "one#say-1", "one", "other"]}') == [
        Asked("a", ("one",), ("third",), ("one", "other"))
    ]


def test_queries_that_cannot_be_read_are_none() -> None:
    assert read_asked("", "") == []
    assert read_asked("{", "{}") == []
    assert read_asked('{"best": []}', "{}") == []


def test_the_status_is_told_as_text_and_says_where_there_is_nothing() -> None:
    edition = Edition(GUIDES, (), {}, TEXTS, ())
    status = status_of(edition, "docs/index.md", ASKED, [External("docs/a.md", 3, 1, "https://example.org/")])

    assert [one.title for one in due(status, DAY("2027-01-01"))] == ["C", "B"]
    assert status_text(status, DAY("2027-01-01")) == (
        "Due for review\n"
        "  Enablement: C (docs/situations/c.md) is due since 2027-01-01\n"
        "  Sales lead: B (docs/paths/b.md) is overdue since 2026-03-03\n"
        "\n"
        "Moments with few cues\n"
        "  : 1 of 1\n"
        "    3: other#say-1 ()\n"
        "  : 1 of 1\n"
        "    0: third#say-1 ()\n"
        "\n"
        "Guides mixed up, and no question tells them apart\n"
        "  other came before one: 2 queries\n"
        "    a\n"
        "    b\n"
        "\n"
        "Guides hard to find\n"
        "  one: first for 1 of 4 queries; not for\n"
        "    a\n"
        "    b\n"
        "    d\n"
        "\n"
        "Links to other hosts\n"
        "  docs/a.md:3: https://example.org/"
    )
    assert (
        status_text(status_of(Edition({}, (), {}, {}, ()), "docs/index.md", [], []), DAY("2027-01-01")).count("None.")
        == 5
    )
