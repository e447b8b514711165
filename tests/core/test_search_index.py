"""The index file says where every line leads and finds guides alike in Python and in the browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lunr.index import Index
from playwright.sync_api import Page

from playbook.guide import Guide
from playbook.search_index import lunr_module, search_index
from playbook.words import words
from site_builder import REPOSITORY
from small_guides import small_guide

REFERENCE = """\
## Now

- Say ref-1: "Happy to." (warm, then stop)
- Softer ref-1b: "Gladly."
- Say ref-2: "What would you ask them?" (only if true)
    - "Let me ask the team." -> b-check
    - No answer -> silence
    - "Not needed now." -> stop (note the date)

## Which one?

### They want to think {#b-check}

- "Good question."
    - Say ref-3: "Of course."
        - "Thanks." -> stop
"""
SILENCE = '## Now\n\n- Say say-1: "Understood."\n    - "Thanks." -> stop\n'


@pytest.fixture
def guides() -> list[Guide]:
    return [
        small_guide("silence", SILENCE),
        small_guide("reference-request", REFERENCE, title="They ask for a reference"),
    ]


def read(guides: list[Guide]) -> dict[str, Any]:
    index: dict[str, Any] = json.loads(search_index(guides, ["Good question."], "2f6c"))
    return index


def ranking(guides: list[Guide], query: str) -> list[str]:
    found = Index.load(read(guides)["lunr"]).search(" ".join(words(query)))
    return [result["ref"] for result in found]


def test_the_file_names_its_version_its_build_and_the_bridges(guides: list[Guide]) -> None:
    index = read(guides)

    assert (index["version"], index["build"], index["bridges"]) == (1, "2f6c", ["Good question."])


def test_a_guide_says_where_it_stands_how_it_begins_and_how_its_branches_are_entered(guides: list[Guide]) -> None:
    assert read(guides)["guides"][0] == {
        "id": "reference-request",
        "kind": "situation",
        "title": "They ask for a reference",
        "job": "",
        "moment": "",
        "url": "situations/reference-request/",
        "start": "reference-request#ref-1",
        "entries": [
            {"heard": "They want to think", "line": "reference-request#ref-3"},
            {"heard": "Good question.", "line": "reference-request#ref-3"},
        ],
    }


def test_every_line_says_where_it_leads(guides: list[Guide]) -> None:
    assert read(guides)["lines"] == {
        "reference-request#ref-1": {
            "say": "Happy to.",
            "tone": "warm, then stop",
            "onlyIfTrue": False,
            "answers": [],
            "then": {"line": "reference-request#ref-2", "note": ""},
        },
        "reference-request#ref-2": {
            "say": "What would you ask them?",
            "tone": "",
            "onlyIfTrue": True,
            "answers": [
                {
                    "heard": "Let me ask the team.",
                    "spoken": True,
                    "to": {"line": "reference-request#ref-3", "note": ""},
                },
                {"heard": "No answer", "spoken": False, "to": {"line": "silence#say-1", "note": ""}},
                {"heard": "Not needed now.", "spoken": True, "to": {"stop": True, "note": "note the date"}},
            ],
        },
        "reference-request#ref-3": {
            "say": "Of course.",
            "tone": "",
            "onlyIfTrue": False,
            "answers": [{"heard": "Thanks.", "spoken": True, "to": {"stop": True, "note": ""}}],
        },
        "silence#say-1": {
            "say": "Understood.",
            "tone": "",
            "onlyIfTrue": False,
            "answers": [{"heard": "Thanks.", "spoken": True, "to": {"stop": True, "note": ""}}],
        },
    }


def test_the_same_guides_give_the_same_bytes_in_whatever_order_they_come(guides: list[Guide]) -> None:
    assert search_index(guides, [], "") == search_index(guides[::-1], [], "")


def test_no_guides_give_an_index_that_finds_nothing() -> None:
    assert ranking([], "reference") == []


def test_a_guide_is_found_by_its_cues_title_job_moment_replies_branches_and_lines() -> None:
    guide = small_guide(
        "reference-request", REFERENCE, cues=["vouch"], title="Proof", job="Reassure", moment="Skeptical"
    )
    others = [small_guide(f"other-{number}") for number in range(4)]

    queries = ["vouch", "proof", "reassuring", "skeptical", "asked the team", "wants to think", "happy"]
    firsts = {query: ranking([guide, *others], query)[0] for query in queries}
    assert firsts == dict.fromkeys(queries, "reference-request")


def test_what_they_say_counts_more_than_what_we_say() -> None:
    ours = small_guide("ours", '## Now\n\n- Say say-1: "Tell me about the delay."\n    - "Fine." -> stop\n')
    theirs = small_guide("theirs", cues=["We are angry about the delay."])

    assert ranking([ours, theirs], "delay") == ["theirs", "ours"]


def test_a_word_of_every_guide_tells_nothing_in_however_many_fields_it_stands() -> None:
    everywhere = '## Now\n\n- Say say-1: "The end."\n    - "The end." -> stop\n'
    guides = [small_guide(f"guide-{n}", everywhere, title="The end", cues=["The end"]) for n in range(20)]
    rare = small_guide("rare", cues=["Invoice"])

    assert ranking([*guides, rare], "the invoice")[0] == "rare"


def test_lunr_finds_our_pages_alike_in_python_and_in_the_browser(modules_page: Page, site: Path) -> None:
    index = json.loads(next(site.glob("assets/playbook-*/index.json")).read_text(encoding="utf-8"))
    lines = [
        line for file in sorted(REPOSITORY.glob("cues/*.txt")) for line in file.read_text(encoding="utf-8").split("\n")
    ]
    queries = [stems for line in lines[::5] if (stems := words(line))]

    in_browser = modules_page.evaluate(
        """async (queries) => {
            const main = document.querySelector('script[type=module]').src
            const lunr = (await import(new URL('lunr.js', main).href)).default
            const { lunr: saved } = await (await fetch(new URL('index.json', main))).json()
            const index = lunr.Index.load(saved)
            const found = (words) => index.query((query) => words.forEach((word) => query.term(word)))
            return queries.map((words) => found(words).map(({ ref, score }) => [ref, score]))
        }""",
        queries,
    )

    lunr = Index.load(index["lunr"])
    for stems, found in zip(queries, in_browser, strict=True):
        expected = {result["ref"]: result["score"] for result in lunr.search(" ".join(stems))}
        assert dict(found) == pytest.approx(expected)
        assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


def test_lunr_becomes_a_module_with_nothing_but_a_default_export() -> None:
    source = "module.exports = factory()"

    assert lunr_module(source) == (
        "const module={exports:{}},exports=module.exports;\nmodule.exports = factory()\nexport default module.exports\n"
    )
