"""Every kind of fault is found once, at its line, with its suggestion; what only looks like one is not told."""

from __future__ import annotations

from pathlib import Path

import pytest
from injector import CHANGES, TEXTS, Injected, injected, tree_of_decoys
from sound_tree import sound_tree
from written_tree import problems_of

from playbook.problems import report

FAULTS = list(injected(seed=4))


def test_there_are_more_than_eighty_kinds() -> None:
    assert len({fault.kind for fault in FAULTS}) == len(TEXTS) + len(CHANGES) > 80


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_is_told_once_at_its_line_with_its_suggestion(fault: Injected, tmp_path: Path) -> None:
    found = problems_of(fault.files, tmp_path)

    assert [(told.path, told.line, told.code) for told in found] == [(fault.path, fault.line, fault.code)]
    if fault.suggestion:
        assert found[0].hint == f'Did you mean "{fault.suggestion}"?'
    else:
        assert "Did you mean" not in found[0].hint or fault.code.startswith(("nav-", "redirect-", "unicode-"))


def test_the_sound_tree_is_silent(tmp_path: Path) -> None:
    assert report(problems_of(sound_tree(), tmp_path)) == "Found 0 problems in 0 files."


@pytest.mark.parametrize("seed", range(3))
def test_what_only_looks_like_a_fault_is_not_told(seed: int, tmp_path: Path) -> None:
    assert report(problems_of(tree_of_decoys(seed), tmp_path)) == "Found 0 problems in 0 files."


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
