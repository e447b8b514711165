"""Every kind of fault is found once, at its line, with its suggestion; what only looks like one is not told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from decoy_trees import DECOY_TREES
from edits import Edits, edited
from faulty_places import PLACES
from faulty_promises import BOOK, LATIN
from faulty_texts import TEXTS
from faulty_trees import CHANGES
from injector import Injected, injected, tree_of_decoys
from sound_tree import sound_tree
from written_tree import problems_of

from playbook.problems import Problem, report

FAULTS = list(injected(seed=4))
SILENCE = "Found 0 problems in 0 files."


def _suggestion(problem: Problem) -> str:
    """Give what a hint says is meant; of any other hint nothing."""
    found = re.fullmatch(r'Did you mean "(.+)"\?', problem.hint)
    return found[1] if found else ""


def _is_pointed_at(problem: Problem) -> bool:
    """Tell whether the caret stands at what is quoted, where the line holds that; "()" is quoted where nothing is."""
    quoted, start = problem.written, problem.column - 1
    if problem.code == "broken-front-matter":  # the whole line is quoted, the caret stands where it breaks
        return quoted.startswith(problem.source[:start].lstrip())
    return quoted == "()" or quoted not in problem.source or problem.source.startswith(quoted, start)


def test_there_are_more_than_two_hundred_and_fifty_kinds_each_under_a_name_of_its_own() -> None:
    assert len({fault.kind for fault in FAULTS}) == len(PLACES) + len(TEXTS) + len(CHANGES) > 250


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_is_told_once_at_its_line_with_its_suggestion(fault: Injected, tmp_path: Path) -> None:
    found = problems_of(fault.files, tmp_path)

    assert [(told.path, told.line, told.code, _suggestion(told)) for told in found] == [
        (fault.path, fault.line, fault.code, fault.suggestion)
    ]
    assert _is_pointed_at(found[0])
    assert fault.suggestion or "Did you mean" not in found[0].hint


def test_the_sound_tree_is_silent(tmp_path: Path) -> None:
    assert report(problems_of(sound_tree(), tmp_path)) == SILENCE


@pytest.mark.parametrize("seed", range(3))
def test_what_only_looks_like_a_fault_is_not_told(seed: int, tmp_path: Path) -> None:
    assert report(problems_of(tree_of_decoys(seed), tmp_path)) == SILENCE


@pytest.mark.parametrize("name", DECOY_TREES)
def test_a_tree_that_only_looks_faulty_is_silent(name: str, tmp_path: Path) -> None:
    assert report(problems_of(edited(sound_tree(), DECOY_TREES[name]), tmp_path)) == SILENCE


LIST, ROPES, TIP = "docs/appendix/list.md", "docs/reference/ropes.md", "snippets/tip.md"


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        pytest.param(
            {LIST: LATIN, ROPES: ("[index](index.md)", "[index](indexx.md)")},
            [(LIST, 3, "not-utf-8"), (ROPES, 5, "missing-page")],
            id="beside a page that cannot be read",
        ),
        pytest.param(
            {
                TIP: "A tip of Größe\n".encode("latin-1"),
                "docs/guide/mooring.md": ("Two lines", "[a](gone.md) Two lines"),
            },
            [("docs/guide/mooring.md", 10, "missing-page"), (TIP, 1, "not-utf-8")],
            id="on a page with a snippet that cannot be read",
        ),
        pytest.param(
            {LIST: ("[Home]", "[a](gone.md)\n[b][c]\n[b](https:/example.com)\n[Home]")},
            [(LIST, 7, "missing-page"), (LIST, 8, "undefined-reference"), (LIST, 9, "misspelt-scheme")],
            id="beside others of other kinds",
        ),
        pytest.param(
            {LIST: ("[Home]", "[a](gone.md) [a](gone.md)\n[b](gone.md#x)\n[Home]")},
            [(LIST, 7, "missing-page"), (LIST, 7, "missing-page"), (LIST, 8, "missing-page")],
            id="as often as it is written",
        ),
        pytest.param(
            {TIP: "A [tip](gone.md).\n", LIST: ("[Home]", '--8<-- "tip.md"\n\n[Home]')},
            [(TIP, 1, "missing-page")],
            id="once though two pages include it",
        ),
        pytest.param(
            {"redirects.yml": "/a/: [\n", "addresses.txt": f"guide\n{BOOK}"},
            [("addresses.txt", 1, "malformed-address"), ("redirects.yml", 1, "malformed-redirect")],
            id="in two files beside mkdocs.yml",
        ),
    ],
)
def test_a_fault_is_told(edits: Edits, told: list[tuple[str, int, str]], tmp_path: Path) -> None:
    found = problems_of(edited(sound_tree(), edits), tmp_path)

    assert [(problem.path, problem.line, problem.code) for problem in found] == told


def test_a_dangling_link_of_the_file_system_is_told_and_the_rest_is_checked(tmp_path: Path) -> None:
    files = sound_tree()
    files["docs/index.md"] += b"\n[a](quayside.md)\n"
    (tmp_path / "docs" / "appendix").mkdir(parents=True)
    (tmp_path / "docs" / "appendix" / "dangling.md").symlink_to("nowhere.md")
    found = problems_of(files, tmp_path)

    assert [(told.path, told.code) for told in found] == [
        ("docs/appendix/dangling.md", "unreadable-file"),
        ("docs/index.md", "missing-page"),
    ]
