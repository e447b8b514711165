"""Gap notebooks are read however people keep them, grouped by the nearest moment, and told with lines to paste."""

from __future__ import annotations

import pytest

from playbook.desk.gaps import Gap, Group, Nearest, gaps_text, grouped, read_gaps
from playbook.guides.moment import moments
from small_guides import small_guide

NOTEBOOK = """\
# Week 48

- No line found for: “We need a DPA first”
2026-11-28 09:15 "we need a DPA, first!"
3. Is it kosher?
• 12:30 - Is it kosher
you again
"""


def test_a_notebook_is_read_the_most_often_noted_first() -> None:
    assert read_gaps(NOTEBOOK) == [Gap("We need a DPA first", 2), Gap("Is it kosher?", 2), Gap("you again", 1)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("No line found for: “hm”", "hm"),
        ("* “hm”", "hm"),
        ("'hm'", "hm"),
        ("2026-11-28, 9:15; hm", "hm"),
        ("12.50 is too much", "12.50 is too much"),
        ("1.5 percent more?", "1.5 percent more?"),
        ("24 hours is too long", "24 hours is too long"),
        ("don't 'phone' me", "don't 'phone' me"),
        ("我们需要时间", "我们需要时间"),
    ],
)
def test_a_sentence_is_what_is_left_without_what_people_write_around_it(line: str, said: str) -> None:
    assert read_gaps(line) == [Gap(said, 1)]


@pytest.mark.parametrize("line", ["", "   ", "# gaps of May", "-", "No line found for: “”"])
def test_a_line_without_a_sentence_is_none(line: str) -> None:
    assert read_gaps(line) == []


def test_gaps_are_grouped_by_the_nearest_moment_and_what_is_found_by_now_comes_last() -> None:
    gaps = [Gap("a", 1), Gap("b", 3), Gap("c", 2), Gap("d", 9)]
    found = [("nothing", "g#1"), ("guess", "g#2"), ("nothing", "g#1"), ("found", "g#2")]
    nearest = {gap.said: Nearest(*one) for gap, one in zip(gaps, found, strict=True)}

    assert grouped(gaps, nearest) == [
        Group("g#1", found=False, gaps=(Gap("a", 1), Gap("c", 2))),
        Group("g#2", found=False, gaps=(Gap("b", 3),)),
        Group("g#2", found=True, gaps=(Gap("d", 9),)),
    ]


def test_groups_are_told_with_lines_to_paste() -> None:
    guide = small_guide("late", moment="Where is it?")
    by_id = {moment.id: moment for moment in moments({"late": guide})}
    groups = [
        Group("late#say-1", found=False, gaps=(Gap("still waiting", 2), Gap("word " * 31, 1))),
        Group("", found=False, gaps=(Gap("wibble", 1),)),
        Group("late#say-1", found=True, gaps=(Gap("where is my stuff", 1),)),
    ]

    assert gaps_text(groups, by_id) == (
        "5 notes, 4 of them different.\n"
        "\n"
        "Nearest to late#say-1 (Where is it?), 3 notes.\n"
        "It says: Understood, late.\n"
        "If it answers them, paste into data/cues/late.txt, below -> say-1:\n"
        "# 2 notes\n"
        "still waiting\n"
        "# 31 words: shorten it to 30\n"
        f"{'word ' * 31}\n"
        "\n"
        "Nearest to nothing, 1 note.\n"
        "Write it below -> guide, or it is off the topic (data/off_topic.txt), or a guide is owed:\n"
        "wibble\n"
        "\n"
        "Found by now: late#say-1 (Where is it?), 1 note. If it answers them, nothing is owed:\n"
        "where is my stuff"
    )
