"""Where a reader gets from our pages: to related guides, to the sources, through a path, by a term of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urldefrag, urljoin

import pytest

from built_page import Element
from playbook.contract.relations import RELATIONS
from real_edition import EDITION, GUIDES

PATHS = sorted(path.rpartition("/")[2].removesuffix(".md") for path in EDITION.texts if "/paths/" in path)
PROMISE = re.compile(r"(?:at most|(?P<fewest>\d+) to) (?P<most>\d+) minutes")
MORE = {"first-week": 1}  # minutes from the second day on: saying yesterday's lines from memory
DISCOURTEOUS = ("difficult", "angry", "anger", "upset", "lost", "silent", "objection", "trick", "close", "leaving")


def _main(page: Element) -> Element:
    return next(element for element in page.elements() if element.tag == "main")


def _links(element: Element, address: str) -> Iterator[tuple[str, str]]:
    """Give where the links in an element of a page lead: the address of a page, and a place there."""
    for link in element.elements():
        if link.tag == "a" and not re.match(r"[a-z]+:", link.attributes.get("href", "#")):
            page, place = urldefrag(urljoin(f"/{address}", link.attributes.get("href", "")))
            yield page.removeprefix("/"), place


def _with_id(page: Element, name: str) -> Element:
    return next(element for element in page.elements() if element.attributes.get("id") == name)


def test_every_link_leads_to_a_page_and_to_a_place_on_it(pages: Mapping[str, Element]) -> None:
    places = {
        address: {element.attributes.get("id", "") for element in page.elements()} for address, page in pages.items()
    }
    found = {(address, *link) for address, page in pages.items() for link in _links(page, address)}

    assert [
        link for link in sorted(found) if link[2] not in {"", *places.get(link[1], ())} or link[1] not in places
    ] == []


def test_every_guide_links_those_that_its_front_matter_names(pages: Mapping[str, Element]) -> None:
    for guide in GUIDES:
        linked = set(_links(_with_id(pages[guide.url], "related"), guide.url))
        named = {other for relation in RELATIONS for other in guide.front.texts(relation)}
        assert {(EDITION.guides[other].url, "") for other in named} - linked == set(), guide.id


def test_every_guide_is_two_clicks_from_its_related_guides_and_from_those_it_is_taken_for(
    pages: Mapping[str, Element],
) -> None:
    """By way of other guides alone: the list of sources leads to nearly all, but nobody would look there."""
    clicks = {guide.url: {page for page, _ in _links(_main(pages[guide.url]), guide.url)} for guide in GUIDES}
    near = {url: there.union(*(clicks.get(page, ()) for page in there)) for url, there in clicks.items()}
    related = {(guide.id, other) for guide in GUIDES for name in RELATIONS for other in guide.front.texts(name)}
    related |= {pair for both in EDITION.confusables for pair in (both.guides, both.guides[::-1])}
    urls = {guide.id: guide.url for guide in GUIDES}

    assert [(one, other) for one, other in sorted(related) if urls[other] not in near[urls[one]]] == []


def test_the_sources_page_has_an_anchor_for_every_cited_reference_and_for_no_other(
    pages: Mapping[str, Element],
) -> None:
    literature = next(e for e in pages["sources/"].elements() if e.attributes.get("class") == "literature")
    entries = [element for element in literature.children if isinstance(element, Element)]
    cited = {key for guide in GUIDES for key in guide.front.texts("references")}

    assert {entry.attributes["id"] for entry in entries} == cited
    assert len(entries) == len(cited)
    for entry in entries:
        reference = EDITION.references[entry.attributes["id"]]
        for part in (reference.authors, reference.year, reference.title, reference.venue, reference.found):
            assert " ".join(part.split()) in entry.text


def test_the_evidence_of_every_guide_links_its_references_and_they_link_back(pages: Mapping[str, Element]) -> None:
    for guide in GUIDES:
        keys = guide.front.texts("references")
        linked = [
            place for page, place in _links(_with_id(pages[guide.url], "evidence"), guide.url) if page == "sources/"
        ]
        assert linked == list(keys), guide.id
        for key in keys:
            assert (guide.url, "evidence") in _links(_with_id(pages["sources/"], key), "sources/"), guide.id


@pytest.mark.parametrize("name", PATHS)
def test_every_day_or_step_of_a_path_takes_the_minutes_that_its_first_paragraph_promises(name: str) -> None:
    introduction, *parts = EDITION.texts[f"docs/paths/{name}.md"].split("\n## ")
    promised = PROMISE.search(introduction)
    sums = [sum(map(int, re.findall(r"\((\d+) min\)", part))) for part in parts]
    needed = [total + (MORE.get(name, 0) if number else 0) for number, total in enumerate(sums)]

    assert promised is not None
    assert int(promised["fewest"] or 1) <= min(needed)
    assert max(needed) <= int(promised["most"])


def test_together_the_paths_teach_every_guide(pages: Mapping[str, Element]) -> None:
    linked = {page for name in PATHS for page, _ in _links(_main(pages[f"paths/{name}/"]), f"paths/{name}/")}

    assert [guide.id for guide in GUIDES if guide.url not in linked] == []


def test_the_terms_of_the_glossary_stand_in_alphabetical_order_and_each_leads_on(
    pages: Mapping[str, Element],
) -> None:
    entries = re.split(r"^#+ (?=.*\{#)", EDITION.texts["docs/glossary.md"], flags=re.MULTILINE)[1:]
    terms = [entry.partition(" {#")[0] for entry in entries]

    assert terms == sorted(terms, key=str.casefold)
    assert [term for term, entry in zip(terms, entries, strict=True) if "\nSee [" not in entry] == []
    for entry in entries:
        anchor = entry.partition("{#")[2].partition("}")[0]
        assert _with_id(pages["glossary/"], anchor).tag in ("h2", "h3"), anchor


def test_the_tab_of_a_guide_and_of_the_desk_tells_nothing_of_the_customer(pages: Mapping[str, Element]) -> None:
    addresses = ["", "404.html", *(guide.url for guide in GUIDES)]
    titles = [e.text for address in addresses for e in pages[address].elements() if e.tag == "title"]
    tabs = [f"{guide.tab} – Next Line" for guide in GUIDES]

    assert titles == ["Next Line", "Next Line", *tabs]
    assert len(set(tabs)) == len(GUIDES)
    assert [tab for tab in tabs for word in DISCOURTEOUS if word in tab.lower()] == []
