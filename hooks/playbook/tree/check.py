"""The whole check of a tree: every kind of fault, each told once."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from urllib.parse import unquote

from playbook.tree.address_book import ADDRESSES, book_faults
from playbook.tree.fault import Fault, ordered
from playbook.tree.files import collisions, front_matter_faults, snippet_faults, snippet_names, troubled_files
from playbook.tree.ids import has_twice, id_faults
from playbook.tree.lookup import Lookup, from_address
from playbook.tree.markup import markup_faults, may_be_broken
from playbook.tree.navigation import configured_faults, navigation_faults, orphans
from playbook.tree.redirects import REDIRECTS, Redirect, read_redirect_maps, read_redirects, redirect_faults, sources_of
from playbook.tree.relations import relation_faults
from playbook.tree.source import SNIPPET, Source, Sources
from playbook.tree.targets import Judge, target_faults
from playbook.tree.values import Page, Reference, Tree

_LINKED = re.compile(r"\s(?:href|src)=\"([^\"]*)\"")


def link_faults(tree: Tree, *, own: bool = False) -> list[Fault]:
    """Give everything that is wrong with the links and addresses of a tree.

    ``own`` leaves out what our content contract tells by itself: front matter, relations and pages nobody can reach.
    """
    lookup = Lookup(tree)
    sources = _sources(tree)
    configuration = sources[tree.settings.path]
    redirects, found = _redirects(tree, lookup, sources)
    judge = Judge(lookup, sources_of(redirects, lookup))
    faults = [
        *troubled_files(tree),
        *found,
        *target_faults(lookup, judge, sources),
        *_page_faults(tree, sources, own=own),
    ]
    faults += [*collisions(tree), *navigation_faults(lookup, configuration), *configured_faults(lookup, configuration)]
    faults += snippet_faults(tree, sources)
    if not own:
        faults += relation_faults(lookup, sources)
        linked = chain(_linked(lookup), sources_of(redirects, lookup).values())
        faults += orphans(lookup, configuration, sources, linked)
    if tree.addresses is not None:
        faults += book_faults(lookup, redirects, sources[ADDRESSES])
    return ordered(faults)


def template_faults(tree: Tree, outputs: Mapping[str, str]) -> list[Fault]:
    """Give what the templates link and load in vain, once however many pages they print."""
    judge = Judge(Lookup(tree), {})
    told: dict[tuple[str, str], Fault] = {}
    for uri, output in outputs.items():
        page = tree.pages[uri]
        for target in sorted(set(_LINKED.findall(output))):
            verdict = judge.verdict(page, Reference(target, "a", "href", raw=True))
            written = any(reference.target == target for reference in page.references)
            if verdict and not written and not (target.startswith("http") and verdict[0] == "remote-asset"):
                fault = Fault(
                    "overrides",
                    1,
                    1,
                    target,
                    f"is linked by a template on /{page.url} and {verdict[1]}",
                    verdict[2],
                    verdict[0],
                )
                told.setdefault((verdict[0], from_address(page.url, target)), fault)
    return ordered(told.values())


def redirects_of(tree: Tree) -> list[Redirect]:
    """Give the redirects of a tree, from redirects.yml and from the plugin of that name."""
    lookup = Lookup(tree)
    own, _ = read_redirects(Source(REDIRECTS, tree.redirects or ""))
    return [*own, *read_redirect_maps(lookup, Source(tree.settings.path, tree.settings.text))]


def _sources(tree: Tree) -> Sources:
    texts = {page.path: page.read for page in tree.pages.values()}
    others = {tree.settings.path: tree.settings.text, REDIRECTS: tree.redirects or "", ADDRESSES: tree.addresses or ""}
    others |= tree.other_texts
    included = {snippet for snippet in tree.snippets.values() if snippet}
    others |= {f"{SNIPPET}{path}": text for path, text in sorted(included)}
    return Sources(texts | {path: partial(str, text) for path, text in others.items()})


def _redirects(tree: Tree, lookup: Lookup, sources: Sources) -> tuple[list[Redirect], list[Fault]]:
    own, faults = read_redirects(sources[REDIRECTS])
    plugin = read_redirect_maps(lookup, sources[tree.settings.path])
    faults += redirect_faults(lookup, own, sources[REDIRECTS])
    faults += redirect_faults(lookup, plugin, sources[tree.settings.path])
    return [*own, *plugin], faults


def _page_faults(tree: Tree, sources: Sources, *, own: bool) -> Iterator[Fault]:
    included = sources.snippets()
    together = "\n".join(source.text for source in included)
    for page in tree.pages.values():
        if has_twice(page):
            yield from id_faults(page, sources[page.path], _included(tree, page, included))
        if may_be_broken(page):
            yield from markup_faults(page, tree.settings, sources[page.path], together)
        if page.torn and not own:
            yield from front_matter_faults(sources[page.path])


def _included(tree: Tree, page: Page, included: Sequence[Source]) -> list[Source]:
    """Give the snippets that a page names."""
    names = {name for _, name in snippet_names(page.text)} if page.includes else set()
    paths = {snippet[0] for name in names if (snippet := tree.snippets.get(name))}
    return [other for other in included if other.path in paths]


def _linked(lookup: Lookup) -> Iterator[str]:
    """Give every page that another page leads to."""
    for page in lookup.tree.pages.values():
        for reference in page.references:
            path = unquote(reference.target.partition("#")[0].partition("?")[0])
            if not path or "://" in path:
                continue
            if reference.raw or path.endswith("/") or "." not in posixpath.basename(path):
                name = lookup.page_at(from_address(page.url, path))
                if name and name != page.uri:
                    yield name
            name = posixpath.normpath(posixpath.join(posixpath.dirname(page.uri), path))
            if name != page.uri:
                yield name
