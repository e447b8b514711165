"""The link check as a hook of a build that MkDocs runs: what is dead ends it, what is less grave is logged."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from written_tree import write

from site_builder import REPOSITORY

HOOK = REPOSITORY / "hooks" / "mkdocs_link_check.py"


def _built(folder: Path, page: str) -> subprocess.CompletedProcess[str]:
    configuration = f"site_name: A\nuse_directory_urls: true\nhooks: [{json.dumps(str(HOOK))}]\n"
    write({"mkdocs.yml": configuration.encode(), "docs/index.md": page.encode(), "docs/b.md": b"# B\n"}, folder)
    command = [sys.executable, "-m", "mkdocs", "build"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_a_dead_link_ends_the_build_before_anything_is_written(tmp_path: Path) -> None:
    run = _built(tmp_path, "# A\n\n[b](b.md) [c](c.md)\n")

    assert run.returncode == 1
    report = run.stderr.partition("ERROR   -  ")[2]
    assert report == (
        "docs/index.md:3:15: 'c.md' leads to no page. Correct the path or take the link out. [missing-page]\n"
        "    [b](b.md) [c](c.md)\n"
        "                  ^\n"
        "Found 1 problem in 1 file.\n"
    )
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "site" / "index.html").exists()


def test_what_works_but_is_fragile_is_logged_and_the_site_is_written(tmp_path: Path) -> None:
    run = _built(tmp_path, "# A\n\n[b](b/)\n")

    assert run.returncode == 0
    assert "docs/index.md:3:5: warning: 'b/' names the built page instead of its source" in run.stderr
    assert (tmp_path / "site" / "b" / "index.html").is_file()


def test_a_sound_tree_is_built_without_a_word(tmp_path: Path) -> None:
    run = _built(tmp_path, "# A\n\n[b](b.md)\n")

    assert run.returncode == 0
    assert "WARNING" not in run.stderr
    assert (tmp_path / "site" / "b" / "index.html").is_file()
