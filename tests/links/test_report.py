"""The whole report on a tree: each place under a caret, in order, counted, and as objects for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from edits import Edits, edited
from sound_tree import sound_tree
from written_tree import problems_of

from playbook.problems import json_report, report

LIST = "docs/appendix/list.md"
GONE = "'gone.md' leads to no page. Correct the path or take the link out. [missing-page]"
LONG = " ".join(["word"] * 70)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("The [tides](gone.md).", ["5:13", "The [tides](gone.md).", "            ^"], id="letters"),
        pytest.param("潮汐 [表](gone.md).", ["5:8", "潮汐 [表](gone.md).", "          ^"], id="wide letters"),
        pytest.param(
            "Ｔｉｄｅ [a](gone.md)", ["5:10", "Ｔｉｄｅ [a](gone.md)", "             ^"], id="wide Latin letters"
        ),
        pytest.param("Cafe\u0301 [a](gone.md)", ["5:11", "Cafe\u0301 [a](gone.md)", "         ^"], id="accents"),
        pytest.param("A\ttab\t[a](gone.md)", ["5:11", "A\ttab\t[a](gone.md)", " \t   \t    ^"], id="tabs"),
        pytest.param("- item\n\n\t[a](gone.md)", ["7:6", "\t[a](gone.md)", "\t    ^"], id="a tab in front"),
        pytest.param(
            f"{LONG} [a](gone.md) {LONG}",
            [
                "5:355",
                f"...{' word' * 15} [a](gone.md) {'word ' * 14}w...",
                f"{' ' * 83}^",
            ],
            id="the middle of a long line",
        ),
        pytest.param(
            f"[a](gone.md) {LONG} {LONG}", ["5:5", f"[a](gone.md) {'word ' * 29}wo...", "    ^"], id="the begin of one"
        ),
        pytest.param(
            f"{LONG} {LONG} [a](gone.md)",
            ["5:705", f"...rd {'word ' * 29}[a](gone.md)", f"{' ' * 155}^"],
            id="the end of one",
        ),
    ],
)
def test_a_caret_stands_below_the_place_behind(text: str, told: list[str], tmp_path: Path) -> None:
    files = edited(sound_tree(), {LIST: f"---\nid: appendix\nrelated: [tides]\n---\n{text}\n"})
    place, shown, caret = told

    assert report(problems_of(files, tmp_path)).splitlines() == [
        f"{LIST}:{place}: {GONE}",
        f"    {shown}",
        f"    {caret}",
        "Found 1 problem in 1 file.",
    ]


MANY: Edits = {
    LIST: ("[Home]", "[b](gone.md) [c][d]\n[e](quay.png)\n\n[Home]"),
    "docs/guide/lonely.md": "# Lonely\n",
    "mkdocs.yml": ("reference/ropes.md", "reference/roeps.md"),
    "docs/guide/tides.md": ("## Spring", "[a](nowhere.md)\n\n## Spring"),
}


def test_problems_stand_by_file_line_and_column_and_are_counted_in_the_last_line(tmp_path: Path) -> None:
    assert report(problems_of(edited(sound_tree(), MANY), tmp_path)) == (
        f"""\
{LIST}:7:5: {GONE}
    [b](gone.md) [c][d]
        ^
{LIST}:7:14: '[c][d]' names the reference 'd', which is not defined. \
Add a line [d]: with its target, or write the target in round brackets. [undefined-reference]
    [b](gone.md) [c][d]
                 ^
{LIST}:8:5: 'quay.png' is a picture that is not there. Add the file or take the picture out. [missing-image]
    [e](quay.png)
        ^
docs/guide/lonely.md:1:1: advice: 'guide/lonely.md' is a page nobody can reach. \
Link it from a page or name it in nav (mkdocs.yml). [orphan-page]
    # Lonely
    ^
docs/guide/tides.md:10:5: 'nowhere.md' leads to no page. Correct the path or take the link out. [missing-page]
    [a](nowhere.md)
        ^
mkdocs.yml:12:12: 'reference/roeps.md' is a page that does not exist. \
Did you mean "reference/ropes.md"? [nav-missing]
      - Ropes: reference/roeps.md
               ^
Found 6 problems in 4 files."""
    )


def test_programs_get_every_problem_in_the_same_order(tmp_path: Path) -> None:
    found = [json.loads(line) for line in json_report(problems_of(edited(sound_tree(), MANY), tmp_path)).splitlines()]

    assert [(told["file"], told["line"], told["column"], told["code"]) for told in found] == [
        (LIST, 7, 5, "missing-page"),
        (LIST, 7, 14, "undefined-reference"),
        (LIST, 8, 5, "missing-image"),
        ("docs/guide/lonely.md", 1, 1, "orphan-page"),
        ("docs/guide/tides.md", 10, 5, "missing-page"),
        ("mkdocs.yml", 12, 12, "nav-missing"),
    ]
    assert found[-1] == {
        "file": "mkdocs.yml",
        "line": 12,
        "column": 12,
        "code": "nav-missing",
        "severity": "error",
        "written": "reference/roeps.md",
        "message": "'reference/roeps.md' is a page that does not exist.",
        "hint": 'Did you mean "reference/ropes.md"?',
    }


def test_programs_get_letters_as_they_are_and_nothing_of_a_sound_tree(tmp_path: Path) -> None:
    assert json_report(problems_of(sound_tree(), tmp_path)) == ""
    files = edited(sound_tree(), {LIST: ("[Home]", "[a](größe.md) [Home]")})

    assert json_report(problems_of(files, tmp_path)) == (
        '{"file": "docs/appendix/list.md", "line": 7, "column": 5, "code": "missing-page", "severity": "error", '
        '"written": "größe.md", '
        '"message": "\'größe.md\' leads to no page.", "hint": "Correct the path or take the link out."}'
    )
