"""What must hold of the real pages: every fact carried, none of the sources' noise, no figure that nobody checked."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from built_page import Element, read_page
from playbook.edition import HOUSE_NUMBERS, REFERENCES, Edition, read_edition
from playbook.guide import Guide
from playbook.references import CHECKED
from site_builder import REPOSITORY

FACTS = list(csv.DictReader(Path(__file__).with_name("facts.csv").read_text(encoding="utf-8").splitlines()))
WRITTEN = sorted([*REPOSITORY.glob("docs/**/*.md"), *REPOSITORY.glob("cues/*.txt")])
# Advertising that had been slipped into the sources, and what their web sites had printed around them.
NOISE = (
    "ukraine",
    "telegram",
    "data framework",
    "database trends",
    "rifat28",
    "post reply",
    "post a comment",
    "hookup",
    "mature women",
    "kostume",
    "jump to navigation",
    "selling from the heart",
    "spiritual selling",
    "sacred selling",
    "instance of",
)
# People and coinages of the sources, who are nobody's business here.
NAMES = ("Donald", "Jack", "Melissa", "Anthony", "Ari", "David", "Larry")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*%?")


def _edition() -> Edition:
    files = [*WRITTEN, REPOSITORY / HOUSE_NUMBERS, REPOSITORY / REFERENCES]
    sources = {path.relative_to(REPOSITORY).as_posix(): path.read_bytes() for path in files}
    return read_edition(sources, "docs/index.md", ["docs/index.md"])[0]


EDITION = _edition()
GUIDES = sorted(EDITION.guides.values(), key=lambda guide: guide.id)


def _built(site: Path, guide: Guide) -> dict[str, Element]:
    """Give the elements of a guide's page by their ids."""
    page = read_page(site / guide.url / "index.html")
    return {element.attributes["id"]: element for element in page.elements() if "id" in element.attributes}


def _heading(built: dict[str, Element], anchor: str) -> str:
    """Give the heading under which an anchor stands, without the link and the mark that follow it."""
    section = next(around for around in built[anchor].around() if around.tag == "section")
    heading = built[section.attributes["aria-labelledby"]]
    return " ".join(text.strip() for text in heading.children if isinstance(text, str)).strip()


def test_every_fact_of_the_first_source_is_carried_by_a_guide() -> None:
    wanted = {f"S0.{number}" for number in range(1, 33)}

    assert wanted - {fact for guide in GUIDES for fact in guide.front.texts("facts")} == set()


def test_the_table_of_facts_says_what_the_front_matter_says() -> None:
    carried = sorted((fact, guide.id) for guide in GUIDES for fact in guide.front.texts("facts"))

    assert sorted((row["fact"], row["page"]) for row in FACTS) == carried


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
def test_every_fact_stands_at_its_anchor_under_its_heading(guide: Guide, site: Path) -> None:
    built = _built(site, guide)
    rows = [row for row in FACTS if row["page"] == guide.id]

    assert [row for row in rows if row["anchor"] not in built] == []
    assert [row for row in rows if _heading(built, row["anchor"]) != row["heading"]] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
def test_no_id_stands_twice_in_a_built_page(guide: Guide, site: Path) -> None:
    page = read_page(site / guide.url / "index.html")
    ids = Counter(element.attributes["id"] for element in page.elements() if "id" in element.attributes)

    assert [identifier for identifier, count in ids.items() if count > 1] == []


def test_the_ids_of_all_lines_are_unique() -> None:
    """Those of a technique together with the technique, those of a situation and of the desk by themselves."""
    ids = Counter(line.id for line in EDITION.bridges)
    for guide in GUIDES:
        own = [name for line in guide.lines() for name in (line.id, *(variant.id for variant in line.variants))]
        ids.update(f"{guide.id}#{name}" if guide.kind == "technique" else name for name in own)

    assert [identifier for identifier, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_nothing_of_the_noise_and_the_people_of_the_sources_is_left(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    # The one coinage may be named as what it is: a term in quotes.
    plain = re.sub(r"[\"“]hopeium[\"”]", "", text, flags=re.IGNORECASE)

    assert [noise for noise in NOISE if noise in text.lower()] == []
    assert [name for name in NAMES if re.search(rf"\b{name}\b", text)] == []
    assert "hopeium" not in plain.lower()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
def test_every_figure_of_the_evidence_is_in_a_checked_reference_of_the_page(guide: Guide) -> None:
    section = guide.section("evidence")
    cited = [EDITION.references[key] for key in guide.front.texts("references")]
    known = {figure for r in cited if r.status in CHECKED for figure in _FIGURE.findall(f"{r.found} {r.size}")}

    assert section is not None
    assert set(_FIGURE.findall(section.text)) - known == set()
