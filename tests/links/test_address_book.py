"""The address book only grows, and what was moved is honoured."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from sound_tree import sound_tree
from written_tree import problems_of, write

from playbook.links.promise.address_book import accepted, addresses_of, digest
from playbook.links.values import Page, Settings, Tree
from playbook.problems import report

BOOK = (
    "/",
    "/guide/mooring/",
    "/guide/mooring/#lines",
    "/guide/tides/#high-water",
    "/old-mooring/",
    "/old-mooring/#lines",
)

WHERE = "Bring it back, or say in redirects.yml where it went."


def _book(*left_out: str) -> str:
    return "".join(f"{address}\n" for address in BOOK if address not in left_out)


def _commit(folder: Path) -> None:
    """Let git remember the book of a tree."""
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.com"]
    for command in (["init", "--quiet"], ["add", "addresses.txt"], ["commit", "--quiet", "--message", "Book"]):
        subprocess.run([*git, *command], check=True)


def test_addresses_that_live_or_have_moved_are_kept_promises(tmp_path: Path) -> None:
    files = sound_tree() | {"addresses.txt": _book().encode()}

    assert report(problems_of(files, tmp_path)) == "Found 0 problems in 0 files."


def test_a_line_taken_out_is_told_by_the_digest(tmp_path: Path) -> None:
    files = sound_tree() | {"addresses.sha256": digest(_book()).encode()}
    files["addresses.txt"] = _book("/guide/mooring/").encode()

    assert [fault.code for fault in problems_of(files, tmp_path)] == ["address-removed"]


def test_a_line_taken_out_is_named_by_the_history(tmp_path: Path) -> None:
    files = sound_tree() | {"addresses.txt": _book().encode()}
    write(files, tmp_path)
    _commit(tmp_path)
    files["addresses.txt"] = _book("/guide/mooring/").encode()
    found = problems_of(files, tmp_path)

    assert [(fault.path, fault.line, fault.written, fault.code) for fault in found] == [
        ("addresses.txt", 2, "/guide/mooring/", "address-removed")
    ]


def test_a_book_that_git_knows_and_that_was_deleted_is_told_where_it_stood(tmp_path: Path) -> None:
    write(sound_tree() | {"addresses.txt": _book().encode()}, tmp_path)
    _commit(tmp_path)
    (tmp_path / "addresses.txt").unlink()

    assert report(problems_of({}, tmp_path)).splitlines() == [
        "addresses.txt:1:1: 'addresses.txt' is the book of all published addresses, and it is not there. "
        "Bring it back from git. [address-removed]",
        "Found 1 problem in 1 file.",
    ]


def test_a_book_that_git_knows_and_that_has_grown_is_silent(tmp_path: Path) -> None:
    write(sound_tree() | {"addresses.txt": _book("/guide/mooring/").encode()}, tmp_path)
    _commit(tmp_path)

    assert report(problems_of({"addresses.txt": _book().encode()}, tmp_path)) == "Found 0 problems in 0 files."


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("/guide/vanished/", "'/guide/vanished/' is a published address that is gone. " + WHERE + " [address-gone]"),
        (
            "/guide/signals/",
            "'/guide/signals/' is a published address that is gone. Bring it back, or say in redirects.yml where it "
            'went: "/guide/signals/: /reference/signals/". [address-gone]',
        ),
        (
            "/guide/mooring/#liens",
            "'/guide/mooring/#liens' is a published anchor that is gone. Bring it back, or say in redirects.yml where "
            'it went: "/guide/mooring/#liens: /guide/mooring/#lines". [anchor-gone]',
        ),
        (
            "/old-mooring/#whirlpools",
            "'/old-mooring/#whirlpools' is a published anchor that is gone. Bring it back, or say in redirects.yml "
            'where it went: "/old-mooring/#whirlpools: /new/". [anchor-gone]',
        ),
        ("guide", "'guide' is no address. Write it as /page/#anchor. [malformed-address]"),
        ("/guide/../x/", "'/guide/../x/' is no address. Write it as /page/#anchor. [malformed-address]"),
        ("/a b/", "'/a b/' is no address. Write it as /page/#anchor. [malformed-address]"),
    ],
)
def test_a_promise_that_is_not_kept_is_told_once_with_what_to_do(tmp_path: Path, line: str, message: str) -> None:
    files = sound_tree() | {"addresses.txt": f"/\n{line}\n".encode()}
    lines = report(problems_of(files, tmp_path)).splitlines()

    assert lines == [f"addresses.txt:2:1: {message}", f"    {line}", "    ^", "Found 1 problem in 1 file."]


def test_a_page_that_is_gone_is_told_once_and_not_for_each_of_its_anchors(tmp_path: Path) -> None:
    files = sound_tree() | {"addresses.txt": b"/lost/\n/lost/#a\n/lost/#b\n"}

    assert [(fault.line, fault.code) for fault in problems_of(files, tmp_path)] == [(1, "address-gone")]


def test_accepting_keeps_every_old_address_and_adds_the_new_ones_in_their_place() -> None:
    assert accepted(["/b/", "/a/"], "/c/\n/a/\n", {"/d/"}) == "/a/\n/b/\n/c/\n/d/\n"


def test_the_addresses_of_a_tree_leave_out_what_the_theme_made() -> None:
    page = Page("docs/a.md", "a.md", "a/", ids=("here", "__theme"))

    assert addresses_of(Tree(Settings(), {"a.md": page}, {}, {})) == ["/a/", "/a/#here"]
