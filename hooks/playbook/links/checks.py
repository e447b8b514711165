"""The whole check of a tree: every kind of fault, each told once.

What only some trees need, or only a fault, is loaded where it is needed: to load all of it took longer than to check 25
pages, and most builds are of a sound tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from playbook.links.around.configured_files import configured_problems
from playbook.links.around.files import collisions
from playbook.links.around.navigation import navigation_problems, orphan_problems
from playbook.links.doubt import Doubts
from playbook.links.ground import Ground
from playbook.links.lookup import Lookup
from playbook.links.promise.address_book import ADDRESSES, REDIRECTS
from playbook.links.promise.redirects import Redirect, RedirectFile, moves, read_redirect_maps, read_redirects
from playbook.links.severity import WISHES, graded, heeded, wish
from playbook.links.target.judge import Judge
from playbook.links.text.faulty_targets import Wrong, wrong_references
from playbook.links.text.label import has_bad_label
from playbook.links.text.leftover import may_be_broken
from playbook.links.text.source import SNIPPET, Source, Sources
from playbook.links.values import Page, Tree
from playbook.problems import Problem, ordered


def link_problems(tree: Tree, *, own: bool = False, redirects: RedirectFile | None = None) -> list[Problem]:
    """Give everything that is wrong with the links and addresses of a tree.

    ``own`` leaves out what our content contract tells by itself: front matter, relations and pages nobody can reach. To
    us every fault is an error. ``redirects`` is the redirects.yml of the tree where it was read before.
    """
    lookup, sources = Lookup(tree), _sources(tree)
    configurations = [sources[path] for path in (tree.settings.path, *tree.settings.inherited)]
    ground, moved, problems = _redirects(lookup, redirects or sources[REDIRECTS], configurations[0])
    problems += tree.troubles
    problems += _page_problems(ground, sources, own=own)
    problems += collisions(tree)
    problems += navigation_problems(ground, configurations)
    problems += configured_problems(ground, configurations)
    problems += _other_problems(ground, moved, sources, own=own)
    if own:
        return ordered(problems)
    problems += orphan_problems(ground, configurations, sources)
    graded_problems = graded(problems if tree.wishes is None else heeded(problems, sources[WISHES]), tree.settings)
    return ordered(graded_problems)


def _sources(tree: Tree) -> Sources:
    texts = {page.path: page.read for page in tree.pages.values()}
    beside = {REDIRECTS: tree.redirects, ADDRESSES: tree.addresses, WISHES: tree.wishes}
    others = {tree.settings.path: tree.settings.text, **{path: text or "" for path, text in beside.items()}}
    others |= {**tree.settings.inherited, **tree.other_texts}
    included = {snippet for snippet in tree.snippets.values() if snippet}
    others |= {f"{SNIPPET}{path}": text for path, text in sorted(included)}
    return Sources(texts | {path: partial(str, text) for path, text in others.items()})


def _redirects(
    lookup: Lookup, read: RedirectFile | Source, configuration: Source
) -> tuple[Ground, Sequence[Redirect], list[Problem]]:
    if not lookup.tree.redirects and "redirect_maps" not in configuration.text:
        return Ground(lookup), [], []
    from playbook.links.promise.redirect_problems import redirect_problems

    file = read_redirects(read) if isinstance(read, Source) else read
    mapped, wrong = read_redirect_maps(lookup, configuration, Doubts(lookup))
    redirects = [*file.entries, *mapped]
    ground = Ground(lookup, moves(redirects, lookup))
    problems = [*file.problems, *wrong, *redirect_problems(ground, file.entries, file.source)]
    return ground, redirects, [*problems, *redirect_problems(ground, mapped, configuration)]


def _page_problems(ground: Ground, sources: Sources, *, own: bool) -> Iterator[Problem]:
    judge = Judge(ground)
    for page in ground.lookup.tree.pages.values():
        if ground.doubts.page(page):
            continue
        wrong = wrong_references(page, judge)
        if wrong or page.has_twice or may_be_broken(page) or has_bad_label(page):
            yield from _told(page, wrong, ground, sources)
        if page.torn and not own:
            from playbook.links.around.unread_fields import front_matter_problems

            yield from front_matter_problems(sources[page.path])


def _told(page: Page, wrong: Wrong, ground: Ground, sources: Sources) -> Iterator[Problem]:
    """Look closer at a page on which something seems wrong, and tell it where it is written."""
    from playbook.links.text.faulty_targets import target_problems
    from playbook.links.text.ids import id_problems
    from playbook.links.text.label import bad_labels
    from playbook.links.text.markup import markup_problems
    from playbook.links.text.snippet import included

    source, snippets = sources[page.path], included(ground.lookup.tree, page, sources)
    yield from target_problems(ground.lookup, page, wrong, source, snippets)
    yield from bad_labels(page, source)
    if page.has_twice:
        yield from id_problems(page, source, snippets)
    if may_be_broken(page):
        yield from markup_problems(page, ground, source, snippets)


def _other_problems(ground: Ground, redirects: Sequence[Redirect], sources: Sources, *, own: bool) -> Iterator[Problem]:
    """Check what only some trees have."""
    tree = ground.lookup.tree
    if tree.other_texts:
        from playbook.links.around.style_sheets import style_sheet_problems

        yield from style_sheet_problems(ground, sources)
    if tree.snippets:
        from playbook.links.text.snippet import snippet_problems

        yield from snippet_problems(ground, sources)
    if tree.templates:
        from playbook.links.around.templates import template_problems

        yield from template_problems(ground, own=own)
    if not own and any(page.meta for page in tree.pages.values()):
        from playbook.links.around.relations import relation_problems

        yield from relation_problems(ground, sources, wanted=wish(sources[WISHES], "relations") == "true")
    if tree.addresses is not None:
        from playbook.links.promise.book_problems import book_problems

        yield from book_problems(ground.lookup, redirects, sources[ADDRESSES])
