"""A moment is a line that answers something, with everything that names it."""

from __future__ import annotations

from dataclasses import replace

import pytest

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


def test_what_answers_a_line_is_inner_and_what_opens_the_guide_or_a_branch_is_not() -> None:
    assert {moment.line.id: moment.inner for moment in moments(GUIDES)} == {
        "ref-1": False,
        "ref-4": True,
        "ref-3": False,
        "say-1": False,
    }


def test_cues_below_an_arrow_with_the_note_make_their_moment_urgent() -> None:
    file, _ = read_cue_file("a.txt", "who uses it\n-> b-check (whatever else is said)\nlet me see")
    guide = replace(GUIDES["reference-request"], cues=file.cues)

    assert [moment.line.id for moment in moments({"reference-request": guide}) if moment.urgent] == ["ref-3"]


@pytest.mark.parametrize(
    ("line", "parting"),
    [
        ("Good luck with it. If you get stuck, give me a call.", True),
        ("Congratulations! Is somebody taking over?", True),
        ("Thanks for letting me know.", True),
        ("Thanks. What would you need to see?", False),
        ("Let me find out, and thank you for your patience.", False),
    ],
)
def test_a_line_that_thanks_without_asking_or_says_farewell_is_a_parting(line: str, parting: bool) -> None:
    guide = small_guide("late", f'## Now\n\n- Say say-1: "{line}"\n    - "Yes." -> stop\n', title="Late")

    assert [moment.parting for moment in moments({"late": guide})] == [parting]
