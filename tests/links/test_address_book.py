"""The address book only grows, and what was moved is honoured."""

from __future__ import annotations

import subprocess
from pathlib import Path

from sound_tree import sound_tree
from written_tree import problems_of, write

from playbook.problems import report
from playbook.tree.address_book import accepted, addresses_of, digest
from playbook.tree.values import Page, Settings, Tree

BOOK = (
    "/",
    "/guide/mooring/",
    "/guide/mooring/#lines",
    "/guide/tides/#high-water",
    "/old-mooring/",
    "/old-mooring/#lines",
)


def _book(*left_out: str) -> str:
    return "".join(f"{address}\n" for address in BOOK if address not in left_out)


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
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@example.com"]
    for command in (["init", "--quiet"], ["add", "addresses.txt"], ["commit", "--quiet", "--message", "Book"]):
        subprocess.run([*git, *command], check=True)
    files["addresses.txt"] = _book("/guide/mooring/").encode()
    found = problems_of(files, tmp_path)

    assert [(fault.path, fault.line, fault.written, fault.code) for fault in found] == [
        ("addresses.txt", 2, "/guide/mooring/", "address-removed")
    ]


def test_a_page_that_is_gone_is_told_once_and_not_for_each_of_its_anchors(tmp_path: Path) -> None:
    files = sound_tree() | {"addresses.txt": b"/lost/\n/lost/#a\n/lost/#b\n"}

    assert [(fault.line, fault.code) for fault in problems_of(files, tmp_path)] == [(1, "address-gone")]


def test_accepting_keeps_every_old_address_and_adds_the_new_ones_in_their_place() -> None:
    assert accepted(["/b/", "/a/"], "/c/\n/a/\n", {"/d/"}) == "/a/\n/b/\n/c/\n/d/\n"


def test_the_addresses_of_a_tree_leave_out_what_the_theme_made() -> None:
    page = Page("docs/a.md", "a.md", "a/", ids=("here", "__theme"))

    assert addresses_of(Tree(Settings(), {"a.md": page}, {}, {})) == ["/a/", "/a/#here"]
