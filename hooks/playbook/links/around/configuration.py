"""The navigation as mkdocs.yml names it, and the pages that nothing names."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence

from playbook.links.around.outline import place, texts
from playbook.links.ground import Ground
from playbook.links.home import is_edition
from playbook.links.suggestion import ROOT
from playbook.links.target.scheme import is_elsewhere, refusal
from playbook.links.text.source import Source, Sources, first_value
from playbook.links.values import DRAFT, EXCLUDED, PUBLISHED, Page, Tree
from playbook.links.verdict import IN_FULL, NO_PAGE, Guess, Verdict
from playbook.problems import Problem

# With one of these, nav may name folders and patterns, or pages may come from elsewhere.
_OTHER_NAVIGATION = {
    "literate-nav",
    "awesome-pages",
    "awesome-nav",
    "monorepo",
    "multirepo",
    "gen-files",
    "api-autonav",
}
_BLOG = {"blog", "material/blog", "blogging"}
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
    wide = bool(ground.settings.plugins & _OTHER_NAVIGATION)
    if not written or written.startswith("#") or (wide and re.search(r"[*]|/$", written)):
        return None
    if is_elsewhere(written):
        return _in_full(ground, written) or refusal(written, "a")
    name = posixpath.normpath(written)
    state = ground.lookup.file(name)
    if state == PUBLISHED:
        twice = name in seen
        seen.add(name)
        return _TWICE if twice else None
    return None if wide and not posixpath.splitext(name)[1] else _no_page(ground, name, state)


def _in_full(ground: Ground, written: str) -> Verdict | None:
    below = ground.home.path_of(written)
    name = ground.lookup.page_at(below[0]) if below else ""
    if name in ground.lookup.tree.pages:
        return Verdict("own-url", IN_FULL, name)
    elsewhere = below is None or name or is_edition(below[0]) or ground.home.is_shared()
    return None if elsewhere else Verdict("own-url", NO_PAGE)


def _no_page(ground: Ground, name: str, state: str) -> Verdict | None:
    if state in (DRAFT, EXCLUDED):
        what = "a draft" if state == DRAFT else "a file that is kept out of the site"
        return Verdict("nav-excluded", f"is {what}, yet in the navigation.", remedy=_TAKE_OUT)
    found = _found(ground, name)
    if not found and name.startswith("/"):
        return None  # another site on the same host
    if found and found[1].code == "wrong-case":
        return Verdict("nav-wrong-case", "differs from the file in capital letters.", found[0])
    meant = found[0] if found else ""
    return Verdict("nav-missing", "is a page that does not exist.", meant, "Correct the name or take the entry out.")


def _found(ground: Ground, name: str) -> Guess | None:
    if name.startswith("/") and not name.endswith(".md"):
        return None
    return ground.suggestions.meant(ROOT, name.lstrip("/") if name.startswith("/") else name) or _direct(ground, name)


def _direct(ground: Ground, name: str) -> Guess | None:
    """Give the file that a name with a needless slash in front means."""
    bare = name.lstrip("/")
    return (bare, Verdict("wrong-slash", "")) if ground.lookup.file(bare) == PUBLISHED else None


def orphans(tree: Tree, configurations: Sequence[Source], sources: Sources, linked: Iterable[str]) -> Iterator[Problem]:
    """Give the pages that neither the navigation nor any other page leads to."""
    _, navigation = first_value(configurations, "nav")
    if navigation is None or tree.settings.plugins & (_OTHER_NAVIGATION | _BLOG):
        return
    known = {*linked, *tree.settings.not_in_nav, *(name for pair in tree.shadowed for name in pair)}
    known |= {posixpath.normpath(str(node.value)).lstrip("/") for node in texts(navigation)}
    troubled = {trouble.path for trouble in tree.troubles}
    for page in tree.pages.values():
        home = page.uri in ("index.md", "README.md", "404.md")
        if not home and page.uri not in known and page.path not in troubled:
            yield _orphan(page, sources)


def _orphan(page: Page, sources: Sources) -> Problem:
    hint = "Link it from a page or name it in nav (mkdocs.yml)."
    first = sources[page.path].text.partition("\n")[0].rstrip("\r")
    return Problem(page.path, 1, page.uri, "is a page nobody can reach.", hint, "orphan-page", 1, first)
