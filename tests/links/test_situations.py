"""Situations in which a check may easily say what it does not know: every word of each report is expected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from written_tree import write

from playbook.check import main

SITUATIONS = {
    name: tree
    for file in ("situations.yml", "reported.yml")
    for name, tree in yaml.safe_load(Path(__file__).with_name(file).read_text(encoding="utf-8")).items()
}


@pytest.mark.parametrize("name", SITUATIONS)
def test_what_is_told_is_right_and_what_is_not_known_is_not_told(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    situation: dict[str, Any] = SITUATIONS[name]
    write({path: text.encode() for path, text in situation["files"].items()}, tmp_path)
    status = main([str(tmp_path)])
    told = capsys.readouterr()

    lines = [line for line in told.out.splitlines() if not line.startswith(("    ", "Found "))]
    notes = [line.removeprefix("Note: ").replace(f"{tmp_path}/", "") for line in told.err.splitlines()]
    assert lines == situation.get("report", [])
    assert notes == situation.get("notes", [])
    assert status == situation.get("status", 0)


def test_the_situations_are_counted() -> None:
    assert len(SITUATIONS) == 43
