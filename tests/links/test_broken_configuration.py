"""A configuration that cannot be used costs no more than it must, and every kind is told in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_tree import write

from playbook.check import main

PAGE = b"# A\n\n[x](y.md)\n"
FAULT = "docs/a.md:3:5: 'y.md' leads to no page. Correct the path or take the link out. [missing-page]"
NO_MAPPING = "it, or what its INHERIT names, is no mapping of names to values"

# What stands in mkdocs.yml (and in base.yml, which it may inherit from), and why it cannot be read.
UNREADABLE = {
    "a list": (b"- a\n", "", "holds no configuration."),
    "a text": (b"a\n", "", "holds no configuration."),
    "a number": (b"5\n", "", f"cannot be read: {NO_MAPPING}."),
    "a tab": (
        b"nav:\n\t- a.md\n",
        "",
        "cannot be read: while scanning for the next token found character '\\t' that cannot start any token in "
        '"mkdocs.yml", line 2, column 1.',
    ),
    "a list that is not closed": (
        b"nav: [a.md\n",
        "",
        "cannot be read: while parsing a flow sequence in \"mkdocs.yml\", line 1, column 6 expected ',' or ']', "
        "but got '<stream end>' in \"mkdocs.yml\", line 2, column 1.",
    ),
    "a NUL": (
        b"site_name: \0\n",
        "",
        "cannot be read: unacceptable character #x0000: special characters are not allowed in "
        '"mkdocs.yml", position 11.',
    ),
    "another encoding": (
        b"site_name: Gr\xf6\xdfe\n",
        "",
        'cannot be read: unacceptable character #x00f6: invalid start byte in "mkdocs.yml", position 13.',
    ),
    "a key that is a list": (
        b"[a]: b\n",
        "",
        'cannot be read: while constructing a mapping found unhashable key in "mkdocs.yml", line 1, column 1.',
    ),
    "an alias of nothing": (
        b"site_name: *a\n",
        "",
        "cannot be read: found undefined alias 'a' in \"mkdocs.yml\", line 1, column 12.",
    ),
    "an alias of itself": (b"extra: &a [*a]\n", "", "cannot be read: it holds an alias of itself."),
    "depths": (b"extra: " + b"[" * 3000 + b"]" * 3000, "", "cannot be read: it is nested too deeply."),
    "two documents": (
        b"a: b\n---\na: b\n",
        "",
        'cannot be read: expected a single document in the stream in "mkdocs.yml", line 1, column 1 but found another '
        'document in "mkdocs.yml", line 2, column 1.',
    ),
    "itself as its base": (b"INHERIT: mkdocs.yml\n", "", "cannot be read: it inherits from itself."),
    "a base that inherits from it": (
        b"INHERIT: base.yml\n",
        "INHERIT: mkdocs.yml\n",
        "cannot be read: it inherits from itself.",
    ),
    "a base that is not there": (
        b"INHERIT: gone.yml\n",
        "",
        "cannot be read: Inherited config file 'gone.yml' does not exist at 'gone.yml'.",
    ),
    "a base that is a folder": (
        b"INHERIT: docs\n",
        "",
        "cannot be read: IsADirectoryError: [Errno 21] Is a directory: 'docs'.",
    ),
    "a base that is a list": (b"INHERIT: base.yml\n", "- a\n", "holds no configuration."),
    "a base that is no name": (b"INHERIT: [a]\n", "", f"cannot be read: {NO_MAPPING}."),
    "a folder that is not there": (b"docs_dir: gone\n", "", ": The path 'gone' isn't an existing directory."),
    "a folder that is a file": (b"docs_dir: mkdocs.yml\n", "", ": The path 'mkdocs.yml' isn't an existing directory."),
    "a folder that is no name": (
        b"docs_dir: [docs]\n",
        "",
        ": Expected type: <class 'str'> but received: <class 'list'>",
    ),
}
# What can be left out, and the note on it; the page is checked all the same.
USABLE = {
    "nothing": (b"", ""),
    "a byte order mark": (b"\xef\xbb\xbfsite_name: A\n", ""),
    "UTF-16": ("site_name: A\n".encode("utf-16"), ""),
    "keys twice": (b"docs_dir: gone\ndocs_dir: docs\n", ""),
    "keys that are no names": (b"1: 2\nnull: 3\n", ""),
    "a call": (b"site_name: !!python/object/apply:os.getcwd []\n", ""),
    "a call of what is not there": (
        b"extra: {a: !!python/object/apply:no.such {args: []}}\n",
        "no.such in mkdocs.yml is not installed; checked without it.",
    ),
    "a name that is a list": (
        b"site_name: [A]\n",
        "site_name in mkdocs.yml is left out: Expected type: <class 'str'> but received: <class 'list'>.",
    ),
    "a text as navigation": (b"nav: a.md\n", "nav in mkdocs.yml is left out: Expected nav to be a list, got 'a.md'."),
    "a number as plugins": (b"plugins: 5\n", "plugin 5 is not installed; checked without it."),
    "a text as extensions": (b"markdown_extensions: toc\n", ""),
    "a number as theme": (
        b"theme: 5\n",
        "theme in mkdocs.yml is left out: Invalid type <class 'int'>. Expected a string or key/value pairs.",
    ),
    "a broken address": (
        b"site_url: 'http://[a'\n",
        "site_url in mkdocs.yml is left out: ValueError: Invalid IPv6 URL.",
    ),
}


def _said(folder: Path, capsys: pytest.CaptureFixture[str], place: str = "") -> tuple[int, list[str], str]:
    """Check a tree as its command; give the status, the lines on faults, and what was said besides."""
    status = main([place or str(folder)])
    told = capsys.readouterr()
    lines = [line for line in told.out.splitlines() if not line.startswith(("    ", "Found "))]
    return status, lines, told.err.replace(f"{folder}/", "")


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_cannot_be_read_is_said_in_one_line(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configuration, base, why = UNREADABLE[kind]
    write({"mkdocs.yml": configuration, "base.yml": base.encode(), "docs/a.md": PAGE}, tmp_path)
    gap = "" if why.startswith(":") else " "

    assert _said(tmp_path, capsys) == (2, [], f"mkdocs.yml{gap}{why}\n")


@pytest.mark.parametrize("kind", USABLE)
def test_what_can_be_left_out_does_not_keep_the_page_from_being_checked(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configuration, note = USABLE[kind]
    write({"mkdocs.yml": configuration, "docs/a.md": PAGE}, tmp_path)
    status, lines, said = _said(tmp_path, capsys)

    assert (status, [line for line in lines if "nobody can reach" not in line]) == (1, [FAULT])
    assert said == (f"Note: {note}\n" if note else "")


def test_of_a_key_that_stands_twice_the_last_counts_as_for_the_host(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write({"mkdocs.yml": b"nav: [b.md]\nnav: [a.md, c.md]\n", "docs/a.md": b"# A\n"}, tmp_path)
    gone = "mkdocs.yml:2:13: 'c.md' is a page that does not exist."
    status, lines, said = _said(tmp_path, capsys)

    assert (status, [line.partition(" Correct")[0] for line in lines], said) == (1, [gone], "")


@pytest.mark.parametrize("place", ["mkdocs.yml", "docs/mkdocs.yml", "gone"])
def test_a_place_without_a_configuration_is_named(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mkdocs.yml").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "mkdocs.yml").symlink_to("nowhere.yml")

    assert _said(tmp_path, capsys, str(tmp_path / place)) == (2, [], f"There is no mkdocs.yml in {place}.\n")


def test_a_file_may_be_named_from_here(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"a/other.yml": b"docs_dir: pages\n", "a/pages/b.md": b"[x](y.md)\n"}, tmp_path)
    monkeypatch.chdir(tmp_path / "a")
    said = _said(tmp_path, capsys, "other.yml")

    assert (said[0], [line.partition(" ")[0] for line in said[1]], said[2]) == (1, ["pages/b.md:1:5:"], "")


def test_without_a_home_page_the_way_there_leads_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write({"mkdocs.yml": b"", "docs/a.md": b"[r](/) [i](index.md) [u](../) [h](./) [b](sub/)\n"}, tmp_path)
    write({"docs/sub/b.md": b"[u](../) [a](../a.md) [h](./)\n"}, tmp_path)
    status, lines, said = _said(tmp_path, capsys)

    assert [line.split(". ")[0] for line in lines] == [
        "docs/a.md:1:5: '/' leads to no page",
        "docs/a.md:1:12: 'index.md' leads to no page",
        "docs/a.md:1:26: '../' leads to no page",
        "docs/a.md:1:43: 'sub/' leads to no page",
        "docs/sub/b.md:1:5: '../' leads to no page",
    ]
    assert (status, said) == (1, "")


@pytest.mark.parametrize("name", ["redirects.yml", "link-check.yml"])
def test_what_lies_beside_it_may_be_nested_too_deeply(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deep = f"/a/: {'[' * 3000}{']' * 3000}\n".encode()
    write({"mkdocs.yml": b"", "docs/a.md": PAGE, name: deep}, tmp_path)
    status, lines, said = _said(tmp_path, capsys)

    assert (status, lines[0], len(lines), said) == (1, FAULT, 2, "")
    assert lines[1].endswith({"redirects.yml": "[malformed-redirect]", "link-check.yml": "[malformed-silence]"}[name])


def test_fields_may_name_themselves_or_be_nested_too_deeply(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deep = f"---\na: {'[' * 3000}{']' * 3000}\n---\n[x](y.md)\n".encode()
    itself = b"---\nneeds: &x {b: *x}\nrelated: &y [*y]\n---\n" + PAGE
    write({"mkdocs.yml": b"", "link-check.yml": b"relations: true\n"}, tmp_path)
    write({"docs/a.md": itself, "docs/deep.md": deep.replace(b"[x](y.md)", b"")}, tmp_path)
    status, lines, _ = _said(tmp_path, capsys)

    assert (status, [line.rpartition(" ")[2] for line in lines]) == (1, ["[missing-page]", "[broken-front-matter]"])
