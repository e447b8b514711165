"""`make gaps` asks the index of a built site what is nearest to each sentence of a notebook."""

from __future__ import annotations

from pathlib import Path

import pytest

import gaps
from site_builder import REPOSITORY


def test_the_sentences_of_two_notebooks_are_told_with_the_moment_nearest_to_them(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text("- No line found for: “can we talk to one of your customers”\n", encoding="utf-8")
    other.write_bytes(b"Can we talk to one of your customers?\nxyzzy plugh\nna\xefve\n")
    status = gaps.main([str(one), str(other), "--site", str(site), "--project", str(REPOSITORY)])
    told = capsys.readouterr().out

    assert status == 0
    assert told.startswith("4 notes, 3 of them different.\n")
    assert "Found by now: reference-request#" in told
    assert "# 2 notes\ncan we talk to one of your customers" in told
    assert "xyzzy plugh" in told


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ([], "No notebook is named. Name one: make gaps FILE=gaps.txt\n"),
        (["gone.txt"], "gone.txt is not there. Name one: make gaps FILE=gaps.txt\n"),
    ],
)
def test_a_notebook_that_is_not_there_is_told(named: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert gaps.main(named) == 2
    assert capsys.readouterr().err == said


def test_a_site_that_was_not_built_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notebook = tmp_path / "gaps.txt"
    notebook.write_text("hm\n", encoding="utf-8")

    assert gaps.main([str(notebook), "--site", str(tmp_path / "site"), "--project", str(REPOSITORY)]) == 2
    assert capsys.readouterr().err == f"{tmp_path}/site is no built site. Build it first: make build\n"
