"""Trees that are large, or lead back to themselves, are checked to the end, each fault at its own line."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_tree import problems_of

MANY = 10_000


def test_ten_thousand_broken_anchors_on_one_page_are_each_told_at_their_line(tmp_path: Path) -> None:
    links = "".join(f"- [l{number}](p.md#x{number})\n" for number in range(MANY))
    files = {"mkdocs.yml": "", "docs/index.md": f"# Home\n\n{links}", "docs/p.md": "# P\n\n## X\n"}
    found = problems_of({name: text.encode() for name, text in files.items()}, tmp_path)

    assert {(fault.path, fault.code) for fault in found} == {("docs/index.md", "missing-anchor")}
    assert [(fault.line, fault.written) for fault in found] == [
        (number + 3, f"p.md#x{number}") for number in range(MANY)
    ]


@pytest.mark.parametrize("target", [".", ".."])
def test_folders_that_two_links_lead_back_into_are_walked_once(tmp_path: Path, target: str) -> None:
    (tmp_path / "docs" / "deep").mkdir(parents=True)
    for name in ("docs/first", "docs/second", "docs/deep/third", "docs/deep/fourth"):
        (tmp_path / name).symlink_to(target, target_is_directory=True)
    files = {"mkdocs.yml": b"", "docs/index.md": b"[a](a.md) [b](deep/b.md)\n", "docs/deep/b.md": b"[c](c.md)\n"}

    assert [(fault.path, fault.written) for fault in problems_of(files, tmp_path)] == [
        ("docs/deep/b.md", "c.md"),
        ("docs/index.md", "a.md"),
    ]
