"""The whole check of a tree: every kind of fault, each told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from playbook.tree.address_book import ADDRESSES, book_faults
from playbook.tree.fault import Fault, ordered
from playbook.tree.files import collisions, front_matter_faults, snippet_faults, snippet_names, troubled_files
from playbook.tree.graph import ways
from playbook.tree.ground import Ground
from playbook.tree.ids import has_twice, id_faults
from playbook.tree.judge import Judge
from playbook.tree.lookup import Lookup
from playbook.tree.markup import markup_faults, may_be_broken
from playbook.tree.navigation import configured_faults, navigation_faults, orphans
from playbook.tree.redirects import REDIRECTS, Redirect, read_redirect_maps, read_redirects, redirect_faults, sources_of
from playbook.tree.relations import relation_faults
from playbook.tree.source import SNIPPET, Source, Sources
from playbook.tree.style_sheets import style_sheet_faults
from playbook.tree.suggestion import Suggestions
from playbook.tree.targets import target_faults
from playbook.tree.templates import template_faults
from playbook.tree.values import Page, Tree


def link_faults(tree: Tree, *, own: bool = False) -> list[Fault]:
    """Give everything that is wrong with the links and addresses of a tree.

    ``own`` leaves out what our content contract tells by itself: front matter, relations and pages nobody can reach.
    """
    lookup, sources = Lookup(tree), _sources(tree)
    redirects, faults = _redirects(lookup, sources)
    ground = Ground(lookup, Suggestions(lookup), sources_of(redirects, lookup))
    configuration = sources[tree.settings.path]
    faults += troubled_files(tree)
    faults += _page_faults(ground, sources, own=own)
    faults += style_sheet_faults(ground, sources)
    faults += collisions(tree)
    faults += navigation_faults(ground, configuration)
    faults += configured_faults(ground, configuration)
    faults += snippet_faults(tree, sources)
    faults += template_faults(ground, own=own)
    if not own:
        faults += relation_faults(ground, sources)
        faults += orphans(lookup, configuration, sources, chain(ways(lookup), ground.moved.values()))
    if tree.addresses is not None:
        faults += book_faults(lookup, redirects, sources[ADDRESSES])
    return ordered(faults)


def _sources(tree: Tree) -> Sources:
    texts = {page.path: page.read for page in tree.pages.values()}
    others = {tree.settings.path: tree.settings.text, REDIRECTS: tree.redirects or "", ADDRESSES: tree.addresses or ""}
    others |= tree.other_texts
    included = {snippet for snippet in tree.snippets.values() if snippet}
    others |= {f"{SNIPPET}{path}": text for path, text in sorted(included)}
    return Sources(texts | {path: partial(str, text) for path, text in others.items()})


def _redirects(lookup: Lookup, sources: Sources) -> tuple[list[Redirect], list[Fault]]:
    configuration = sources[lookup.tree.settings.path]
    own, faults = read_redirects(sources[REDIRECTS])
    plugin = read_redirect_maps(lookup, configuration)
    faults += redirect_faults(lookup, own, sources[REDIRECTS])
    faults += redirect_faults(lookup, plugin, configuration)
    return [*own, *plugin], faults


def _page_faults(ground: Ground, sources: Sources, *, own: bool) -> Iterator[Fault]:
    tree, judge = ground.lookup.tree, Judge(ground)
    included = sources.snippets()
    together = "\n".join(source.text for source in included)
    for page in tree.pages.values():
        yield from target_faults(page, judge, sources)
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
