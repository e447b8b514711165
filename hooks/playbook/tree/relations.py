"""Ids and relations in the fields at the top of pages."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from playbook.tree.fault import Fault
from playbook.tree.ground import Ground
from playbook.tree.lookup import Lookup
from playbook.tree.source import Source, Sources
from playbook.tree.suggestion import nearest
from playbook.tree.values import Page

MUTUAL = ("related", "alternative", "alternatives", "see_also", "see-also")
FIRST = ("needs", "prerequisites", "prerequisite", "requires", "depends_on")
ONWARD = ("goes_on_to", "next", "prev", "previous", "parent", "replaced_by", "superseded_by")
_NAME = re.compile(r"[\w./%~-]+(?:#[\w:.-]+)?")
_FILE = re.compile(
    r"(?!https?:)[\w./%-]+\.(?:md|png|jpe?g|gif|svg|webp|pdf|csv|xlsx|docx|pptx|zip)(?:#[\w.:-]+)?", re.IGNORECASE
)
_NO_FILE = (
    "template",
    "icon",
    "source",
    "source_path",
    "path",
    "file_name",
    "slug",
    "url",
    "title",
    "description",
    "edit_url",
    "comments",
)


def relation_faults(ground: Ground, sources: Sources) -> Iterator[Fault]:
    """Give ids that two pages have, relations that name nothing or are one-sided, and circles of prerequisites."""
    pages = {page.uri: page for page in ground.lookup.tree.pages.values() if page.meta}
    ids: dict[str, list[Page]] = defaultdict(list)
    for page in sorted(pages.values(), key=lambda page: page.uri):
        if isinstance(page.meta.get("id"), str | int):
            ids[str(page.meta["id"])].append(page)
    for name, owners in ids.items():
        for page in owners[1:]:
            message = f"is the id of {owners[0].path}, too."
            yield _fault(
                sources[page.path], "id", name, message, "Give each page an id of its own.", "duplicate-page-id"
            )
    known = {name: owners[0].uri for name, owners in ids.items()}
    # A page whose fields cannot be read may have any id.
    blind = any(not page.rendered or page.torn for page in ground.lookup.tree.pages.values())
    graph: dict[str, dict[str, list[str]]] = {}
    for page in pages.values():
        graph[page.uri], found = _named(ground, page, known, sources)
        yield from (fault for fault in found if not blind or "." in fault.written)
    yield from _one_sided(graph, pages, ids, sources)
    yield from _circles(graph, pages, sources)


def _named(
    ground: Ground, page: Page, known: Mapping[str, str], sources: Sources
) -> tuple[dict[str, list[str]], list[Fault]]:
    graph: dict[str, list[str]] = {}
    faults = []
    for key, value in page.meta.items():
        relation = key in (*MUTUAL, *FIRST, *ONWARD)
        for written in _texts(value):
            if not relation and (key in _NO_FILE or not _FILE.fullmatch(written)):
                continue
            if relation and (
                not _NAME.fullmatch(written) or "://" in written or not (known or "." in written or "/" in written)
            ):
                continue
            name = _resolved(ground.lookup, page, written, known)
            if name and relation:
                graph.setdefault(key, []).append(name)
            elif not name:
                faults.append(_missing(ground, page, key, written, known, sources))
    return graph, faults


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value.strip()]
    return [item.strip() for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _resolved(lookup: Lookup, page: Page, written: str, known: Mapping[str, str]) -> str:
    """Give the file a value names: by id, from its own folder, from the root of the documentation, or by address."""
    bare = written.partition("#")[0]
    if bare in known:
        return known[bare]
    for folder in (posixpath.dirname(page.uri), ""):
        name = posixpath.normpath(posixpath.join(folder, bare.lstrip("/") if not folder else bare))
        for candidate in (name, f"{name}.md", f"{name}/index.md"):
            if lookup.file(candidate) == "published":
                return candidate
    return lookup.page_at(bare) if bare.startswith("/") else ""


def _missing(ground: Ground, page: Page, key: str, written: str, known: Mapping[str, str], sources: Sources) -> Fault:
    near = nearest(written, known)
    if not near and "." in written:
        found = ground.suggestions.meant(page, written.partition("#")[0])
        near = posixpath.relpath(found[0], posixpath.dirname(page.uri) or ".") if found else ""
    hint = f'Did you mean "{near}"?' if near else "Correct the name or take it out."
    return _fault(
        sources[page.path], key, written, f"stands in {key} and names nothing that exists.", hint, "missing-relation"
    )


def _one_sided(
    graph: Mapping[str, Mapping[str, list[str]]],
    pages: Mapping[str, Page],
    ids: Mapping[str, list[Page]],
    sources: Sources,
) -> Iterator[Fault]:
    names = {owners[0].uri: name for name, owners in ids.items()}
    for uri, relations in graph.items():
        for key in MUTUAL:
            for other in relations.get(key, ()):
                if other != uri and uri not in graph.get(other, {}).get(key, ()):
                    message = f"does not return the relation {key}."
                    hint = f"Add {names.get(uri, uri)} to {key} in {other}."
                    written = next(
                        (
                            text
                            for text in _texts(pages[uri].meta[key])
                            if text.partition("#")[0].endswith((other, names.get(other, other)))
                            or posixpath.basename(text.partition("#")[0]) == posixpath.basename(other)
                        ),
                        other,
                    )
                    yield _fault(sources[pages[uri].path], key, written, message, hint, "one-sided-relation")


def _circles(
    graph: Mapping[str, Mapping[str, list[str]]], pages: Mapping[str, Page], sources: Sources
) -> Iterator[Fault]:
    """Give each circle of prerequisites once, at the page whose name comes first."""
    needs = {uri: [name for key in FIRST for name in relations.get(key, ())] for uri, relations in graph.items()}
    for start in sorted(needs):
        circle = _way_back(start, needs)
        if circle and start == min(circle):
            key = next(key for key in FIRST if graph[start].get(key))
            message = "is needed first in a circle: " + " -> ".join([*circle, start]) + "."
            written = next(iter(_texts(pages[start].meta[key])), start)
            yield _fault(
                sources[pages[start].path], key, written, message, "Take one of them out.", "circular-relation"
            )


def _way_back(start: str, needs: Mapping[str, list[str]]) -> list[str]:
    ways, seen = [[start]], set()
    while ways:
        way = ways.pop(0)
        for name in needs.get(way[-1], ()):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []


def _fault(source: Source, key: str, written: str, message: str, hint: str, code: str) -> Fault:
    field = re.search(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*:", source.text, re.MULTILINE)
    start = field.end() if field else 0
    found = re.compile(rf"(?<![\w/-]){re.escape(written)}(?![\w/-])").search(source.text, start)
    return source.fault(found.start() if found else max(start - len(key) - 1, 0), written, message, hint, code)
