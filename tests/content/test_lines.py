"""What our lines and cues promise: found in the customer's words, said in a breath, and never the end of the talk."""

from __future__ import annotations

from collections import defaultdict
from statistics import median

import pytest

from playbook.desk.words import words
from playbook.guides.conversation import Destination, Step, destination, steps
from playbook.guides.guide import Guide
from playbook.measure import seconds_to_say
from real_edition import EDITION, GUIDES

CUES = 12
SECONDS_A_LINE, USUAL_SECONDS = 14, 8
STEPS = {(step.guide, step.line.id): step for guide in GUIDES for step in steps(guide, EDITION.guides)}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
def test_a_guide_is_found_by_at_least_twelve_sentences_of_customers_and_thoughts(guide: Guide) -> None:
    assert len({tuple(words(cue.text)) for cue in guide.cues}) >= CUES


def test_no_two_guides_share_a_cue_unless_a_question_separates_them() -> None:
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for guide in GUIDES:
        for cue in guide.cues:
            owners[tuple(words(cue.text))].add(guide.id)
    apart = {pair.guides for pair in EDITION.confusables}

    assert {cue: ids for cue, ids in owners.items() if len(ids) > 1 and tuple(sorted(ids)) not in apart} == {}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
def test_a_line_takes_at_most_14_seconds_to_say_and_half_of_them_at_most_8(guide: Guide) -> None:
    spoken = [(line.id, line.text) for line in guide.lines()]
    others = [variant for line in guide.lines() for variant in line.variants if not variant.message]
    seconds = {name: seconds_to_say(text) for name, text in spoken + [(other.id, other.text) for other in others]}

    assert {name: found for name, found in seconds.items() if found > SECONDS_A_LINE} == {}
    assert median(seconds.values()) <= USUAL_SECONDS


def test_every_line_and_every_reply_leads_to_a_line_or_to_the_end() -> None:
    places = [to for step in STEPS.values() for to in _onward(step)]
    replies = [(guide, reply) for guide in GUIDES for reply in guide.replies() if not reply.lines]
    resolved = [
        (reply.heard, reply.target and destination(reply.target, guide, EDITION.guides)) for guide, reply in replies
    ]

    assert [step.line.id for step in STEPS.values() if not _onward(step)] == []
    assert [heard for heard, to in resolved if not to] == []
    assert [to for to in places if not to.stop and (to.guide, to.line) not in STEPS] == []


def test_no_reply_leads_back_to_the_line_it_answers() -> None:
    circles = [
        (place, answer.heard)
        for place, step in STEPS.items()
        for answer in step.answers
        if (answer.to.guide, answer.to.line) == place
    ]

    assert circles == []


def test_from_every_line_the_end_can_be_reached() -> None:
    ended = {place for place, step in STEPS.items() if any(to.stop for to in _onward(step))}
    grown = True
    while grown:
        more = {
            place
            for place, step in STEPS.items()
            if place not in ended and any((to.guide, to.line) in ended for to in _onward(step))
        }
        ended |= more
        grown = bool(more)

    assert set(STEPS) - ended == set()


def _onward(step: Step) -> list[Destination]:
    return [answer.to for answer in step.answers] + ([step.then] if step.then else [])
