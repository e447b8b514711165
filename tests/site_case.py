"""Cases: small changes to the sound site in tests/sites/baseline/, each with the whole report they lead to.

A file in tests/sites/cases/ is named after the problem code it is about and maps the name of each case to

    files:   whole files, by path
    copy:    files that are there under a second path too
    move:    files that get another path
    change:  replacements in a file, by path; what is replaced must stand there once
    bytes:   the same, but each character of the new text stands for one byte, so that "\\xff" can be written
    settings: what mkdocs.yml holds besides what ours does, or otherwise; only a build reads it
    report:  the whole report; a case without one is silent, and its name ends in "-nope"
    build:   only, where nothing but a build can tell; no, where a build tells more; of silent cases yes, to build them
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from site_builder import REPOSITORY, configuration

BASELINE = REPOSITORY / "tests" / "sites" / "baseline"
CASES = REPOSITORY / "tests" / "sites" / "cases"
DESK = "docs/index.md"


@dataclass(frozen=True)
class Case:
    """A site, by path, and what the build says about it."""

    file: str
    name: str
    site: Mapping[str, bytes]
    report: str
    build: bool
    read: bool  # whether reading alone tells it

    def __str__(self) -> str:
        """Give the name under which pytest shows it."""
        return f"{self.file}: {self.name}"


def sound_site() -> dict[str, bytes]:
    """Give the files of the baseline, by path."""
    files = sorted(path for path in BASELINE.rglob("*") if path.is_file())
    return {path.relative_to(BASELINE).as_posix(): path.read_bytes() for path in files}


def cases() -> list[Case]:
    """Give the cases of all files, sorted by file."""
    return [case for path in sorted(CASES.glob("*.yml")) for case in cases_in(path)]


def cases_in(path: Path) -> Iterator[Case]:
    """Give the cases of one file, in the order written."""
    for name, written in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        assert set(written) <= {"files", "copy", "move", "change", "bytes", "settings", "report", "build"}, (
            f"{path}: {name}"
        )
        assert ("report" in written) != name.endswith("-nope"), f"{path}: {name}"
        report = written.get("report", "").rstrip("\n")
        build = written.get("build", "report" in written)
        yield Case(path.stem, name, _site(written), report, bool(build), build != "only")


def _site(written: Mapping[str, Any]) -> dict[str, bytes]:
    site = sound_site()
    site |= {path: text.encode() for path, text in written.get("files", {}).items()}
    if "settings" in written:
        settings = {**yaml.safe_load(configuration()), **written["settings"]}
        site["mkdocs.yml"] = yaml.safe_dump(settings).encode()
    site |= {new: site[old] for old, new in written.get("copy", {}).items()}
    for old, new in written.get("move", {}).items():
        site[new] = site.pop(old)
    for kind, encoding in (("change", "utf-8"), ("bytes", "latin-1")):
        for path, changes in written.get(kind, {}).items():
            site[path] = _changed(path, site[path], changes, encoding)
    return site


def _changed(path: str, content: bytes, changes: Mapping[str, str], encoding: str) -> bytes:
    for old, new in changes.items():
        assert content.count(old.encode()) == 1, f"{path}: not there once: {old}"
        content = content.replace(old.encode(), new.encode(encoding))
    return content
