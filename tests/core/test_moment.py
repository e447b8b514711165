"""A moment is a line that answers something, with everything that names it."""

from __future__ import annotations

from dataclasses import replace

from playbook.guides.cue import read_cue_file
from playbook.guides.moment import Heard, moments, whole_guide_cues
from small_guides import small_guide

REFERENCE = """\
## Now

- Say ref-1: "Happy to."
- Say ref-2: "What would you ask them?"
    - "Let me ask the team." -> b-check
    - No answer -> silence
    - "Not needed now." -> stop (note the date)
    - "How does it go?"
        - Say ref-4: "May I tell you?" -> ref-2

## Which one?

### They want to think {#b-check}

- "Good question."
    - Say ref-3: "Of course."
        - "Thanks." -> stop
        - "How did it go?" -> ref-4
"""
SILENCE = '## Now\n\n- Say say-1: "Understood."\n    - "Can I call them?" -> reference-request#ref-3\n'
GUIDES = {
    "reference-request": small_guide("reference-request", REFERENCE, moment="They ask for a reference"),
    "silence": small_guide("silence", SILENCE, title="No answer comes"),
}


def names() -> dict[str, list[str]]:
    return {moment.id: [heard.words for heard in moment.heard] for moment in moments(GUIDES)}


def test_the_opening_each_branch_and_each_reply_with_a_line_are_moments_in_page_order() -> None:
    assert list(names()) == [
        "reference-request#ref-1",
        "reference-request#ref-4",
        "reference-request#ref-3",
        "silence#say-1",
    ]


def test_replies_and_headings_that_lead_to_a_line_name_its_moment() -> None:
    assert names()["reference-request#ref-3"] == [
        "Good question.",
        "They want to think",
        "Let me ask the team.",
        "Can I call them?",
    ]
    assert names()["reference-request#ref-4"] == ["How does it go?", "How did it go?"]


def test_what_leads_to_stop_names_none_and_what_merely_happens_is_not_spoken() -> None:
    assert "Not needed now." not in str(names())
    assert Heard("No answer", spoken=False) in moments(GUIDES)[3].heard


def test_cues_reach_the_opening_the_branch_the_line_or_the_guide_they_stand_under() -> None:
    file, problems = read_cue_file(
        "data/cues/reference-request.txt",
        "who else uses it\nYou think: not again\n# a\n-> b-check\nlet me see\n→ ref-2\nmany things\n-> guide\nhow to",
    )
    guide = replace(GUIDES["reference-request"], cues=file.cues)

    assert problems == []
    assert {moment.line.id: [cue.text for cue in moment.cues] for moment in moments({"reference-request": guide})} == {
        "ref-1": ["who else uses it"],
        "ref-2": ["many things"],
        "ref-4": [],
        "ref-3": ["let me see"],
    }
    assert [cue.text for cue in whole_guide_cues(guide)] == ["not again", "how to"]
