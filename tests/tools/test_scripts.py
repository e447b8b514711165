"""What make check looks at in scripts: names of figures are types, and the tools are locked by their contents."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from playbook.desk.ranking import FIELDS, RANKING
from site_builder import REPOSITORY

LOCK = REPOSITORY / "tools/front_end/package-lock.json"
INDEX_FILE = REPOSITORY / "overrides/assets/playbook/search/index_file.js"
TSC = Path(sys.prefix, "front_end/node_modules/typescript/bin/tsc")
READER = """\
// @ts-check
/** @param {{import('{file}').Figures}} figures */
export function read(figures) {{
  return figures.{name}
}}
"""


def locked() -> dict[str, dict[str, Any]]:
    packages: dict[str, dict[str, Any]] = json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
    return {name: package for name, package in packages.items() if name}


def test_scripts_may_use_exactly_the_figures_that_the_index_carries() -> None:
    typedef = re.search(r"Readonly<Record<([^>]*)>>\} Figures", INDEX_FILE.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert typedef
    assert set(re.findall(r"'(\w+)'", typedef[1])) == {*RANKING, *(f"{field}Field" for field in FIELDS)}


@pytest.mark.parametrize(("name", "status"), [("saturation", 0), ("saturatoin", 1)])
def test_the_name_of_a_figure_cannot_be_misspelt(tmp_path: Path, name: str, status: int) -> None:
    reader = tmp_path / "reader.js"
    reader.write_text(READER.format(file=INDEX_FILE, name=name), encoding="utf-8")
    project = {
        "extends": str(REPOSITORY / "tools/front_end/tsconfig.json"),
        "include": [str(reader)],
    }
    (tmp_path / "tsconfig.json").write_text(json.dumps(project), encoding="utf-8")

    done = subprocess.run(
        [Path(sys.prefix, "bin/node"), TSC, "--project", tmp_path], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "'saturatoin' does not exist" in done.stdout) == (status, status == 1)


def test_every_package_of_the_lock_has_a_hash_and_names_no_registry() -> None:
    assert [name for name, package in locked().items() if not package["integrity"].startswith("sha512-")] == []
    assert [name for name, package in locked().items() if "resolved" in package] == []


def test_checkers_are_locked_for_debian_and_macos() -> None:
    names = " ".join(locked())

    assert all(
        f"@biomejs/cli-{system}" in names for system in ("linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64")
    )
    assert all(
        f"@typescript/typescript-{system}" in names
        for system in ("linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64")
    )
