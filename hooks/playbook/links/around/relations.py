"""Relations between pages by the fields at their top: ids that two have, one-sided relations, circles."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from playbook.links.around.fields import FIRST, MUTUAL, Relations, field_problem, named, texts
from playbook.links.ground import Ground
from playbook.links.text.source import Sources
from playbook.links.values import Page, Tree
from playbook.problems import Problem
from playbook.relation_graph import circles

Graph = Mapping[str, Relations]


def relation_problems(ground: Ground, sources: Sources, *, wanted: bool) -> Iterator[Problem]:
    """Give fields that name files in vain; where they are ``wanted``, ids, one-sided relations and circles, too."""
    tree = ground.lookup.tree
    pages = {page.uri: page for page in tree.pages.values() if page.meta and not ground.doubts.page(page)}
    if not wanted:
        yield from (problem for page in pages.values() for problem in named(ground, page, None, sources[page.path])[1])
        return
    ids = _ids(pages)
    yield from _twice(ids, sources)
    known = {name: owners[0].uri for name, owners in ids.items()}
    graph: dict[str, Relations] = {}
    for page in pages.values():
        graph[page.uri], problems = named(ground, page, known, sources[page.path])
        yield from (problem for problem in problems if not _may_be_unread(tree, problem.written))
    yield from _one_sided(graph, pages, ids, sources)
    yield from _circles(graph, pages, sources)


def _ids(pages: Mapping[str, Page]) -> Mapping[str, list[Page]]:
    ids: dict[str, list[Page]] = defaultdict(list)
    for page in sorted(pages.values(), key=lambda page: page.uri):
        if isinstance(page.meta.get("id"), str | int):
            ids[str(page.meta["id"])].append(page)
    return ids


def _twice(ids: Mapping[str, list[Page]], sources: Sources) -> Iterator[Problem]:
    for name, owners in ids.items():
        for page in owners[1:]:
            message = f"is the id of {owners[0].path}, too."
            hint = "Give each page an id of its own."
            yield field_problem(sources[page.path], "id", name, message, hint, "duplicate-page-id")


def _may_be_unread(tree: Tree, written: str) -> bool:
    """Tell whether a page whose fields cannot be read may have this id."""
    if "." in written or "/" in written:
        return False
    name = re.compile(rf"(?<![\w-]){re.escape(written.partition('#')[0])}(?![\w-])")
    # Of text in another encoding there may be zeros between the letters.
    return any(
        name.search(page.text.replace("\0", "")) for page in tree.pages.values() if page.torn or not page.rendered
    )


def _one_sided(
    graph: Graph, pages: Mapping[str, Page], ids: Mapping[str, list[Page]], sources: Sources
) -> Iterator[Problem]:
    names = {owners[0].uri: name for name, owners in ids.items()}
    for uri, relations in graph.items():
        for key in MUTUAL:
            for other in relations.get(key, ()):
                if other != uri and uri not in graph.get(other, {}).get(key, ()):
                    message = f"does not return the relation {key}."
                    hint = f"Add {names.get(uri, uri)} to {key} in {other}."
                    written = _written(pages[uri], key, other, names.get(other, other))
                    yield field_problem(sources[pages[uri].path], key, written, message, hint, "one-sided-relation")


def _written(page: Page, key: str, other: str, name: str) -> str:
    """Give how a page names another in a field."""
    for text in texts(page.meta[key]):
        bare = text.partition("#")[0]
        if bare.endswith((other, name)) or posixpath.basename(bare) == posixpath.basename(other):
            return text
    return other


def _circles(graph: Graph, pages: Mapping[str, Page], sources: Sources) -> Iterator[Problem]:
    """Give each circle of prerequisites once, at the page whose name comes first."""
    needs = {uri: [name for key in FIRST for name in relations.get(key, ())] for uri, relations in graph.items()}
    for circle in circles(needs):
        start = circle[0]
        key = next(key for key in FIRST if graph[start].get(key))
        message = "is needed first in a circle: " + " -> ".join([*circle, start]) + "."
        written = next(iter(texts(pages[start].meta[key])), start)
        yield field_problem(
            sources[pages[start].path], key, written, message, "Take one of them out.", "circular-relation"
        )
