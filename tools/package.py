"""``make package``: the built site as one file to hand over, the same bytes for the same site, with its checksums.

Nothing in it is compressed: libraries compress differently, and a web server compresses anyway.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from mkdocs.exceptions import PluginError

from playbook_mkdocs.publishing.file_by_file import files_below
from playbook_mkdocs.publishing.not_published import begun

_DATE = (1980, 1, 1, 0, 0, 0)  # the first that the format knows: when a file was written is not of the site
_MODE = 0o100644 << 16


def main(arguments: Sequence[str] | None = None) -> int:
    """Pack a built site, write both checksums beside the package and say what was done."""
    parser = argparse.ArgumentParser(description="Pack a built site into one file, with its checksums.")
    parser.add_argument("--site", default="site", type=Path, help="the built site")
    parser.add_argument("--zip", default="site.zip", type=Path, help="the package to write")
    given = parser.parse_args(arguments)
    try:
        count = _packed(given.site, given.zip)
    except PluginError as refused:
        print(refused, file=sys.stderr)
        return 1
    print(
        f"{given.zip} holds {count} files. Its checksum is in {given.zip}.sha256, theirs in {given.zip}.files.sha256."
    )
    return 0


def _packed(site: Path, package: Path) -> int:
    """Pack a site while nobody else may write it."""
    staging = begun(site)
    try:
        if not (site / "index.html").is_file():
            raise PluginError(f"{site} is no built site. Build it first: make build")
        return pack(staging.site, package)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise PluginError(f"{package} was not written: {error.strerror}{where}.") from None
    finally:
        staging.end()


def pack(site: Path, package: Path) -> int:
    """Write the package and both lists of checksums, and give the number of its files."""
    names = sorted(files_below(site))
    sums = {}
    staged = package.with_name(f".{package.name}.next")
    with ZipFile(staged, "w", ZIP_STORED) as written:
        for name in names:
            content = (site / name).read_bytes()
            sums[name] = hashlib.sha256(content).hexdigest()
            entry = ZipInfo(name, _DATE)
            entry.external_attr, entry.create_system = _MODE, 3
            written.writestr(entry, content)
    staged.replace(package)
    _write_sums(package.with_name(f"{package.name}.files.sha256"), sums)
    _write_sums(package.with_name(f"{package.name}.sha256"), {package.name: checksum(package)})
    return len(names)


def checksum(file: Path) -> str:
    """Give the SHA-256 of a file, in hexadecimal digits."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _write_sums(file: Path, sums: dict[str, str]) -> None:
    """Write checksums as ``sha256sum --check`` reads them."""
    file.write_text("".join(f"{value}  {name}\n" for name, value in sums.items()), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
