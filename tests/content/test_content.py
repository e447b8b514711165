"""What no page of ours may hold: noise and garble of the sources, figures that nobody checked, an id twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from built_page import Element
from real_edition import EDITION, GUIDES, WRITTEN
from site_builder import REPOSITORY

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
# People of the sources, who are nobody's business here.
NAMES = ("Donald", "Jack", "Melissa", "Anthony", "Ari", "David", "Larry")
# The one coinage of a source: explained in the glossary, and on the page about it, where people may search for it.
COINAGE, ITS_PAGES = (
    "hopeium",
    {"data/cues/truth-over-hope.txt", "docs/glossary.md", "docs/techniques/truth-over-hope.md"},
)
GARBLED = [
    line
    for line in Path(__file__).with_name("garbled.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


# Pages that no source holds anything of are written freely.
FREE = {guide.id for guide in GUIDES if not guide.facts}
FROM_SOURCES = [path for path in WRITTEN if path.stem not in FREE]


def _name(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def _spoken(text: str) -> str:
    """Give a text as its words alone, so that neither its marks nor its lines hide a turn of phrase."""
    found = re.findall(r"\w+(?:'\w+)*", text.lower().replace("’", "'"))
    return f" {' '.join(found)} "


@pytest.mark.parametrize("path", FROM_SOURCES, ids=_name)
def test_nothing_of_the_noise_and_the_people_of_the_sources_is_left(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert [noise for noise in NOISE if noise in text.lower()] == []
    assert [name for name in NAMES if re.search(rf"\b{name}\b", text)] == []
    assert [phrase for phrase in GARBLED if _spoken(phrase) in _spoken(text)] == []


def test_the_coinage_of_a_source_stands_on_its_own_pages_only() -> None:
    found = {_name(path) for path in WRITTEN if COINAGE in path.read_text(encoding="utf-8").lower()}

    assert found == ITS_PAGES


def test_no_page_prints_the_apostrophe_of_a_typewriter(pages: Mapping[str, Element]) -> None:
    """The words of a query stand on the status page as they were typed, code everywhere as it is written."""
    written = [
        (address, child)
        for address, page in pages.items()
        for element in page.elements()
        if element.tag not in {"script", "style", "code", "li" if address == "status/" else ""}
        for child in element.children
        if isinstance(child, str) and re.search(r"['\"]", child)
    ]
    assert not written


def test_no_id_stands_twice_in_a_built_page(pages: Mapping[str, Element]) -> None:
    ids = {
        address: Counter(element.attributes["id"] for element in page.elements() if "id" in element.attributes)
        for address, page in pages.items()
    }

    assert [(page, name) for page, found in ids.items() for name, count in found.items() if count > 1] == []


def test_the_ids_of_all_lines_are_unique() -> None:
    """Those of a technique together with the technique, those of a situation and of the desk by themselves."""
    ids = Counter(line.id for line in EDITION.bridges)
    for guide in GUIDES:
        own = [name for line in guide.lines() for name in (line.id, *(variant.id for variant in line.variants))]
        ids.update(f"{guide.id}#{name}" if guide.kind == "technique" else name for name in own)

    assert [identifier for identifier, count in ids.items() if count > 1] == []
