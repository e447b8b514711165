"""Links as written: which page they mean, and which of them lead nowhere."""

from __future__ import annotations

import pytest

from playbook.links import Link, link_problems, links
from playbook.problems import describe
from playbook.section import Row

PAGE = "docs/situations/here.md"


def _links(*texts: str) -> list[Link]:
    return list(links(PAGE, [Row(number, text) for number, text in enumerate(texts, 1)]))


@pytest.mark.parametrize(
    ("written", "page", "anchor"),
    [
        ("there.md", "docs/situations/there.md", ""),
        ("../techniques/own-it.md#how", "docs/techniques/own-it.md", "how"),
        ("./here.md#", "docs/situations/here.md", ""),
        ("../../README.md", "README.md", ""),
    ],
)
def test_a_link_means_the_page_it_leads_to_from_where_it_stands(written: str, page: str, anchor: str) -> None:
    assert _links("", f"See [this]({written}).") == [Link(PAGE, 2, written, page, anchor)]


@pytest.mark.parametrize(
    "text",
    [
        "![picture](a.md)",
        "`[code](a.md)`",
        "[elsewhere](https://example.com/)",
        "[here](#how)",
        "[file](a.pdf)",
        "[a.md]",
    ],
)
def test_what_is_no_link_to_a_page_is_passed_over(text: str) -> None:
    assert _links(text) == []


def test_a_block_of_code_holds_no_links() -> None:
    assert [link.number for link in _links("```", "[a](a.md)", "~~~", "```", "[b](b.md) and [c](c.md)")] == [5, 5]


def test_links_that_lead_nowhere_are_told_with_the_nearest_name() -> None:
    anchors = {PAGE: ["now"], "docs/techniques/own-it.md": ["how", "why"], "docs/plain.md": None}
    found = _links(
        "[a](own-it.md#how)", "[b](../techniques/own-it.md#whi)", "[c](here.md#then)", "[d](../plain.md#any)"
    )

    assert [describe(problem) for problem in link_problems(found, anchors)] == [
        f"{PAGE}:1: 'own-it.md#how' leads to no page. Did you mean \"../techniques/own-it.md#how\"? [missing-page]",
        f"{PAGE}:2: '../techniques/own-it.md#whi' leads to no anchor of that page. "
        "Anchors there are: how, why. [missing-anchor]",
        f"{PAGE}:3: 'here.md#then' leads to no anchor of that page. Anchors there are: now. [missing-anchor]",
    ]
