"""Our content on disk: every file that an edition is read from, and what the navigation names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from playbook.contract.missing_file import missing_desk
from playbook.contract.settings import settings_problems
from playbook.contract.stray_file import CIRCLE, LEADS_OUT, SPECIAL, Found
from playbook.guides.edition import BESIDE_PAGES, CUES
from playbook.guides.past import Past
from playbook.guides.source_text import source_text
from playbook.links.promise.address_book import ADDRESSES, REDIRECTS, read_book
from playbook.links.promise.redirects import RedirectFile, read_redirects
from playbook.links.text.source import Source
from playbook.problems import Problem
from playbook.site.search_status import Asked, read_asked
from playbook.site.status import ANSWERS, QUERIES
from playbook.site.unsafe_redirect import unsafe_redirect_problems
from playbook_mkdocs.folder import is_published, text_if_there
from playbook_mkdocs.history import changed_in


class Content:
    """The files of one build, by their paths as writers know them: from the folder of mkdocs.yml."""

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        self.file = Path(config.config_file_path)
        self.root = self.file.parent
        self.docs = Path(config.docs_dir)
        pages = [Path(str(file.abs_src_path)) for file in files.documentation_pages() if file.abs_src_path]
        self.places = [*pages, *sorted((self.root / CUES).glob("*.txt")), *(self.root / name for name in BESIDE_PAGES)]
        self.desk = self._path(self.docs / "index.md")
        folder = self._path(self.docs)
        self.navigation = [f"{folder}/{page.lstrip('/')}" for page in _named(config.nav)]

    def sources(self) -> tuple[dict[str, bytes], list[Problem]]:
        """Give the bytes of every file that is there, and what cannot be read or may not be missing."""
        found: dict[str, bytes] = {}
        problems = [*missing_desk(self.desk, [self._path(place) for place in self.places])]
        for place in self.places:
            try:
                found |= {self._path(place): place.read_bytes()} if place.is_file() else {}
            except OSError as error:
                problems.append(_unreadable(self._path(place), error))
        return found, problems

    def redirects(self) -> tuple[RedirectFile, list[Problem]]:
        """Give our redirects as read, and what is wrong with the text of their file or must not stand in it."""
        file = self.root / REDIRECTS
        content = file.read_bytes() if file.is_file() else b""
        text, problems = source_text(REDIRECTS, content) if content.strip() else ("", [])
        redirects = read_redirects(Source(REDIRECTS, text))
        return redirects, [*problems, *unsafe_redirect_problems(redirects)]

    def past(self) -> Past:
        """Give what is known beside the files: published addresses, changed files, the day."""
        addresses = read_book(text_if_there(self.root / ADDRESSES) or "")
        return Past(frozenset(addresses), changed_in(self.root), today=date.today().isoformat())  # noqa: DTZ011 - the writer's own day

    def published(self, files: Files) -> Iterator[Found]:
        """Give every file of ours that would be published."""
        top = self.docs.resolve()
        for file in files:
            place = Path(str(file.abs_src_path))
            if is_published(file) and place.is_relative_to(self.docs) and place.exists():
                inside = place.resolve().is_relative_to(top)
                yield Found(self._path(place), LEADS_OUT if not inside else "" if place.is_file() else SPECIAL)

    def path(self, file: File) -> str:
        """Give the path of a page; nothing where the host made it."""
        return self._path(Path(file.abs_src_path)) if file.abs_src_path else ""

    def _path(self, place: Path) -> str:
        return place.relative_to(self.root).as_posix()


def settings_told(file: Path) -> list[Problem]:
    """Give what is wrong with a configuration file of ours; nothing of one that is not there."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as error:
        return [_unreadable(file.name, error)]
    return [*settings_problems(file.name, content, lambda name: (file.parent / name).is_file())]


def asked_in(root: Path) -> list[Asked]:
    """Give the labelled queries of a project with what was found for them, where it has any."""
    queries, answers = (text_if_there(root / name) or "" for name in (QUERIES, ANSWERS))
    return read_asked(queries, answers)


def _unreadable(path: str, error: OSError) -> Problem:
    message, hint = f"cannot be read: {error.strerror}.", "Give everybody the right to read it."
    return Problem(path, 1, path.rpartition("/")[2], message, hint, "unreadable-file")


def linked_folders(config: MkDocsConfig) -> Iterator[Found]:
    """Give the links to folders that lead out of the folder of the pages, where the host would follow them for ever."""
    docs = Path(config.docs_dir)
    for folder, names, _ in os.walk(docs):
        for place in (Path(folder, name) for name in sorted(names)):
            if place.is_symlink():
                path = place.relative_to(Path(config.config_file_path).parent).as_posix()
                target = place.resolve()
                inside = target.is_relative_to(docs.resolve())
                circle = place.parent.resolve().is_relative_to(target)
                yield Found(path, LEADS_OUT if not inside else CIRCLE if circle else "")


def _named(entries: Any) -> Iterator[str]:
    """Give the pages named in nav, however deep."""
    if isinstance(entries, str):
        yield entries
        return
    for entry in (entries.values() if isinstance(entries, dict) else entries) or ():
        yield from _named(entry)
