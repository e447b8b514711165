"""``python -m playbook.check`` as anybody would run it on documentation of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from sound_tree import sound_tree
from written_tree import write

from site_builder import REPOSITORY


def _checked(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "playbook.check", *arguments]
    return subprocess.run(command, cwd=REPOSITORY / "hooks", capture_output=True, text=True, check=False)


def test_a_fault_is_shown_with_its_line_and_a_caret(tmp_path: Path) -> None:
    write(sound_tree() | {"docs/appendix/list.md": b"# List\n\nThe [tides](../guide/tidse.md).\n"}, tmp_path)
    run = _checked(str(tmp_path))

    assert run.stdout.splitlines()[0] == (
        "docs/appendix/list.md:3:13: '../guide/tidse.md' leads to no file. "
        'Did you mean "../guide/tides.md"? [missing-page]'
    )
    assert run.stdout.splitlines()[1:3] == ["    The [tides](../guide/tidse.md).", "                ^"]
    assert run.returncode == 1


def test_programs_get_one_object_a_line(tmp_path: Path) -> None:
    write(sound_tree() | {"docs/appendix/list.md": b"---\nid: appendix\nrelated: [tides]\n---\n[a](b.md)\n"}, tmp_path)
    run = _checked(str(tmp_path), "--format", "json")

    assert [json.loads(line) for line in run.stdout.splitlines()] == [
        {
            "file": "docs/appendix/list.md",
            "line": 5,
            "column": 5,
            "code": "missing-page",
            "severity": "error",
            "written": "b.md",
            "message": "'b.md' leads to no page.",
            "hint": "Correct the path or take the link out.",
        }
    ]


def test_what_is_not_installed_is_named_and_the_rest_is_checked(tmp_path: Path) -> None:
    files = sound_tree()
    files["mkdocs.yml"] = files["mkdocs.yml"].replace(b"theme: mkdocs", b"theme: no-such-theme\nhooks: [gone.py]")
    files["mkdocs.yml"] = files["mkdocs.yml"].replace(b"plugins: []", b"plugins: [no-such-plugin]")
    write(files, tmp_path)
    run = _checked(str(tmp_path))

    assert run.stdout == "Found 0 problems in 0 files.\n"
    assert "plugin no-such-plugin is not installed" in run.stderr
    assert "hook gone.py is not there" in run.stderr
    assert run.returncode == 0


def test_a_folder_without_a_configuration_is_no_tree(tmp_path: Path) -> None:
    run = _checked(str(tmp_path))

    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == f"There is no mkdocs.yml in {tmp_path}.\n"


def test_a_sound_tree_gives_programs_nothing(tmp_path: Path) -> None:
    write(sound_tree(), tmp_path)
    run = _checked(str(tmp_path / "mkdocs.yml"), "--format", "json")

    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_a_configuration_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    write({"mkdocs.yml": b"- a\n"}, tmp_path)
    run = _checked(str(tmp_path))

    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == f"{tmp_path}/mkdocs.yml holds no configuration.\n"


def test_every_fault_of_a_tree_is_told_in_one_run_and_nothing_in_it_is_changed(tmp_path: Path) -> None:
    files = sound_tree() | {"redirects.yml": b"/a/: /quayside/\n", "addresses.txt": b"/lost/\n"}
    files["docs/index.md"] += b"\n[a](quayside.md)\n"
    write(files, tmp_path)
    run = _checked(str(tmp_path), "--format", "json")

    assert [(told["file"], told["code"]) for told in map(json.loads, run.stdout.splitlines())] == [
        ("addresses.txt", "address-gone"),
        ("docs/index.md", "missing-page"),
        ("redirects.yml", "redirect-to-missing-page"),
    ]
    assert {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.*")} == files


EXTERNAL = b"""\
# List

[a](https://example.com/a) and [b](../guide/tides.md) and `[c](https://example.com/c)`.

<p><a href="//example.com/d">d</a> <a href="https://harbour.example/handbook/guide/tides/">e</a></p>
[again](https://example.com/a)
"""


def test_links_to_other_hosts_are_listed_and_never_fetched(tmp_path: Path) -> None:
    files = sound_tree() | {"docs/appendix/list.md": EXTERNAL}
    files |= {name: b"# Page\n" for name in files if name.endswith(".md") and name != "docs/appendix/list.md"}
    write(files, tmp_path)
    run = _checked(str(tmp_path), "--external")

    assert run.stdout.splitlines() == [
        "docs/appendix/list.md:3:5: https://example.com/a",
        "docs/appendix/list.md:5:13: //example.com/d",
        "docs/appendix/list.md:6:9: https://example.com/a",
        "3 links lead to other hosts; none was fetched.",
    ]
    assert run.returncode == 0


def test_programs_get_links_to_other_hosts_as_one_object_a_line(tmp_path: Path) -> None:
    files = {"mkdocs.yml": b"site_name: A\n", "docs/index.md": b"# A\n\n[a](https://example.com/)\n"}
    write(files, tmp_path)
    run = _checked(str(tmp_path), "--external", "--format", "json")

    assert [json.loads(line) for line in run.stdout.splitlines()] == [
        {"file": "docs/index.md", "line": 3, "column": 5, "target": "https://example.com/"}
    ]
