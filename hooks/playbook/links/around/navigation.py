"""The navigation in mkdocs.yml: what its entries name, and the pages to which neither it nor any page leads."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence

from playbook.links.around.outline import place, texts
from playbook.links.ground import Ground
from playbook.links.suggestion import ROOT
from playbook.links.target.scheme import is_elsewhere, refusal
from playbook.links.text.source import Source, Sources, first_value
from playbook.links.values import DRAFT, EXCLUDED, PUBLISHED, Page
from playbook.links.verdict import IN_FULL, NO_PAGE, Place, Verdict
from playbook.problems import Problem
from playbook.relation_graph import orphans

_TWICE = Verdict("nav-duplicate", "stands in the navigation twice.", remedy="Keep one of the two.")
_TAKE_OUT = "Take it out of nav."


def navigation_problems(ground: Ground, configurations: Sequence[Source]) -> Iterator[Problem]:
    """Give every entry of the navigation that names no page, a page twice, or a page by another spelling.

    ``configurations`` are mkdocs.yml and what it inherits from, in this order.
    """
    seen: set[str] = set()
    source, root = first_value(configurations, "nav")
    for node in texts(root):
        written = str(node.value)
        verdict = _verdict(ground, written, seen)
        if verdict:
            yield source.told(place(node), written, verdict)


def _verdict(ground: Ground, written: str, seen: set[str]) -> Verdict | None:
    doubtful = ground.doubts.navigation
    if not written or written.startswith("#") or (doubtful and re.search(r"[*!]|/$", written)):
        return None
    if is_elsewhere(written):
        return _in_full(ground, written) or refusal(written, "a")
    name = written.lstrip("/") if ground.settings.nav_to_docs else written
    state = ground.lookup.file(posixpath.normpath(name))
    if state == PUBLISHED:
        name = posixpath.normpath(name)
        twice = name in seen
        seen.add(name)
        return _TWICE if twice else None
    if doubtful and (not posixpath.splitext(name)[1] or ground.doubts.target(name)):
        return None
    return _no_page(ground, name, state)


def _in_full(ground: Ground, written: str) -> Verdict | None:
    below = ground.home.path_of(written)
    name = ground.lookup.page_at(below[0]) if below else ""
    if name in ground.lookup.tree.pages:
        return Verdict("own-url", IN_FULL, Place(name))
    elsewhere = below is None or name or ground.is_edition(below[0]) or ground.home.is_shared()
    return None if elsewhere or ground.doubts.target(below[0] if below else "") else Verdict("nav-missing", NO_PAGE)


def _no_page(ground: Ground, name: str, state: str) -> Verdict | None:
    if state in (DRAFT, EXCLUDED):
        what = "a draft" if state == DRAFT else "a file that is kept out of the site"
        return Verdict("nav-excluded", f"is {what}, yet in the navigation.", remedy=_TAKE_OUT)
    path, _, anchor = name.partition("#")
    if not name.startswith("/"):
        page = ground.lookup.tree.pages.get(ground.lookup.page_at(path))
        if path.endswith("/") and page:  # the host links it as it is written
            return _no_place(ground, page, anchor)
        if ground.moved_from(path) and not path.endswith(".md"):
            return Verdict("moved-target", "has moved.", ground.moved_from(path) or "")
    return _nowhere(ground, name, path, anchor)


def _no_place(ground: Ground, page: Page, anchor: str) -> Verdict | None:
    known = not anchor or not page.rendered or ground.lookup.has_anchor(page, anchor) or ground.doubts.anchor(page)
    message = "names a place that is not on the page."
    return None if known else Verdict("missing-anchor", message, remedy=ground.ids_told(page))


def _nowhere(ground: Ground, name: str, path: str, anchor: str) -> Verdict | None:
    new = ground.moved.get(path)
    found = (new.file, Verdict("", "")) if isinstance(new, Place) else None
    if found is None and (not name.startswith("/") or name.endswith(".md")):
        bare = path.lstrip("/")
        found = ground.suggestions.meant(ROOT, bare)
        found = found or ((bare, Verdict("", "")) if ground.lookup.file(bare) == PUBLISHED else None)
    elif not found:
        return None  # another site on the same host
    if found and found[1].code == "wrong-case":
        return Verdict("nav-wrong-case", "differs from the file in capital letters.", Place(found[0]))
    meant = found[0] if found else ""
    if meant and anchor:  # to a place leads its address
        meant = f"{ground.lookup.address(meant)}#{anchor}"
    return Verdict("nav-missing", "is a page that does not exist.", meant, "Correct the name or take the entry out.")


def orphan_problems(ground: Ground, configurations: Sequence[Source], sources: Sources) -> Iterator[Problem]:
    """Give the pages that neither the navigation nor any other page leads to."""
    tree = ground.lookup.tree
    _, navigation = first_value(configurations, "nav")
    if navigation is None or ground.doubts.navigation:
        return
    named = [posixpath.normpath(str(node.value)).lstrip("/").partition("#")[0] for node in texts(navigation)]
    found = {"index.md", "README.md", "404.md", *named, *(ground.lookup.page_at(name) for name in named)}
    found |= {*tree.settings.not_in_nav, *(name for pair in tree.shadowed for name in pair)}
    found |= {new.file for new in ground.moved.values() if isinstance(new, Place)}
    troubled = {trouble.path for trouble in tree.troubles}
    found |= {page.uri for page in tree.pages.values() if page.in_nav or page.path in troubled}
    yield from (_orphan(tree.pages[uri], sources) for uri in orphans(tree.pages, found, ground.lookup.ways()))


def _orphan(page: Page, sources: Sources) -> Problem:
    hint = "Link it from a page or name it in nav (mkdocs.yml)."
    first = sources[page.path].text.partition("\n")[0].rstrip("\r")
    return Problem(page.path, 1, page.uri, "is a page nobody can reach.", hint, "orphan-page", 1, first)
