"""Everything that is wrong with where a redirect comes from and leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from playbook.links.ground import Ground
from playbook.links.lookup import Lookup
from playbook.links.promise.address_book import same_end
from playbook.links.promise.redirects import Redirect, inside
from playbook.links.relative_link import with_anchor
from playbook.links.text.source import Source
from playbook.links.verdict import Verdict, unpublished
from playbook.nearness import nearest
from playbook.problems import WARNING, Problem

_END = "Name the page where it ends."


def redirect_problems(ground: Ground, redirects: Sequence[Redirect], source: Source) -> Iterator[Problem]:
    """Give every redirect that leads nowhere, in a circle, over another one, or away from a page that lives."""
    by_old = {redirect.old: redirect for redirect in redirects}
    for redirect in redirects:
        shadowed = _shadowed(ground.lookup, redirect)
        if shadowed:
            verdict = Verdict("redirect-shadows-page", shadowed, remedy="Take the redirect or the page out.")
            yield source.told(redirect.old_place, redirect.old_written, verdict)
            continue
        wrong = _onward(ground, redirect, by_old)
        if wrong:
            yield source.told(redirect.new_place, redirect.new_written, wrong)


def _shadowed(lookup: Lookup, redirect: Redirect) -> str:
    path, _, anchor = redirect.old.partition("#")
    name = lookup.page_at(path)
    page = lookup.tree.pages.get(name)
    if not anchor:
        return "is the address of a page that exists." if name else ""
    return "is an anchor that exists." if page and anchor in page.all_ids else ""


def _onward(ground: Ground, redirect: Redirect, by_old: Mapping[str, Redirect]) -> Verdict | None:
    new = inside(ground.home, redirect)
    if not new:
        return None  # it leaves the site
    ways = [redirect]
    while (following := _next(ground.lookup, inside(ground.home, ways[-1]), by_old)) and following not in ways:
        ways.append(following)
    if following:
        return _circle(redirect, ways[ways.index(following) :])
    if len(ways) > 1:
        meant = with_anchor(
            ways[-1].new_written.partition("#")[0], ways[-1].new.partition("#")[2] or new.partition("#")[2]
        )
        return Verdict("redirect-chain", "leads to another redirect.", meant)
    return _target(ground, redirect, new)


def _next(lookup: Lookup, address: str, by_old: Mapping[str, Redirect]) -> Redirect | None:
    page = address.partition("#")[0]
    return by_old.get(address) or (by_old.get(page) if not lookup.page_at(page) else None)


def _circle(redirect: Redirect, loop: Sequence[Redirect]) -> Verdict | None:
    """Give one verdict for each circle, and one for each way into it."""
    if redirect == min(loop, key=lambda way: way.old_place):
        return Verdict("redirect-loop", "leads round in a circle.", remedy=_END)
    return None if redirect in loop else Verdict("redirect-loop", "leads into a circle.", remedy=_END)


def _target(ground: Ground, redirect: Redirect, new: str) -> Verdict | None:
    lookup = ground.lookup
    path, _, anchor = new.partition("#")
    name = lookup.page_at(path)
    page = lookup.tree.pages.get(name)
    if not name:
        return _no_page(lookup, redirect, path, anchor)
    live = f"/{page.url}" if page else path
    if anchor and page and page.rendered and anchor not in page.all_ids:
        if ground.doubts.anchor(page):
            return None
        near = nearest(anchor, page.all_ids)
        meant = _written(redirect, name, live, near) if near else ""
        message = "leads to an anchor that does not exist."
        return Verdict("redirect-to-missing-anchor", message, meant, "Name an anchor that exists.")
    if "://" in redirect.new:
        return Verdict(
            "malformed-redirect", "names this site in full.", _written(redirect, name, live, anchor), severity=WARNING
        )
    if page and path != live and not redirect.by_file:
        return Verdict(
            "malformed-redirect", "is not spelt as the page is.", with_anchor(live, anchor), severity=WARNING
        )
    return None


def _no_page(lookup: Lookup, redirect: Redirect, path: str, anchor: str) -> Verdict:
    hidden = unpublished(lookup.draft_at(path.lstrip("/")))
    live = {f"/{page.url}": page.uri for page in lookup.tree.pages.values()}
    near = same_end(path, live) or nearest(path, live)
    message = "leads to a page that does not exist." if not hidden else hidden.message
    meant = _written(redirect, live[near], near, anchor) if near and not hidden else ""
    return Verdict("redirect-to-missing-page", message, meant, "Name a page that exists.")


def _written(redirect: Redirect, name: str, address: str, anchor: str) -> str:
    return with_anchor(name if redirect.by_file else address, anchor)
