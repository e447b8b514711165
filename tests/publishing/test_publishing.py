"""The live site is whole, old or new, whoever else publishes, whenever a process dies, wherever it lies."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mounts import Room, room
from publisher import PAGES
from site_builder import REPOSITORY
from whole_site import editions, names

PUBLISHER = [sys.executable, str(REPOSITORY / "tests" / "publishing" / "publisher.py")]
PATH = f"{REPOSITORY / 'hooks'}:{REPOSITORY / 'tests' / 'publishing'}"


def published(*arguments: object, inside: Room | None = None) -> tuple[int, str]:
    """Run the publisher and give its exit status and what it said last."""
    command = ["env", f"PYTHONPATH={PATH}", *PUBLISHER, *map(str, arguments)]
    run = inside.run(*command) if inside else subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    return run.returncode, (run.stdout.splitlines() or [""])[-1]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a site of edition 1, alone in its folder."""
    site = tmp_path / "project" / "site"
    site.parent.mkdir()
    assert published(site, 1, 1) == (0, "1")
    return site


@pytest.fixture
def mounts() -> Iterator[Room]:
    """Give a room in which a test may mount."""
    with room() as found:
        yield found


def test_the_first_edition_is_published_and_nothing_else_is_left(site: Path) -> None:
    assert editions(site) == {"edition 1"}
    assert sorted(path.name for path in site.parent.iterdir()) == ["beside.txt", "site"]


def test_the_next_edition_takes_the_place_of_the_old_one_whole(site: Path) -> None:
    site.chmod(0o750)

    assert published(site, 2, 2) == (0, "2")
    assert editions(site) == {"edition 2"}
    assert names(site) == {*PAGES, "assets/2/style.css", "note"}
    assert (site.parent / "beside.txt").read_text(encoding="utf-8") == "edition 2"
    assert sorted(path.name for path in site.parent.iterdir()) == ["beside.txt", "site"]
    assert site.stat().st_mode & 0o777 == 0o750


def test_of_two_publishers_at_once_one_says_that_it_lost_or_both_come_through_in_turn(site: Path) -> None:
    command = ["env", f"PYTHONPATH={PATH}", *PUBLISHER, str(site)]
    lost = 0
    for first in range(2, 62, 3):  # twenty pairs
        ranges = (str(first), str(first + 2)), (str(first + 100), str(first + 102))
        pair = [subprocess.Popen([*command, *these], stdout=subprocess.PIPE, text=True) for these in ranges]
        said = [(process.communicate()[0], process.returncode) for process in pair]
        refusals = [text.splitlines()[-1] for text, status in said if status]
        lost += len(refusals)

        assert len(refusals) < 2
        assert all(refusal.startswith(f"{site} is being built by another process") for refusal in refusals)
        assert all(refusal.endswith("Wait until it has ended, then build again.") for refusal in refusals)
        assert len(editions(site)) == 1
    assert lost
    assert sorted(path.name for path in site.parent.iterdir()) == ["beside.txt", "site"]


def test_a_publisher_killed_at_any_step_leaves_a_whole_site_and_the_next_one_heals_the_rest(site: Path) -> None:
    step, said, seen = 0, "1", set()
    while said == "1":  # published again, before the death
        _, said = published(site, 1, 2, step)
        found = editions(site)
        assert len(found) == 1
        seen |= found
        step += 1

    assert said == "2"
    assert step > 5
    assert seen == {"edition 1", "edition 2"}
    assert sorted(path.name for path in site.parent.iterdir()) == ["beside.txt", "site"]


def test_a_link_is_followed_and_its_target_swapped(site: Path, tmp_path: Path) -> None:
    web = tmp_path / "web" / "kb"
    web.parent.mkdir()
    site.rename(web)
    site.symlink_to(web)

    assert published(site, 2, 2) == (0, "2")
    assert site.is_symlink()
    assert site.readlink() == web
    assert editions(web) == {"edition 2"}
    assert [path.name for path in web.parent.iterdir()] == ["kb"]


def test_a_link_to_a_folder_that_is_still_to_be_made_is_followed(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(tmp_path / "kb")

    assert published(tmp_path / "site", 1, 1) == (0, "1")
    assert editions(tmp_path / "kb") == {"edition 1"}


def test_a_link_into_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(tmp_path / "away" / "kb")

    assert published(tmp_path / "site", 1, 1) == (
        1,
        f"{tmp_path}/site was not published: No such file or directory ({tmp_path}/away/.kb.build). The live site is "
        "as it was. Make the folder that is missing, or correct the link, then build again.",
    )


def test_a_file_in_the_place_of_the_site_is_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", encoding="utf-8")

    assert published(tmp_path / "site", 1, 1) == (
        1,
        f"{tmp_path}/site was not published: Not a directory ({tmp_path}/site). The live site is as it was. "
        "Move away the file that stands where a folder is needed, then build again.",
    )
    assert (tmp_path / "site").read_text(encoding="utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


MOUNTS = {
    "another device": ("-t", "tmpfs", "-o", "size=1m", "none", "{site}"),
    "a folder of the same device": ("--bind", "{other}", "{site}"),
}


@pytest.mark.parametrize("kind", MOUNTS)
def test_on_a_mount_every_page_has_its_files_at_any_step_and_the_next_publisher_heals(
    site: Path, mounts: Room, kind: str
) -> None:
    other = site.with_name("other")
    other.mkdir()
    mounts.mount(*(part.format(site=site, other=other) for part in MOUNTS[kind]))
    live = mounts.seen(site)
    (live / ".snapshot").mkdir()  # what the file system has of its own stays
    assert published(site, 1, 1, inside=mounts) == (0, "1")
    step, said, seen = 0, "1", set()
    while said == "1":
        _, said = published(site, 1, 2, step, inside=mounts)
        seen |= {frozenset(editions(live))}
        step += 1

    assert said == "2"
    assert step > 20
    assert seen == {frozenset({"edition 1"}), frozenset({"edition 1", "edition 2"}), frozenset({"edition 2"})}
    assert names(live) == {*PAGES, "assets/2/style.css", "note"}
    assert (live / ".snapshot").is_dir()


def test_what_stays_the_same_on_a_mount_keeps_its_time(site: Path, mounts: Room) -> None:
    mounts.mount("-t", "tmpfs", "none", str(site))
    published(site, 2, 2, inside=mounts)
    before = (mounts.seen(site) / "index.html").stat().st_mtime_ns

    assert published(site, 2, 2, inside=mounts) == (0, "2")
    assert (mounts.seen(site) / "index.html").stat().st_mtime_ns == before


def test_a_layer_of_a_container_is_published_into(site: Path, mounts: Room, tmp_path: Path) -> None:
    layers = tmp_path / "layers"
    layers.mkdir()
    mounts.mount("-t", "tmpfs", "none", str(layers))
    mounts.run("mkdir", f"{layers}/upper", f"{layers}/work")
    options = f"userxattr,lowerdir={site.parent},upperdir={layers}/upper,workdir={layers}/work"
    mounts.mount("-t", "overlay", "-o", options, "none", str(site.parent))

    assert published(site, 2, 2, inside=mounts) == (0, "2")
    assert editions(mounts.seen(site)) == {"edition 2"}


def test_a_full_disk_leaves_the_old_site_and_is_told(site: Path, mounts: Room) -> None:
    mounts.mount("-t", "tmpfs", "-o", "size=64k", "none", str(site))
    assert published(site, 1, 1, inside=mounts) == (0, "1")
    mounts.run("sh", "-c", f"head -c 24k /dev/zero > {site}/.ballast")
    status, said = published(site, 2, 2, inside=mounts)

    assert status == 1
    assert said.startswith(f"{site} was not published: ")
    assert "No space left on device" in said
    assert said.endswith(". The live site is as it was. Make room there, then build again.")
    assert editions(mounts.seen(site)) == {"edition 1"}
    assert {path.name for path in mounts.seen(site).iterdir() if path.name.startswith(".")} == {".ballast"}


def test_a_site_that_cannot_be_written_stays_and_is_told(site: Path, mounts: Room) -> None:
    mounts.mount("--bind", str(site), str(site))
    mounts.mount("-o", "remount,bind,ro", str(site))

    assert published(site, 2, 2, inside=mounts) == (
        1,
        f"{site} was not published: Read-only file system ({site}/.site.build). The live site is as it was. "
        "Make it writable, then build again.",
    )
    assert editions(mounts.seen(site)) == {"edition 1"}


def test_where_only_the_target_of_a_link_may_be_written_it_is_staged_in_there(site: Path, mounts: Room) -> None:
    web = site.parent.parent / "web"
    (web / "kb").mkdir(parents=True)
    mounts.mount("--bind", str(web), str(web))
    mounts.mount("--bind", f"{web}/kb", f"{web}/kb")
    mounts.mount("-o", "remount,bind,ro", str(web))
    link = site.with_name("link")
    link.symlink_to(web / "kb")

    assert published(link, 2, 2, inside=mounts) == (0, "2")
    assert editions(mounts.seen(web / "kb")) == {"edition 2"}
    assert names(mounts.seen(web / "kb")) == {*PAGES, "assets/2/style.css", "note"}
