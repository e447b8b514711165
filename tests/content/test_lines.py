"""What our lines promise: none is the end of the talk unless it says so."""

from __future__ import annotations

from playbook.guides.conversation import Destination, Step, destination, steps
from real_edition import EDITION, GUIDES

STEPS = {(step.guide, step.line.id): step for guide in GUIDES for step in steps(guide, EDITION.guides)}


def test_every_line_and_every_reply_leads_to_a_line_or_to_the_end() -> None:
    places = [to for step in STEPS.values() for to in _onward(step)]
    replies = [(guide, reply) for guide in GUIDES for reply in guide.replies() if not reply.lines]
    resolved = [
        (reply.heard, reply.target and destination(reply.target, guide, EDITION.guides)) for guide, reply in replies
    ]

    assert [step.line.id for step in STEPS.values() if not _onward(step)] == []
    assert [heard for heard, to in resolved if not to] == []
    assert [to for to in places if not to.stop and (to.guide, to.line) not in STEPS] == []


def _onward(step: Step) -> list[Destination]:
    return [reply.to for reply in step.replies] + ([step.then] if step.then else [])
