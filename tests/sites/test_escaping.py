"""Whatever a curator writes comes out as written, on every page and in the index: nothing of it becomes markup."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from markupsafe import escape

from built_page import Element, read_page
from site_builder import BuildSite, configuration
from site_case import sound_site

SITUATION, TECHNIQUE, DESK = "docs/situations/late-delivery.md", "docs/techniques/own-it.md", "docs/index.md"
CUES, NUMBERS, REFERENCES = "data/cues/late-delivery.txt", "data/house_numbers.yml", "data/references.yml"
GUIDE, OTHER, LINES, MAP = "situations/late-delivery/", "techniques/own-it/", "lines/", "map/"
EVERYWHERE = ("", "404.html", GUIDE, OTHER, LINES, MAP, "sources/", "words/")
INDEX = "index"

# What is planted: file, the words that stand there, the words to stand there, and where all must be read.
PLANTED: list[tuple[str, str, str, tuple[str, ...]]] = [
    (SITUATION, "title: They say it is late", "title: '{}'", ("", GUIDE, OTHER, LINES, MAP, "sources/", INDEX)),
    (SITUATION, "job: Own the delay and agree on a new day.", "job: '{}'", (GUIDE,)),
    (SITUATION, "moment: Where is our delivery?", "moment: '{}'", ("", INDEX)),
    (SITUATION, "tab: Deliveries", "tab: '{}'", ()),
    (SITUATION, "owner: Sales lead", "owner: '{}'", (GUIDE,)),
    (SITUATION, "Check: Is a penalty agreed?", "Check: {}?", (GUIDE,)),
    (SITUATION, "You are right. It should be", "{} it should be", (GUIDE, LINES, INDEX)),
    (SITUATION, "(calm)", "({})", (GUIDE, INDEX)),
    (SITUATION, "Thank you for calling.", "Thank you, {}.", (GUIDE,)),
    (SITUATION, "We lose money every day.", "We lose {} every day.", (GUIDE, INDEX)),
    (SITUATION, "    - No answer ->", "    - No answer, {} ->", (GUIDE, INDEX)),
    (SITUATION, "(only if true)", "(only {})", (GUIDE, LINES, INDEX)),
    (SITUATION, "(keep that hour)", "({})", (GUIDE, INDEX)),
    (SITUATION, "### It costs us money {#b-cost}", "### It costs {} {{#b-cost}}", ("", GUIDE, LINES)),
    (SITUATION, "### There is a penalty (", "### A penalty, {} (", ("", GUIDE, LINES, INDEX)),
    (SITUATION, "1. Take the blame first:", "1. Take {} first:", (GUIDE,)),
    (SITUATION, "You promised it for Monday.", "You promised {} for Monday.", (GUIDE,)),
    (SITUATION, "not my fault", "not {}", (GUIDE,)),
    (SITUATION, "It is the carrier's fault.", "It is {}.", (GUIDE,)),
    (SITUATION, "Never name a day", "Never name {} or a day", (GUIDE,)),
    (SITUATION, "Write down the new day.", "| of {} | b |\n| --- | --- |\n| the {} | c |", (GUIDE,)),
    (SITUATION, "Not known: whether", "Not known: {}, or whether", (GUIDE,)),
    (TECHNIQUE, "title: Own it", "title: '{}'", ("", GUIDE, OTHER, MAP, INDEX)),
    (TECHNIQUE, "(looks for someone to blame)", "({})", (OTHER,)),
    (TECHNIQUE, '- Better: "That is on us."', '- Better: "That is {}."', (OTHER,)),
    (TECHNIQUE, "[read it first]", "[{}]", (OTHER,)),
    (TECHNIQUE, "- Alone: Say", "- Alone: **{}** say", (OTHER,)),
    (DESK, "Good question. Let", "{}. Let", ("", INDEX)),
    (DESK, "title: Next Line", "title: '{}'", ()),
    (CUES, "where is my stuff", "where is {}", ()),
    (NUMBERS, "say: four o'clock", "say: '{}'", (GUIDE, LINES, INDEX)),
    (REFERENCES, "Frantz, Cynthia McPherson;", "{};", ("sources/",)),
    (REFERENCES, 'year: "2005"', "year: '2005 {}'", ("sources/", GUIDE)),
    (REFERENCES, '"Better Late Than Early: The Influence of Timing on Apology Effectiveness"', "'{}'", ("sources/",)),
    (REFERENCES, "Journal of Experimental Social Psychology", "'{}'", ("sources/",)),
    (REFERENCES, "10.1016/j.jesp.2004.07.007", "'10.1016/{}#1'", ("sources/",)),
    (REFERENCES, "An apology satisfied", "An apology of {} satisfied", ("sources/", GUIDE)),
    (REFERENCES, "status: V1", "status: V1\n  size: 'some {}'", ("sources/",)),
]
WORDS = "# Words of {0}\n\n## A heading of {1} {{#heading}}\n\nA text of {2}.\n\n![A picture of {3}](pixel.png)\n"
PAGES = {f"docs/{name}.md": f"---\ntitle: {name}\n---\n" for name in ("lines", "map", "sources")}


def _mark(number: int) -> str:
    return f'<you{number}> & "x"'


def _planted() -> dict[str, bytes]:
    site = {path: content.decode() for path, content in sound_site().items()}
    for number, (path, old, new, _) in enumerate(PLANTED):
        assert site[path].count(old) == 1, old
        site[path] = site[path].replace(old, new.format(*[_mark(number)] * 2))
    site |= PAGES | {"docs/words.md": WORDS.format(*map(_mark, range(100, 104)))}
    site["docs/pixel.png"] = ""
    settings = yaml.safe_load(configuration())
    settings["nav"] = [{"Desk": "index.md"}, {_mark(104): "map.md"}, "lines.md", "sources.md", "words.md"]
    settings["site_description"], settings["site_name"] = _mark(105), _mark(106)
    return {path: text.encode() for path, text in {**site, "mkdocs.yml": yaml.safe_dump(settings)}.items()}


@pytest.fixture
def read(build_site: BuildSite) -> Mapping[str, Element]:
    built = build_site(_planted())
    assert (built.report, built.status) == ("", 0)
    index = json.loads(next(built.site.glob("assets/playbook-*/index.json")).read_text(encoding="utf-8"))
    pages = {path.relative_to(built.site).as_posix(): read_page(path) for path in sorted(built.site.rglob("*.html"))}
    by_address = {name.removesuffix("index.html"): page for name, page in pages.items()}
    return {**by_address, INDEX: Element("", {}, None, [json.dumps(list(_texts(index)), ensure_ascii=False)])}


def _texts(value: Any) -> Iterator[str]:
    """Give every text of the index, names of its figures aside."""
    if isinstance(value, str):
        yield value.replace('"', "'")
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(inner)


def _as_typed(page: Element) -> str:
    """Give all text of a page with the quotes as they are typed."""
    texts = [child for element in (page, *page.elements()) for child in element.children if isinstance(child, str)]
    attributes = [value for element in page.elements() for value in element.attributes.values()]
    return " ".join("\n".join([*texts, *attributes]).replace("“", '"').replace("”", '"').split())


def test_what_is_planted_everywhere_is_read_everywhere_and_is_nowhere_an_element(read: Mapping[str, Element]) -> None:
    wanted = [(_mark(number), address) for number, planted in enumerate(PLANTED) for address in planted[3]]
    wanted += [(_mark(number), "words/") for number in range(100, 104)]
    wanted += [(_mark(104), address) for address in EVERYWHERE] + [(_mark(106), address) for address in EVERYWHERE]
    wanted += [(_mark(105), "lines/")]
    typed = {address: _as_typed(page) for address, page in read.items()}
    typed[INDEX] = typed[INDEX].replace("'", '"')

    assert [(mark, address) for mark, address in wanted if mark not in typed[address]] == []
    assert [element.tag for page in read.values() for element in page.elements() if element.tag.startswith("you")] == []
    assert [address for address, text in typed.items() if "&lt;" in text or "&amp;" in text] == []


def test_the_name_of_a_tab_is_as_written(read: Mapping[str, Element]) -> None:
    tab = next(number for number, planted in enumerate(PLANTED) if "tab:" in planted[2])
    titles = [element.text for element in read[GUIDE].elements() if element.tag == "title"]

    assert titles == [f"{_mark(tab)} – {_mark(106)}"]


def test_an_address_made_of_what_is_written_stays_one_address(read: Mapping[str, Element]) -> None:
    doi = next(number for number, planted in enumerate(PLANTED) if "10.1016" in planted[1])
    links = [
        element for element in read["sources/"].elements() if element.attributes.get("href", "").startswith("http")
    ]

    assert [(link.text, link.attributes["href"]) for link in links] == [
        (f"doi:10.1016/{_mark(doi)}#1", f"https://doi.org/10.1016/%3Cyou{doi}%3E%20%26%20%22x%22%231")
    ]


def test_harmless_tags_are_kept(build_site: BuildSite) -> None:
    text = (
        "# Keys\n\nPress <kbd>Enter</kbd>,<br>then H<sub>2</sub>O and <KBD>x</KBD>.\n\nBack to [the desk](index.md).\n"
    )
    settings = yaml.safe_load(configuration())
    settings["nav"] = [{"Desk": "index.md"}, "keys.md"]
    built = build_site({**sound_site(), "docs/keys.md": text.encode(), "mkdocs.yml": yaml.safe_dump(settings).encode()})

    assert (built.report, built.status) == ("", 0)
    assert "<p>Press <kbd>Enter</kbd>,<br>then H<sub>2</sub>O and <KBD>x</KBD>.</p>" in built.text("keys/index.html")


def test_the_policy_comes_first_in_every_page(site: Path) -> None:
    heads = {path.name: path.read_text(encoding="utf-8").partition("<head>")[2] for path in site.rglob("*.html")}
    policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'"
    first = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'

    assert [name for name, head in heads.items() if not head.lstrip().startswith(first)] == []
