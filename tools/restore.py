"""``make restore ZIP=file``: put a site that was packed earlier into the place of the live one, whole or not at all."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from mkdocs.exceptions import PluginError

from package import checksum
from playbook_mkdocs.publishing.not_published import begun, not_published


def main(arguments: Sequence[str] | None = None) -> int:
    """Publish a package and say so, or say why not."""
    parser = argparse.ArgumentParser(description="Publish a site that was packed earlier.")
    parser.add_argument("zip", type=Path, help="the package; its checksum is beside it")
    parser.add_argument("--site", default="site", type=Path, help="the live site")
    given = parser.parse_args(arguments)
    try:
        trouble = _trouble(given.zip) or _published(given.zip, given.site)
    except PluginError as refused:
        trouble = str(refused)
    print(trouble or f"{given.site} is the site in {given.zip} again.", file=sys.stderr if trouble else sys.stdout)
    return 1 if trouble else 0


def _trouble(package: Path) -> str:
    """Give what is wrong with a package, or nothing."""
    if not package.is_file():
        return f"{package} is no file. Name a package: make restore ZIP=site.zip"
    told = package.with_name(f"{package.name}.sha256")
    if not told.is_file():
        return f"{told} is not there, so nobody knows whether {package} is whole. Put the checksum beside the package."
    if told.read_text(encoding="utf-8").split()[:1] != [checksum(package)]:
        return f"{package} is not what {told} was made for. Fetch both again."
    return ""


def _published(package: Path, site: Path) -> str:
    staging = begun(site)
    try:
        with ZipFile(package) as packed:
            if "index.html" not in packed.namelist():
                return f"{package} holds no site. Make a package with: make package"
            packed.extractall(staging.next)
        staging.publish({})
    except BadZipFile:
        return f"{package} is no package. Make one with: make package"
    except OSError as error:
        return not_published(error, site, placing=staging.placing)
    finally:
        staging.end()
    return ""


if __name__ == "__main__":
    sys.exit(main())
