"""`make due` tells what to look after and fails only when it is asked to."""

from __future__ import annotations

from pathlib import Path

import pytest

import due
from site_builder import configuration
from site_case import sound_site

LATE = "Sales lead: They say it is late (docs/situations/late-delivery.md)"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a small project; its situation was reviewed on 22 November 2026 and is read again every year."""
    for name, content in {**sound_site(), "mkdocs.yml": configuration().encode()}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize(
    ("day", "fail", "status", "told"),
    [
        ("2027-11-21", ["--fail"], 0, "Due for review\n  None.\n"),
        ("2027-11-22", [], 0, f"{LATE} is due since 2027-11-22\n"),
        ("2027-11-22", ["--fail"], 1, f"{LATE} is due since 2027-11-22\n"),
        ("2027-12-22", ["--fail"], 1, f"{LATE} is overdue since 2027-11-22\n"),
    ],
)
def test_it_fails_only_where_a_review_is_due_and_failing_is_asked_for(
    project: Path, capsys: pytest.CaptureFixture[str], day: str, fail: list[str], status: int, told: str
) -> None:
    assert due.main(["--project", str(project), "--today", day, *fail]) == status
    assert told in capsys.readouterr().out


def test_what_is_no_project_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert due.main(["--project", str(tmp_path)]) == 2
    assert capsys.readouterr().err
