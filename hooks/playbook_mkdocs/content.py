"""Our content on disk: every file that an edition is read from, and what the navigation names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from playbook.guides.edition import CONFUSABLES, CUES, HOUSE_NUMBERS, OFF_TOPIC, REFERENCES, SYNONYMS


class Content:
    """The files of one build, by their paths as writers know them: from the folder of mkdocs.yml."""

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        self.root = Path(config.config_file_path).parent
        self.docs = Path(config.docs_dir)
        pages = [Path(str(file.abs_src_path)) for file in files.documentation_pages() if file.abs_src_path]
        beside = (HOUSE_NUMBERS, REFERENCES, CONFUSABLES, SYNONYMS, OFF_TOPIC)
        self.places = [*pages, *sorted((self.root / CUES).glob("*.txt")), *(self.root / name for name in beside)]
        self.home = self._path(self.docs / "index.md")
        folder = self._path(self.docs)
        self.navigation = [f"{folder}/{page.lstrip('/')}" for page in _named(config.nav)]

    def sources(self) -> dict[str, bytes]:
        """Give the bytes of every file that is there."""
        return {self._path(place): place.read_bytes() for place in self.places if place.is_file()}

    def path(self, file: File) -> str:
        """Give the path of a page; nothing where the host made it."""
        return self._path(Path(file.abs_src_path)) if file.abs_src_path else ""

    def _path(self, place: Path) -> str:
        return place.relative_to(self.root).as_posix()


def _named(entries: Any) -> Iterator[str]:
    """Give the pages named in nav, however deep."""
    if isinstance(entries, str):
        yield entries
        return
    for entry in (entries.values() if isinstance(entries, dict) else entries) or ():
        yield from _named(entry)
