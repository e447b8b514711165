"""Real builds that meet, or find no room: one comes through, the other says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mounts import room
from site_builder import build, configuration, contents
from site_case import sound_site

BUILD = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a small sound project that was built once."""
    for name, content in {**sound_site(), "mkdocs.yml": configuration().encode()}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert build(tmp_path / "mkdocs.yml", tmp_path / "site").status == 0
    return tmp_path


def test_of_two_builds_at_once_the_second_is_refused_in_words(project: Path) -> None:
    whole = contents(project / "site")
    for _ in range(3):
        pair = [subprocess.Popen(BUILD, cwd=project, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        said = [(process.communicate()[1], process.returncode, process.pid) for process in pair]
        lost = [text for text, status, _ in said if status]

        assert len(lost) < 2
        winners = [number for _, status, number in said if not status]
        if lost:
            assert lost == [
                f"ERROR   -  {project}/site is being built by another process (process {winners[0]}). "
                "Wait until it has ended, then build again.\n"
            ]
        assert contents(project / "site") == whole
    assert [path.name for path in sorted(project.glob("*site*"))] == ["site"]


def test_a_disk_that_is_full_before_the_build_is_done_is_told_without_a_traceback(project: Path) -> None:
    whole = contents(project / "site")
    with room() as mounts:
        # The folder beside the site, in which a build is staged, gets a disk of its own, too small for it.
        (project / ".site.build").mkdir()
        mounts.mount("-t", "tmpfs", "-o", "size=100k", "none", str(project / ".site.build"))
        run = mounts.run("sh", "-c", f'cd "{project}" && exec "$@"', "-", *BUILD)

    assert run.returncode == 1
    assert run.stderr.splitlines()[-1].startswith(
        f"ERROR   -  {project}/site was not published: No space left on device"
    )
    assert run.stderr.endswith("The live site is as it was. Make room there, then build again.\n")
    assert "Traceback" not in run.stderr
    assert run.stdout == "\nAborted: the site was not published.\n"
    assert contents(project / "site") == whole
