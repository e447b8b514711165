"""The graph: what follows which line, on the sound site and where two pages meet."""

from __future__ import annotations

from playbook.contract.checked_edition import read_edition
from playbook.contract.conversation_problems import repeated_ids
from playbook.guides.conversation import Destination, destination, steps
from playbook.guides.edition import Edition
from playbook.guides.guide import Guide, read_guide
from playbook.guides.line import Target
from playbook.guides.past import Past
from playbook.problems import describe
from site_case import DESK, sound_site

SITUATION = "docs/situations/late-delivery.md"


def _edition() -> Edition:
    edition, problems = read_edition(sound_site(), DESK)
    assert problems == []
    return edition


GUIDES = _edition().guides


def _leads(guide: str, target: str) -> Destination | None:
    return destination(Target(target, "", 1), GUIDES[guide], GUIDES)


def _short(to: Destination | None) -> str:
    return "" if to is None else "stop" if to.stop else f"{to.guide}#{to.line}"


def test_every_line_of_a_situation_has_its_answers_or_its_next_line() -> None:
    found = {
        step.line.id: [*((reply.heard, _short(reply.to)) for reply in step.replies), _short(step.then)]
        for step in steps(GUIDES["late-delivery"], GUIDES)
    }

    assert found == {
        "late-1": ["late-delivery#late-2"],
        "late-2": [
            ("We lose money every day.", "late-delivery#late-4"),
            ("Nothing yet.", "late-delivery#late-3"),
            ("No answer", "own-it#say-1"),
            "",
        ],
        "late-3": ["stop"],
        "late-4": [("They name a day", "stop"), ("I want a discount.", "own-it#say-3"), ""],
        "late-5": ["late-delivery#late-6"],
        "late-6": ["stop"],
    }


def test_the_last_opening_line_of_a_technique_leads_to_its_answers() -> None:
    last = steps(GUIDES["own-it"], GUIDES)[1]

    assert [(reply.heard, _short(reply.to)) for reply in last.replies] == [
        ("Fine.", "own-it#say-3"),
        ("That is too late.", "own-it#say-4"),
        ("No answer", "stop"),
    ]


def test_a_target_is_a_line_a_branch_a_guide_or_the_end() -> None:
    written = ["late-5", "b-penalty", "own-it", "own-it#say-2", "stop"]

    assert [_leads("late-delivery", target) for target in written] == [
        Destination("late-delivery", "late-5", False, "", "late-5", "I will read that clause today."),
        Destination("late-delivery", "late-5", False, "", "b-penalty", "There is a penalty"),
        Destination("own-it", "say-1", False, "", "", "Own it"),
        Destination("own-it", "say-2", False, "", "say-2", "You will have a new day from me by [hour]."),
        Destination("", "", True, ""),
    ]


def test_a_variant_a_section_and_an_unknown_name_are_no_targets() -> None:
    written = ["late-1b", "why", "late-99", "own-it#b-cost", "nobody#say-1", "own-it#", ""]

    assert [_leads("late-delivery", target) for target in written] == [None] * 7


def test_a_line_id_of_another_situation_is_told_with_the_page_that_has_it() -> None:
    def guide(identifier: str) -> Guide:
        text = f'---\nid: {identifier}\nkind: situation\n---\n\n## Now\n\n- Say late-1: "A."\n- Softer late-1b: "B."\n'
        return read_guide(f"docs/situations/{identifier}.md", text)[0]

    assert [describe(problem) for problem in repeated_ids([guide("late-delivery"), guide("late-again")], Past())] == [
        f"docs/situations/late-again.md:8: 'late-1' is already the id of a line in {SITUATION}. "
        "Give this one a new id. [repeated-id]",
        f"docs/situations/late-again.md:9: 'late-1b' is already the id of a line in {SITUATION}. "
        "Give this one a new id. [repeated-id]",
    ]
