"""The whole check of a tree: every kind of fault, each told once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain

from playbook.tree.address_book import ADDRESSES
from playbook.tree.book_faults import book_faults
from playbook.tree.configured_files import configured_faults
from playbook.tree.fault import Fault, ordered
from playbook.tree.files import collisions, troubled_files
from playbook.tree.front_matter import front_matter_faults
from playbook.tree.graph import ways
from playbook.tree.ground import Ground
from playbook.tree.ids import has_twice, id_faults
from playbook.tree.judge import Judge
from playbook.tree.label import bad_labels, has_bad_label
from playbook.tree.leftover import may_be_broken
from playbook.tree.lookup import Lookup
from playbook.tree.markup import markup_faults
from playbook.tree.navigation import navigation_faults, orphans
from playbook.tree.redirect_faults import redirect_faults
from playbook.tree.redirects import REDIRECTS, read_redirect_maps, read_redirects, sources_of
from playbook.tree.relations import relation_faults
from playbook.tree.snippet import included, snippet_faults
from playbook.tree.source import SNIPPET, Sources
from playbook.tree.style_sheets import style_sheet_faults
from playbook.tree.suggestion import Suggestions
from playbook.tree.targets import target_faults, wrong_references
from playbook.tree.templates import template_faults
from playbook.tree.values import Tree


def link_faults(tree: Tree, *, own: bool = False) -> list[Fault]:
    """Give everything that is wrong with the links and addresses of a tree.

    ``own`` leaves out what our content contract tells by itself: front matter, relations and pages nobody can reach.
    """
    lookup, sources = Lookup(tree), _sources(tree)
    configurations = [sources[path] for path in (tree.settings.path, *tree.settings.inherited)]
    own_redirects, faults = read_redirects(sources[REDIRECTS])
    mapped = read_redirect_maps(lookup, configurations[0])
    redirects = [*own_redirects, *mapped]
    ground = Ground(lookup, Suggestions(lookup), sources_of(redirects, lookup))
    faults += redirect_faults(ground, own_redirects, sources[REDIRECTS])
    faults += redirect_faults(ground, mapped, configurations[0])
    faults += troubled_files(tree)
    faults += _page_faults(ground, sources, own=own)
    faults += style_sheet_faults(ground, sources)
    faults += collisions(tree)
    faults += navigation_faults(ground, configurations)
    faults += configured_faults(ground, configurations)
    faults += snippet_faults(tree, sources)
    faults += template_faults(ground, own=own)
    if not own:
        faults += relation_faults(ground, sources)
        faults += orphans(tree, configurations, sources, chain(ways(lookup), ground.moved.values()))
    if tree.addresses is not None:
        faults += book_faults(lookup, redirects, sources[ADDRESSES])
    return ordered(faults)


def _sources(tree: Tree) -> Sources:
    texts = {page.path: page.read for page in tree.pages.values()}
    others = {tree.settings.path: tree.settings.text, REDIRECTS: tree.redirects or "", ADDRESSES: tree.addresses or ""}
    others |= {**tree.settings.inherited, **tree.other_texts}
    included = {snippet for snippet in tree.snippets.values() if snippet}
    others |= {f"{SNIPPET}{path}": text for path, text in sorted(included)}
    return Sources(texts | {path: partial(str, text) for path, text in others.items()})


def _page_faults(ground: Ground, sources: Sources, *, own: bool) -> Iterator[Fault]:
    tree, judge = ground.lookup.tree, Judge(ground)
    for page in tree.pages.values():
        wrong = wrong_references(page, judge)
        twice, broken = has_twice(page), may_be_broken(page)
        if wrong or twice or broken or has_bad_label(page):
            source, snippets = sources[page.path], included(tree, page, sources)
            yield from target_faults(page, wrong, source, snippets)
            yield from bad_labels(page, source)
            yield from id_faults(page, source, snippets) if twice else ()
            yield from markup_faults(page, ground, source, snippets) if broken else ()
        if page.torn and not own:
            yield from front_matter_faults(sources[page.path])
