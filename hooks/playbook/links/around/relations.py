"""Relations between pages by the fields at their top: names of nothing, ids that two have, one-sided ones, circles."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import yaml

from playbook.links.around.outline import entries, place
from playbook.links.ground import Ground
from playbook.links.lookup import Lookup
from playbook.links.text.source import Source, Sources
from playbook.links.values import PUBLISHED, Page, Tree
from playbook.nearness import nearest
from playbook.problems import Problem
from playbook.relation_graph import circles, one_sided

_MUTUAL = ("related", "alternative", "alternatives", "see_also", "see-also")
_FIRST = ("needs", "prerequisites", "prerequisite", "requires", "depends_on")
_ONWARD = ("goes_on_to", "next", "prev", "previous", "parent", "replaced_by", "superseded_by")
_NAME = r"[\w./%~-]+(?:#[\w:.-]+)?"
_FILE = (
    r"(?i)(?!https?:)[\w./%-]+\.(?:md|png|jpe?g|gif|svg|webp|pdf|csv|xlsx|docx|pptx|zip|mp3|mp4|webm|ogg|wav)"
    r"(?:#[\w.:-]+)?"
)
# Fields of themes and plugins whose values only look like files of the documentation.
_NO_FILE = {"template", "icon", "source", "source_path", "path", "file_name", "slug", "url", "title", "description"}
_NO_FILE |= {"edit_url", "edit", "edit_path", "edit_uri", "comments", "redirect_from", "aliases"}


class _Field(NamedTuple):
    """A text in a field at the top of a page, and where it stands."""

    page: Page
    key: str
    written: str
    place: int

    @property
    def relates(self) -> bool:
        """Whether the field names other pages."""
        return self.key in (*_MUTUAL, *_FIRST, *_ONWARD)


# A field, and the file that it names.
_Relation = tuple[_Field, str]
# What is wrong, what to do, and the kind.
_Fault = tuple[str, str, str]


def relation_problems(ground: Ground, sources: Sources, *, wanted: bool) -> Iterator[Problem]:
    """Give fields that name files in vain; where they are ``wanted``, ids, one-sided relations and circles, too."""
    for field, fault in _faults(ground, sources, wanted=wanted):
        yield sources[field.page.path].problem(field.place, field.written, *fault)


def _faults(ground: Ground, sources: Sources, *, wanted: bool) -> Iterator[tuple[_Field, _Fault]]:
    tree = ground.lookup.tree
    pages = (page for page in tree.pages.values() if page.meta and not ground.doubts.page(page))
    fields = [field for page in pages for field in _fields(page, sources[page.path])]
    owners = _owners(fields) if wanted else {}
    known = {name: same[0].page.uri for name, same in owners.items()}
    relations: list[_Relation] = []
    for field in fields:
        if not _is_name(field, known) or not (wanted or _is_path(field.written)):
            continue
        name = _resolved(ground.lookup, field, known)
        if name and field.relates:
            relations.append((field, name))
            yield from _no_place(ground.lookup, field, name)
        elif not name and not ground.doubts.target(field.written) and not (wanted and _may_be_unread(tree, field)):
            yield field, _missing(ground, field, known)
    yield from _twice(owners)
    if wanted:
        yield from _one_sided(relations, {uri: name for name, uri in known.items()})
        yield from _circles(relations)


def _fields(page: Page, source: Source) -> Iterator[_Field]:
    start, root = source.fields
    yield from (_Field(page, key, node.value.strip(), start + place(node)) for key, node in _texts(root))


def _texts(root: yaml.Node | None, *above: yaml.Node | None) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Give every text of some fields, and of fields in fields, with its name; an alias may name what is above it."""
    for key, value in entries(root) if not any(root is other for other in above) else ():
        yield from _texts(value, root, *above)
        for node in value.value if isinstance(value, yaml.SequenceNode) else [value]:
            if isinstance(node, yaml.ScalarNode) and (node.tag.endswith(":str") or key.value == "id"):
                yield str(key.value), node


def _owners(fields: Sequence[_Field]) -> Mapping[str, list[_Field]]:
    """Give the fields that give pages an id, by the id."""
    owners: dict[str, list[_Field]] = defaultdict(list)
    for field in sorted((field for field in fields if field.key == "id"), key=lambda field: field.page.uri):
        owners[field.written].append(field)
    return owners


def _twice(owners: Mapping[str, list[_Field]]) -> Iterator[tuple[_Field, _Fault]]:
    for first, *others in owners.values():
        message, hint = f"is the id of {first.page.path}, too.", "Give each page an id of its own."
        yield from ((field, (message, hint, "duplicate-page-id")) for field in others)


def _is_name(field: _Field, known: Mapping[str, str]) -> bool:
    if not field.relates:
        return field.key not in _NO_FILE and bool(re.fullmatch(_FILE, field.written))
    if not re.fullmatch(_NAME, field.written) or "://" in field.written:
        return False
    return bool(known) or "." in field.written or "/" in field.written


def _is_path(written: str) -> bool:
    return "/" in written or written.partition("#")[0].endswith(".md")


def _resolved(lookup: Lookup, field: _Field, known: Mapping[str, str]) -> str:
    """Give the file a value names: by id, from its own folder, from the root of the documentation, or by address."""
    bare = field.written.partition("#")[0]
    if bare in known:
        return known[bare]
    below = bare.removeprefix(f"{lookup.tree.settings.docs}/").lstrip("/")
    for folder, path in ((field.page.folder, bare), ("", below)):
        name = posixpath.normpath(posixpath.join(folder, path))
        for candidate in (name, f"{name}.md", f"{name}/index.md"):
            if lookup.file(candidate) == PUBLISHED:
                return candidate
    return lookup.page_at(bare) if bare.startswith("/") else ""


def _missing(ground: Ground, field: _Field, known: Mapping[str, str]) -> _Fault:
    near = nearest(field.written, known)
    if not near and "." in field.written:
        found = ground.suggestions.meant(field.page, field.written.partition("#")[0])
        near = posixpath.relpath(found[0], field.page.folder or ".") if found else ""
    hint = f'Did you mean "{near}"?' if near else "Correct the name or take it out."
    return f"stands in {field.key} and names nothing that exists.", hint, "missing-relation"


def _no_place(lookup: Lookup, field: _Field, name: str) -> Iterator[tuple[_Field, _Fault]]:
    bare, _, anchor = field.written.partition("#")
    page = lookup.tree.pages.get(name)
    if anchor and page and page.rendered and anchor not in page.all_ids:
        near = nearest(anchor, page.all_ids)
        hint = f'Did you mean "{bare}#{near}"?' if near else "Name a place that is on that page."
        yield field, (f"stands in {field.key} and names no place there.", hint, "missing-relation")


def _may_be_unread(tree: Tree, field: _Field) -> bool:
    """Tell whether a page whose fields cannot be read may have this id."""
    if "." in field.written or "/" in field.written:
        return False
    name = re.compile(rf"(?<![\w-]){re.escape(field.written.partition('#')[0])}(?![\w-])")
    unread = (page.text for page in tree.pages.values() if page.torn or not page.rendered)
    # Of text in another encoding there may be zeros between the letters.
    return any(name.search(text.replace("\0", "")) for text in unread)


def _one_sided(relations: Sequence[_Relation], ids: Mapping[str, str]) -> Iterator[tuple[_Field, _Fault]]:
    alone = {*one_sided([(field.key, field.page.uri, name) for field, name in relations if field.key in _MUTUAL])}
    for field, name in relations:
        uri = field.page.uri
        if (field.key, uri, name) in alone:
            hint = f"Add {ids.get(uri, uri)} to {field.key} in {name}."
            yield field, (f"does not return the relation {field.key}.", hint, "one-sided-relation")


def _circles(relations: Sequence[_Relation]) -> Iterator[tuple[_Field, _Fault]]:
    """Give each circle of prerequisites once, at the page whose name comes first."""
    needs: dict[str, dict[str, _Field]] = defaultdict(dict)
    for field, name in relations:
        if field.key in _FIRST:
            needs[field.page.uri].setdefault(name, field)
    for circle in circles({uri: [*names] for uri, names in needs.items()}):
        way = [*circle, circle[0]]
        message = f"is needed first in a circle: {' -> '.join(way)}."
        yield needs[way[0]][way[1]], (message, "Take one of them out.", "circular-relation")
