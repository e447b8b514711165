"""A site is packed into the same bytes every time, with its checksums, and comes back whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import package
import restore
from site_builder import contents

SITE = {"index.html": b"<p>home", "404.html": b"<p>nothing", "assets/playbook-1/a.js": b"export {}", "text/ä.txt": b"x"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a site, and make its folder the working folder's neighbour."""
    return _written(tmp_path / "site")


def _written(folder: Path) -> Path:
    for name, content in SITE.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


def _packed(site: Path) -> Path:
    file = site.with_name("site.zip")
    assert package.main(["--site", str(site), "--zip", str(file)]) == 0
    return file


def test_another_folder_and_another_time_give_the_same_package(site: Path, tmp_path: Path) -> None:
    other = _written(tmp_path / "elsewhere" / "site")
    for file in other.rglob("*"):
        os.utime(file, (0, 0))
        file.chmod(0o700)

    assert _packed(site).read_bytes() == _packed(other).read_bytes()
    assert (tmp_path / "site.zip.sha256").read_text() == (tmp_path / "elsewhere" / "site.zip.sha256").read_text()


def test_both_lists_are_what_sha256sum_checks(site: Path) -> None:
    file = _packed(site)
    check = [shutil.which("sha256sum") or "shasum", *([] if shutil.which("sha256sum") else ["-a", "256"]), "--check"]

    for listed, folder, count in ((f"{file}.sha256", file.parent, 1), (f"{file}.files.sha256", site, len(SITE))):
        run = subprocess.run([*check, listed], cwd=folder, capture_output=True, text=True, check=False)
        assert run.returncode == 0
        assert run.stdout.count(": OK") == count


def test_packing_says_what_it_made(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = _packed(site)

    assert capsys.readouterr().out == (
        f"{file} holds 4 files. Its checksum is in {file}.sha256, theirs in {file}.files.sha256.\n"
    )


def test_what_was_not_built_is_not_packed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert package.main(["--site", str(tmp_path / "site"), "--zip", str(tmp_path / "site.zip")]) == 1
    assert capsys.readouterr().err == f"{tmp_path}/site is no built site. Build it first: make build\n"
    assert list(tmp_path.iterdir()) == []


def test_a_package_that_cannot_be_written_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = site.parent / "away" / "site.zip"

    assert package.main(["--site", str(site), "--zip", str(file)]) == 1
    assert capsys.readouterr().err == (
        f"{file} was not written: No such file or directory ({file.with_name('.site.zip.next')}).\n"
    )


def test_a_package_takes_the_place_of_the_site_that_came_after_it(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _packed(site)
    before = contents(site)
    (site / "index.html").write_text("worse")
    (site / "new.html").write_text("new")
    capsys.readouterr()

    assert restore.main([str(file), "--site", str(site)]) == 0
    assert contents(site) == before
    assert capsys.readouterr().out == f"{site} is the site in {file} again.\n"
    assert not list(site.parent.glob(".*"))


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ("gone", "{zip} is no file. Name a package: make restore ZIP=site.zip\n"),
        (
            "without checksum",
            "{zip}.sha256 is not there, so nobody knows whether {zip} is whole. Put the checksum beside the package.\n",
        ),
        ("cut", "{zip} is not what {zip}.sha256 was made for. Fetch both again.\n"),
        ("no package", "{zip} is no package. Make one with: make package\n"),
        ("no site", "{zip} holds no site. Make a package with: make package\n"),
    ],
)
def test_what_is_no_whole_package_leaves_the_site_alone(
    site: Path, capsys: pytest.CaptureFixture[str], spoilt: str, said: str
) -> None:
    file = _packed(site)
    before = contents(site)
    sums = file.with_name("site.zip.sha256")
    if spoilt == "gone":
        file.unlink()
    elif spoilt == "without checksum":
        sums.unlink()
    elif spoilt == "no site":
        with ZipFile(file, "w") as other:
            other.writestr("notes.txt", "nothing")
    else:
        file.write_bytes(file.read_bytes()[:50])
    if spoilt in ("no package", "no site"):
        sums.write_text(f"{package.checksum(file)}  site.zip\n")
    capsys.readouterr()

    assert restore.main([str(file), "--site", str(site)]) == 1
    assert capsys.readouterr().err == said.format(zip=file)
    assert contents(site) == before


def test_the_commands_run_by_themselves(site: Path) -> None:
    tools = Path(package.__file__).parent
    where = {**os.environ, "PYTHONPATH": str(tools.parent / "hooks")}
    for command in (["package.py"], ["restore.py", "site.zip"]):
        run = subprocess.run(
            [sys.executable, str(tools / command[0]), *command[1:]], cwd=site.parent, env=where, check=False
        )
        assert run.returncode == 0
