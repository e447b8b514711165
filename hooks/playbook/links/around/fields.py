"""What the fields at the top of a page name: other pages, by id or by path, and files."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from playbook.links.ground import Ground
from playbook.links.lookup import Lookup
from playbook.links.text.source import Source
from playbook.links.values import PUBLISHED, Page
from playbook.nearness import nearest
from playbook.problems import Problem

MUTUAL = ("related", "alternative", "alternatives", "see_also", "see-also")
FIRST = ("needs", "prerequisites", "prerequisite", "requires", "depends_on")
ONWARD = ("goes_on_to", "next", "prev", "previous", "parent", "replaced_by", "superseded_by")
_NAME = r"[\w./%~-]+(?:#[\w:.-]+)?"
_FILE = (
    r"(?i)(?!https?:)[\w./%-]+\.(?:md|png|jpe?g|gif|svg|webp|pdf|csv|xlsx|docx|pptx|zip|mp3|mp4|webm|ogg|wav)"
    r"(?:#[\w.:-]+)?"
)
# Fields of themes and plugins whose values only look like files of the documentation.
_NO_FILE = {"template", "icon", "source", "source_path", "path", "file_name", "slug", "url", "title", "description"}
_NO_FILE |= {"edit_url", "edit", "edit_path", "edit_uri", "comments", "redirect_from", "aliases"}

Relations = dict[str, list[str]]


def is_relation(key: str) -> bool:
    """Tell whether a field names other pages."""
    return key in (*MUTUAL, *FIRST, *ONWARD)


def named(
    ground: Ground, page: Page, known: Mapping[str, str] | None, source: Source
) -> tuple[Relations, list[Problem]]:
    """Give the pages that each field of a page names, and what is named and not there.

    ``known`` are pages by id; in a tree without relations, only what can be nothing but a path counts.
    """
    relations: Relations = {}
    problems = []
    for key, written in _values(page.meta):
        if not _is_name(key, written, known or {}) or (known is None and not _is_path(written)):
            continue
        name = _resolved(ground.lookup, page, written, known or {})
        if not name and not ground.doubts.target(written):
            problems.append(_missing(ground, page, key, written, known or {}, source))
        elif is_relation(key):
            relations.setdefault(key, []).append(name)
            problems += _missing_anchor(ground.lookup, name, key, written, source)
    return relations, problems


def texts(value: Any) -> list[str]:
    """Give a field's text or texts."""
    if isinstance(value, str):
        return [value.strip()]
    return [item.strip() for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _values(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in fields.items():
        if isinstance(value, dict):
            yield from _values(value)
        yield from ((str(key), text) for text in texts(value))


def _is_name(key: str, written: str, known: Mapping[str, str]) -> bool:
    if not is_relation(key):
        return key not in _NO_FILE and bool(re.fullmatch(_FILE, written))
    if not re.fullmatch(_NAME, written) or "://" in written:
        return False
    return bool(known) or "." in written or "/" in written


def _is_path(written: str) -> bool:
    return "/" in written or written.partition("#")[0].endswith(".md")


def _resolved(lookup: Lookup, page: Page, written: str, known: Mapping[str, str]) -> str:
    """Give the file a value names: by id, from its own folder, from the root of the documentation, or by address."""
    bare = written.partition("#")[0]
    if bare in known:
        return known[bare]
    below = bare.removeprefix(f"{lookup.tree.settings.docs}/").lstrip("/")
    for folder, path in ((posixpath.dirname(page.uri), bare), ("", below)):
        name = posixpath.normpath(posixpath.join(folder, path))
        for candidate in (name, f"{name}.md", f"{name}/index.md"):
            if lookup.file(candidate) == PUBLISHED:
                return candidate
    return lookup.page_at(bare) if bare.startswith("/") else ""


def _missing(ground: Ground, page: Page, key: str, written: str, known: Mapping[str, str], source: Source) -> Problem:
    near = nearest(written, known)
    if not near and "." in written:
        found = ground.suggestions.meant(page, written.partition("#")[0])
        near = posixpath.relpath(found[0], posixpath.dirname(page.uri) or ".") if found else ""
    hint = f'Did you mean "{near}"?' if near else "Correct the name or take it out."
    message = f"stands in {key} and names nothing that exists."
    return field_problem(source, key, written, message, hint, "missing-relation")


def _missing_anchor(lookup: Lookup, name: str, key: str, written: str, source: Source) -> Iterator[Problem]:
    bare, _, anchor = written.partition("#")
    page = lookup.tree.pages.get(name)
    if anchor and page and page.rendered and anchor not in page.places:
        near = nearest(anchor, page.places)
        hint = f'Did you mean "{bare}#{near}"?' if near else "Name a place that is on that page."
        yield field_problem(
            source, key, written, f"stands in {key} and names no place there.", hint, "missing-relation"
        )


def field_problem(source: Source, key: str, written: str, message: str, hint: str, code: str) -> Problem:
    """Give a problem at a value of a field."""
    field = re.search(rf"(?m)^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*:", source.text)
    start = field.end() if field else 0
    found = re.compile(rf"(?<![\w/-]){re.escape(written)}(?![\w/-])").search(source.text, start)
    return source.problem(found.start() if found else max(start - len(key) - 1, 0), written, message, hint, code)
