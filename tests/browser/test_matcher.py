"""What is found, how sure it is, and with which line it begins; asked of the pure modules, in Chromium."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from playwright.sync_api import Page

from playbook.desk.search_index import search_index
from playbook.guides.confusable import Confusable
from playbook.guides.cue import WHOLE, Cue
from small_desk import GUIDES, MATCHES, OFF_TOPIC, matches
from small_guides import small_guide

ODD = [
    "",
    " ",
    "a",
    "👍🏽",
    "...",
    "+price -busy late~2 up^3 title:lost pri* *",
    "<img src=x onerror=alert(1)>",
    "مرحبا بالعالم",
    "שלום 123",
    "__proto__ constructor toString hasOwnProperty",
    "price " * 2000,
    " ".join(f"word{number}" for number in range(2000)),
    "p" * 10_000,
]


@pytest.fixture
def desk(modules_page: Page) -> Page:
    return modules_page


def firsts(page: Page, *texts: str) -> dict[str, str]:
    """Give the state and the first guide found for each text."""
    found = matches(page, *texts)
    shown = [[] if one["state"] == "nothing" else one["moments"][:1] for one in found]
    answers = [" ".join([one["state"], *(r["guide"] for r in first)]) for one, first in zip(found, shown, strict=True)]
    return dict(zip(texts, answers, strict=True))


def test_what_was_said_in_the_words_of_a_cue_is_found(desk: Page) -> None:
    assert firsts(desk, "can we talk to your clients", "YOU LOST, we chose a competitor!", "Where’s our machine?") == {
        "can we talk to your clients": "found reference-request",
        "YOU LOST, we chose a competitor!": "found lost-deal",
        "Where’s our machine?": "found late-delivery",
    }


def test_every_word_is_optional_and_in_any_form(desk: Page) -> None:
    assert firsts(desk, "competitors", "choosing some competitor", "machines late again") == {
        "competitors": "found lost-deal",
        "choosing some competitor": "found lost-deal",
        "machines late again": "guess late-delivery",
    }


def test_the_last_word_is_completed_while_it_is_being_typed(desk: Page) -> None:
    assert firsts(desk, "unaccep", "unacceptab", "answeri", "nobody ans") == {
        "unaccep": "found angry-customer",
        "unacceptab": "found angry-customer",
        "answeri": "found silence",
        "nobody ans": "found silence",
    }


def test_a_word_that_is_over_is_completed_only_when_the_index_does_not_know_it(desk: Page) -> None:
    assert firsts(desk, "comps ", "co ", "busy ") == {
        "comps ": "found lost-deal",
        "co ": "nothing",
        "busy ": "found too-busy",
    }


def test_synonyms_count_as_one_word_and_not_keeps_its_weight(desk: Page) -> None:
    page = desk.evaluate(
        MATCHES,
        [
            json.loads(search_index(GUIDES, [], "", synonyms={"rival": "competitor", "livid": "furious"})),
            ["a rival", "livid", "not busy"],
        ],
    )
    assert [one["moments"][0]["guide"] for one in page] == ["lost-deal", "angry-customer", "too-busy"]


def test_the_question_that_separates_the_first_two_comes_with_them(desk: Page) -> None:
    pair = Confusable(("lost-deal", "too-busy"), "Have they decided, or no time?")
    content = json.loads(search_index(GUIDES, [], "", confusables=[pair]))

    found = desk.evaluate(MATCHES, [content, ["busy, lost", "furious, busy"]])
    assert [one["apart"] for one in found] == ["Have they decided, or no time?", ""]


def test_sentences_that_a_worker_read_give_the_same_answers(desk: Page) -> None:
    texts = ["can we talk to your clients", "unaccep", "furios ", "wifi password please", "a"]
    content = json.loads(search_index(GUIDES, [], "", off_topic=OFF_TOPIC))

    here, elsewhere = desk.evaluate(
        """async ([content, texts]) => {
            const main = document.querySelector('script[type=module]').src
            const { askHere, Reader } = await import(new URL('search/asker.js', main).href)
            const { readIndexFile } = await import(new URL('search/index_file.js', main).href)
            const reader = new Reader()
            reader.begin(JSON.stringify(content))
            const read = readIndexFile(JSON.stringify(content))
            const asks = [askHere(read), await reader.asker(read)]
            return asks.map((ask) => texts.map((text) => ask(text)))
        }""",
        [content, texts],
    )
    assert here == elsewhere
    assert [one["state"] for one in here][:1] == ["found"]


def test_words_the_index_does_not_know_are_corrected(desk: Page) -> None:
    assert firsts(desk, "furios ", "machien ", "refrenec ", "unaceptible ") == {
        "furios ": "found angry-customer",
        "machien ": "found late-delivery",
        "refrenec ": "found reference-request",
        "unaceptible ": "found angry-customer",
    }


def test_short_words_numbers_and_words_too_far_off_are_not_corrected(desk: Page) -> None:
    assert firsts(desk, "bsy ", "2weeks ", "xompetitor ", "prixxe ") == {
        "bsy ": "nothing",
        "2weeks ": "nothing",
        "xompetitor ": "nothing",
        "prixxe ": "nothing",
    }


def test_a_word_the_index_knows_is_never_corrected(desk: Page) -> None:
    assert firsts(desk, "referral") == {"referral": "found referral"}


def test_what_is_off_the_subject_gets_nothing_and_what_is_half_on_it_a_guess(desk: Page) -> None:
    assert firsts(desk, "wifi password please", "weather on saturday", "unacceptable printer colour") == {
        "wifi password please": "nothing",
        "weather on saturday": "nothing",
        "unacceptable printer colour": "guess angry-customer",
    }


def test_common_words_alone_are_never_sure(desk: Page) -> None:
    assert [
        one["state"] for one in matches(desk, "thanks", "that is good", "all right, thanks for telling me now")
    ] == [
        "nothing",
        "guess",
        "guess",
    ]


def test_at_most_three_guides_are_given_the_best_first(desk: Page) -> None:
    found = matches(desk, "unacceptable and furious, you lost, nobody answers, I am busy")[0]["moments"]

    assert [moment["guide"] for moment in found] == ["angry-customer", "too-busy", "silence"]


def test_what_scores_next_to_nothing_is_left_out(desk: Page) -> None:
    assert [moment["guide"] for moment in matches(desk, "too expensive you")[0]["moments"]] == ["price-shock"]


def test_the_moment_whose_words_were_said_comes_first(desk: Page) -> None:
    texts = {
        "got any references": "reference-request#ref-1",
        "procurement needs two of them": "reference-request#ref-3",
        "rule of procurement": "reference-request#ref-3",
        "how does the rollout go": "reference-request#ref-2",
    }

    found = [one["moments"][0] for one in matches(desk, *texts)]
    assert dict(zip(texts, [moment["moment"] for moment in found], strict=True)) == texts
    assert [moment["heard"] for moment in found[1:]] == [
        "Procurement needs two of them.",
        "Procurement needs two of them.",
        "How does the rollout really go?",
    ]


def test_a_question_of_method_finds_the_guide_and_no_line(desk: Page) -> None:
    asked = replace(GUIDES[0], cues=(*GUIDES[0].cues, Cue("how do I find a willing client", False, 9, under=WHOLE)))
    found = matches(desk, "how do I find a willing client", guides=[asked, *GUIDES[1:]])[0]

    first = found["moments"][0]
    assert (found["state"], first["moment"], first["guide"], first["line"]) == (
        "found",
        "reference-request",
        "reference-request",
        "",
    )


def test_lines_that_say_the_same_are_offered_once(desk: Page) -> None:
    same = '## Now\n\n- Say say-1: "Understood."\n    - "Thanks." -> stop\n'
    guides = [small_guide("a", same, cues=["Where is it?"]), small_guide("b", same, cues=["Where is it now?"])]

    assert len(matches(desk, "where is it", guides=guides)[0]["moments"]) == 1


def test_nothing_that_can_be_typed_is_an_error(desk: Page) -> None:
    assert {one["state"] for one in matches(desk, *ODD)} <= {"found", "guess", "nothing"}


def test_an_index_without_guides_finds_nothing(desk: Page) -> None:
    assert matches(desk, "price", guides=[]) == [{"state": "nothing", "moments": [], "apart": ""}]


def test_a_line_of_farewell_is_found_only_on_a_sentence_that_is_near(desk: Page) -> None:
    farewell = '## Now\n\n- Say say-1: "All the best to you."\n    - "Thanks." -> stop\n'
    guides = [
        small_guide("lost-deal", farewell, cues=["You lost, we chose a competitor"]),
        *(guide for guide in GUIDES if guide.id != "lost-deal"),
    ]
    near, far = matches(desk, "you lost, we chose a competitor", "the competitor", guides=guides)

    assert [one["moments"][0]["guide"] for one in (near, far)] == ["lost-deal"] * 2
    assert [one["state"] for one in (near, far)] == ["found", "guess"]
