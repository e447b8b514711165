"""Every parser of ours on texts made at random of what writers type and what nobody would: none of them breaks.

Each gives what it can read, and problems that stand in the file and on a line of it; the same text gives the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.contract.attribute_list import attribute_list_problems
from playbook.contract.checked_edition import read_edition
from playbook.contract.near_target import near_target
from playbook.contract.page import page_problems
from playbook.contract.raw_html import raw_html_problems
from playbook.contract.unfinished import unfinished_problems
from playbook.desk.synonyms import read_synonyms
from playbook.desk.words import folded, stems
from playbook.front_matter import read_front_matter
from playbook.guides.branch import read_branches
from playbook.guides.bridges import read_bridges
from playbook.guides.confusable import read_confusables
from playbook.guides.cue import read_cue_file, read_cues
from playbook.guides.guide import read_guide
from playbook.guides.house_numbers import read_house_numbers, with_house_numbers
from playbook.guides.references import read_references
from playbook.guides.script import read_script
from playbook.guides.section import Row, read_sections
from playbook.guides.source_text import source_text, without_code
from playbook.links.promise.address_book import read_book
from playbook.links.promise.redirects import read_redirects
from playbook.links.text.elements import ids_in, names_in, references_in
from playbook.links.text.source import Source
from playbook.measure import grade, sentences
from playbook.problems import Problem, json_report, report
from playbook.site.promised import anchors_in
from playbook.yaml_text import yaml_entries
from site_case import DESK, sound_site

PATH = "docs/situations/late-delivery.md"
# What our grammars are made of; between them stands anything.
# fmt: off
PIECES = (
    "---\n", "## ", "### ", "# ", "- ", "    - ", "        - ", "1. ", "Say late-1: ", "Softer late-1b: ",
    "E-mail late-9: ", '"', "“", "”", "'", "(", ")", "[", "]", "{", "}", "{#b-cost}", "{: ",
    "{{ hour_of_call }}", "{{", "}}", " -> ", "->", "→ ", "stop", "b-cost", "own-it", "own-it#say-1", "late-1",
    "guide", "(our addition)", "(only if true)", " | ", "`", "``", "Check: ", "You think: ", "Weak: ",
    "Better: ", "Not known: ", "Stop: ", "Now", "Which one?", "They say", "Evidence", "id: ",
    "kind: situation\n", "title: ", "reviewed: 2026-11-22\n", "references: [", "*", "&a ", "!!str ", "#", ": ",
    "|\n", "<", ">", "<script>", "</", "<!--", "-->", "<br>", "&lt;", "\n", "\n\n", "\t", "\r\n", "TODO: ",
    "<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "/old/: /new/#a\n", "https://example.com/", "javascript:", "](",
    "![", "word ", "Two words. ", "5,000 € ",
)
# fmt: on
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map("".join)
FEW = settings(max_examples=60, deadline=None, derandomize=True, database=None)


def _rows(text: str) -> list[Row]:
    return [Row(number, line) for number, line in enumerate(text.split("\n"), 1)]


def _references(path: str, text: str) -> list[Problem]:
    return read_references(path, yaml_entries(path, text)[0])[1]


def _confusables(path: str, text: str) -> list[Problem]:
    return read_confusables(path, yaml_entries(path, text)[0], ["own-it"])[1]


def _synonyms(path: str, text: str) -> list[Problem]:
    return read_synonyms(path, yaml_entries(path, text)[0])[1]


def _page(name: str) -> Callable[[str, str], list[Problem]]:
    return lambda _, text: page_problems({f"docs/{name}.md": text}, {}, DESK)


PARSERS: dict[str, Callable[[str, str], Sequence[Problem]]] = {
    "yaml": lambda path, text: yaml_entries(path, text)[1],
    "front matter": lambda path, text: read_front_matter(path, text)[1],
    "sections": lambda path, text: read_sections(path, "situation", _rows(text))[1],
    "script": lambda path, text: read_script(path, _rows(text))[1],
    "branches": lambda path, text: read_branches(path, _rows(text))[1],
    "cues of a page": lambda path, text: read_cues(path, _rows(text))[1],
    "cue file": lambda path, text: read_cue_file(path, text)[1],
    "guide": lambda path, text: read_guide(path, text)[1],
    "bridges": lambda path, text: read_bridges(path, text)[1],
    "house numbers": lambda path, text: read_house_numbers(path, text)[1],
    "house numbers in a text": lambda path, text: with_house_numbers(path, text, {"hour_of_call": "four"})[1],
    "references": _references,
    "confusables": _confusables,
    "synonyms": _synonyms,
    "path": _page("paths/first"),
    "glossary": _page("glossary"),
    "redirects": lambda path, text: [*read_redirects(Source(path, text)).problems],
    "raw HTML": lambda path, text: list(raw_html_problems(path, text)),
    "attribute lists": lambda path, text: list(attribute_list_problems(path, text)),
    "open places": lambda path, text: list(unfinished_problems(path, text)),
}


@pytest.mark.parametrize("name", PARSERS)
def test_a_parser_reads_anything_and_tells_of_it_on_lines_that_are_there(name: str) -> None:
    @FEW
    @given(TEXTS)
    def reads(written: str) -> None:
        text = source_text(PATH, written.encode("utf-8", "surrogatepass"))[0]
        problems = list(PARSERS[name](PATH, text))
        assert problems == list(PARSERS[name](PATH, text))
        assert all(1 <= problem.line <= text.count("\n") + 2 for problem in problems), problems
        assert report(problems).endswith(("file.", "files."))
        assert all(json.loads(line)["code"] for line in json_report(problems).splitlines())

    reads()


@FEW
@given(TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=80))
def test_bytes_become_text_that_is_mended_for_good(content: bytes) -> None:
    text, problems = source_text(PATH, content)
    again, left = source_text(PATH, text.encode())

    assert all(
        problem.path == PATH and 1 <= problem.line <= content.count(b"\n") + content.count(b"\r") + 1
        for problem in problems
    )
    assert again == text
    assert [problem.code for problem in left if problem.code != "empty-file"] == []


@FEW
@given(TEXTS)
def test_what_is_hidden_as_code_keeps_its_length_and_its_lines(text: str) -> None:
    for path in (PATH, "data/cues/late-delivery.txt"):
        hidden = without_code(path, text)
        assert len(hidden) == len(text)
        assert hidden.count("\n") == text.count("\n")


@FEW
@given(TEXTS)
def test_words_are_found_in_anything_and_are_words_of_their_own(text: str) -> None:
    assert [word for found in folded(text) for word in folded(found)] == folded(text)
    assert all(word.strip() for word in stems(text))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    assert grade(text) == grade(text)


@FEW
@given(TEXTS)
def test_markup_is_looked_through_whatever_it_is(text: str) -> None:
    for read in (anchors_in, ids_in, names_in, references_in):
        assert list(read(text)) == list(read(text))
    assert read_book(text) == read_book(text)


@FEW
@given(TEXTS, st.lists(TEXTS, max_size=5))
def test_a_target_is_only_taken_for_one_that_is_there(written: str, known: list[str]) -> None:
    hint = near_target(written, known)

    assert hint == "" or hint.removeprefix('Did you mean "').removesuffix('"?') in known


@settings(FEW, max_examples=40)
@given(st.sampled_from(sorted(sound_site())), st.data())
def test_a_site_with_anything_in_the_middle_of_a_file_is_read_and_told(path: str, data: st.DataObject) -> None:
    site = sound_site()
    cut = data.draw(st.integers(0, len(site[path])))
    end = data.draw(st.integers(cut, min(cut + 60, len(site[path]))))
    site[path] = site[path][:cut] + data.draw(TEXTS).encode("utf-8", "surrogatepass") + site[path][end:]
    edition, problems = read_edition(site, DESK)

    assert report(problems) == report(read_edition(site, DESK)[1])
    assert {problem.path for problem in problems} <= site.keys()
    assert edition.guides.keys() <= {"late-delivery", "own-it", *(g.id for g in edition.guides.values())}
