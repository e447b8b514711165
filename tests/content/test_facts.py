"""All 222 facts of our sources are on the pages they belong to, and a table says where a reader finds each of them.

inventory.csv names the pages of each fact, the front matter of a guide the facts it carries, facts.csv the place.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from built_page import Element
from playbook.guides.guide import Guide
from real_edition import GUIDES


def _table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()))


INVENTORY = {row["fact"]: row["pages"].split() for row in _table("inventory.csv")}
PLACES = _table("facts.csv")


def _heading(built: Mapping[str, Element], anchor: str) -> str:
    """Give the heading under which an anchor stands, without the link and the mark that follow it."""
    section = next(around for around in built[anchor].around() if around.tag == "section")
    heading = built[section.attributes["aria-labelledby"]]
    return " ".join(text.strip() for text in heading.children if isinstance(text, str)).strip()


def test_the_inventory_holds_the_222_facts_of_the_five_sources() -> None:
    sources = {"S0": 32, "S1": 46, "S2": 46, "S3": 59, "S4": 39}

    assert list(INVENTORY) == [f"{source}.{n}" for source, count in sources.items() for n in range(1, count + 1)]
    assert len(INVENTORY) == 222
    assert [fact for fact, pages in INVENTORY.items() if not pages] == []


def test_every_fact_is_carried_by_the_pages_of_the_inventory_and_by_no_other() -> None:
    carried = Counter((fact, guide.id) for guide in GUIDES for fact in guide.front.texts("facts"))

    assert carried == Counter((fact, page) for fact, pages in INVENTORY.items() for page in pages)


def test_the_table_gives_a_place_to_every_fact_on_every_page_that_carries_it() -> None:
    wanted = {(fact, page) for fact, pages in INVENTORY.items() for page in pages}

    assert {(row["fact"], row["page"]) for row in PLACES} == wanted


def test_the_table_names_each_place_once() -> None:
    rows = Counter((row["fact"], row["page"], row["anchor"]) for row in PLACES)

    assert [row for row, count in rows.items() if count > 1] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
def test_every_fact_stands_at_its_anchor_under_its_heading(guide: Guide, pages: Mapping[str, Element]) -> None:
    elements = pages[guide.url].elements()
    built = {element.attributes["id"]: element for element in elements if "id" in element.attributes}
    rows = [row for row in PLACES if row["page"] == guide.id]

    assert [row for row in rows if row["anchor"] not in built] == []
    assert [row for row in rows if _heading(built, row["anchor"]) != row["heading"]] == []
