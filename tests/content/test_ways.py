"""Where a reader gets from our pages: to related guides, to the sources, through a path, by a term of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urldefrag, urljoin

from built_page import Element
from playbook.contract.relations import RELATIONS
from playbook.typography import typeset
from real_edition import EDITION, GUIDES


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


def test_every_guide_is_two_clicks_from_its_related_guides(
    pages: Mapping[str, Element],
) -> None:
    """By way of other guides alone: the list of sources leads to nearly all, but nobody would look there."""
    clicks = {guide.url: {page for page, _ in _links(_main(pages[guide.url]), guide.url)} for guide in GUIDES}
    near = {url: there.union(*(clicks.get(page, ()) for page in there)) for url, there in clicks.items()}
    related = {(guide.id, other) for guide in GUIDES for name in RELATIONS for other in guide.front.texts(name)}
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
            assert typeset(" ".join(part.split())) in entry.text


def test_the_evidence_of_every_guide_links_its_references_and_they_link_back(pages: Mapping[str, Element]) -> None:
    for guide in GUIDES:
        keys = guide.front.texts("references")
        linked = [
            place for page, place in _links(_with_id(pages[guide.url], "evidence"), guide.url) if page == "sources/"
        ]
        assert linked == list(keys), guide.id
        for key in keys:
            assert (guide.url, "evidence") in _links(_with_id(pages["sources/"], key), "sources/"), guide.id


def test_the_tab_of_a_guide_is_the_courteous_one_that_it_names(pages: Mapping[str, Element]) -> None:
    addresses = ["", "404.html", *(guide.url for guide in GUIDES)]
    titles = [e.text for address in addresses for e in pages[address].elements() if e.tag == "title"]
    tabs = [f"{guide.tab} – Next Line" for guide in GUIDES]

    assert titles == ["Next Line", "Next Line", *tabs]
