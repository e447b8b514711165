"""The whole check of a tree: every kind of fault, each told once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from playbook.problems import Problem, ordered
from playbook.tree.address_book import ADDRESSES
from playbook.tree.book_problems import book_problems
from playbook.tree.configured_files import configured_problems
from playbook.tree.files import collisions, troubled_files
from playbook.tree.front_matter import front_matter_problems
from playbook.tree.graph import ways
from playbook.tree.ground import Ground
from playbook.tree.ids import has_twice, id_problems
from playbook.tree.judge import Judge
from playbook.tree.label import bad_labels, has_bad_label
from playbook.tree.leftover import may_be_broken
from playbook.tree.lookup import Lookup
from playbook.tree.markup import markup_problems
from playbook.tree.navigation import navigation_problems, orphans
from playbook.tree.redirect_problems import redirect_problems
from playbook.tree.redirects import REDIRECTS, read_redirect_maps, read_redirects, sources_of
from playbook.tree.relations import relation_problems
from playbook.tree.snippet import included, snippet_problems
from playbook.tree.source import SNIPPET, Sources
from playbook.tree.style_sheets import style_sheet_problems
from playbook.tree.suggestion import Suggestions
from playbook.tree.targets import target_problems, wrong_references
from playbook.tree.templates import template_problems
from playbook.tree.values import Tree


def link_problems(tree: Tree, *, own: bool = False) -> list[Problem]:
    """Give everything that is wrong with the links and addresses of a tree.

    ``own`` leaves out what our content contract tells by itself: front matter, relations and pages nobody can reach.
    """
    lookup, sources = Lookup(tree), _sources(tree)
    configurations = [sources[path] for path in (tree.settings.path, *tree.settings.inherited)]
    own_redirects, problems = read_redirects(sources[REDIRECTS])
    mapped = read_redirect_maps(lookup, configurations[0])
    redirects = [*own_redirects, *mapped]
    ground = Ground(lookup, Suggestions(lookup), sources_of(redirects, lookup))
    problems += redirect_problems(ground, own_redirects, sources[REDIRECTS])
    problems += redirect_problems(ground, mapped, configurations[0])
    problems += troubled_files(tree)
    problems += _page_problems(ground, sources, own=own)
    problems += style_sheet_problems(ground, sources)
    problems += collisions(tree)
    problems += navigation_problems(ground, configurations)
    problems += configured_problems(ground, configurations)
    problems += snippet_problems(tree, sources)
    problems += template_problems(ground, own=own)
    if not own:
        problems += relation_problems(ground, sources)
        linked = {*ground.moved.values(), *(end for _, end in ways(lookup))}
        problems += orphans(tree, configurations, sources, linked)
    if tree.addresses is not None:
        problems += book_problems(lookup, redirects, sources[ADDRESSES])
    return ordered(problems)


def _sources(tree: Tree) -> Sources:
    texts = {page.path: page.read for page in tree.pages.values()}
    others = {tree.settings.path: tree.settings.text, REDIRECTS: tree.redirects or "", ADDRESSES: tree.addresses or ""}
    others |= {**tree.settings.inherited, **tree.other_texts}
    included = {snippet for snippet in tree.snippets.values() if snippet}
    others |= {f"{SNIPPET}{path}": text for path, text in sorted(included)}
    return Sources(texts | {path: partial(str, text) for path, text in others.items()})


def _page_problems(ground: Ground, sources: Sources, *, own: bool) -> Iterator[Problem]:
    tree, judge = ground.lookup.tree, Judge(ground)
    for page in tree.pages.values():
        wrong = wrong_references(page, judge)
        twice, broken = has_twice(page), may_be_broken(page)
        if wrong or twice or broken or has_bad_label(page):
            source, snippets = sources[page.path], included(tree, page, sources)
            yield from target_problems(page, wrong, source, snippets)
            yield from bad_labels(page, source)
            yield from id_problems(page, source, snippets) if twice else ()
            yield from markup_problems(page, ground, source, snippets) if broken else ()
        if page.torn and not own:
            yield from front_matter_problems(sources[page.path])
