"""A broken mkdocs.yml is told as every other mistake is, though the host reads it before any hook of ours."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from site_builder import REPOSITORY, configuration
from site_case import sound_site

BROKEN = {
    "a tab": (
        b"site_name: Ours\nnav:\n\t- Desk: index.md\n",
        "mkdocs.yml:3: '- Desk: index.md' begins with a tab. Indent it with spaces. [broken-yaml]",
    ),
    "a list that is never closed": (
        b"site_name: Ours\nhooks: [hooks/mkdocs_hooks.py\n",
        "mkdocs.yml:2: 'hooks: [hooks/mkdocs_hooks.py' opens a list that is never closed. "
        "Close it with ]. [broken-yaml]",
    ),
    "a list in place of names": (
        b"- site_name: Ours\n",
        "mkdocs.yml:1: '- site_name: Ours' is not a list of names and values. "
        'Write one "name: value" a line. [broken-yaml]',
    ),
    "a word": (
        b"site\n",
        "mkdocs.yml:1: 'site' is not a list of names and values. Write one \"name: value\" a line. [broken-yaml]",
    ),
    "nothing": (b"", "mkdocs.yml:1: '' is an empty file. Write the page or delete the file. [empty-file]"),
    "another encoding": (
        b"site_name: Ours\nsite_author: J\xf6rg\n",
        "mkdocs.yml:2: 'byte 0xF6' is not UTF-8 text. Save the file as \"UTF-8\". [not-utf-8]",
    ),
    "marks of git": (
        b"site_name: Ours\n<<<<<<< HEAD\nstrict: true\n=======\nstrict: false\n>>>>>>> theirs\n",
        "mkdocs.yml:2: '<<<<<<< HEAD' is a mark of two changes that git could not join. "
        "Keep one of the two and delete the marks. [merge-conflict]",
    ),
    "a name twice": (
        b"site_name: Ours\nstrict: true\nsite_name: Theirs\n",
        "mkdocs.yml:3: 'site_name:' stands twice. Keep one of the two. [repeated-field]",
    ),
    "an unknown hook": (
        b"site_name: Ours\nhooks:\n  - hooks/mkdocs_hook.py\n",
        "mkdocs.yml:2: 'hooks/mkdocs_hook.py' is a hook that is not there. "
        "Correct the name, or bring the file back. [wrong-setting]",
    ),
    "extra as a list": (
        b"site_name: Ours\nextra: [curator]\n",
        "mkdocs.yml:2: 'extra:' holds no names with values. "
        "Write it as extra: {curator: name@example.com}, or take it out. [wrong-setting]",
    ),
}


def _built(project: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(REPOSITORY / "tools" / "build.py")]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("content", "told"), BROKEN.values(), ids=BROKEN)
def test_settings_that_cannot_be_used_are_told_with_file_line_and_remedy(
    tmp_path: Path, content: bytes, told: str
) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(content)
    run = _built(tmp_path)

    assert (run.stderr, run.stdout, run.returncode) == (f"{told}\nFound 1 problem in 1 file.\n", "", 1)


def test_settings_that_are_not_there_are_told_by_the_host(tmp_path: Path) -> None:
    run = _built(tmp_path)

    assert run.stderr == "Error: Config file 'mkdocs.yml' does not exist.\n"
    assert run.returncode == 1


def test_a_project_is_built_from_another_folder_by_a_relative_name(tmp_path: Path) -> None:
    for name, content in {**sound_site(), "mkdocs.yml": configuration().encode()}.items():
        place = tmp_path / "project" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict", "-f", "project/mkdocs.yml"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (run.stderr, run.stdout, run.returncode) == ("", "", 0)
    assert (tmp_path / "project" / "site" / "index.html").is_file()
