"""Old addresses and where they have gone: read from redirects.yml, and everything that is wrong with them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

from playbook.tree.fault import Fault
from playbook.tree.lookup import Lookup
from playbook.tree.outline import compose, entries, place, value_of
from playbook.tree.source import Source
from playbook.tree.suggestion import nearest

REDIRECTS = "redirects.yml"
_ADDRESS = re.compile(r"/(?:[^\s#?\\/]+/)*(?:[^\s#?\\/]+)?(?:#[^\s#]+)?")


@dataclass(frozen=True)
class Redirect:
    """One entry: the old and the new address as ``/page/#anchor``, and where each is written."""

    old: str
    new: str
    old_place: int
    new_place: int
    old_written: str
    new_written: str


def read_redirects(source: Source) -> tuple[list[Redirect], list[Fault]]:
    """Give the entries of redirects.yml and what is wrong with their form."""
    try:
        root = yaml.compose(source.text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        message = "is broken YAML, so no redirect works."
        where = min(mark.index if mark else 0, max(len(source.text.rstrip()) - 1, 0))
        line = source.text[source.text.rfind("\n", 0, where) + 1 :].partition("\n")[0]
        return [], [source.fault(where, line.strip(), message, _SHAPE, "malformed-redirect")]
    if root is None:
        return [], []
    if not isinstance(root, yaml.MappingNode):
        return [], [
            source.fault(
                place(root), str(REDIRECTS), "is no mapping of old to new addresses.", _SHAPE, "malformed-redirect"
            )
        ]
    return _entries(source, entries(root))


_SHAPE = "Write it as /old/: /new/#anchor."


def _entries(source: Source, nodes: Sequence[tuple[yaml.Node, yaml.Node]]) -> tuple[list[Redirect], list[Fault]]:
    found: dict[str, Redirect] = {}
    faults = []
    for key, value in nodes:
        old = str(key.value)
        if not isinstance(key, yaml.ScalarNode) or not _ADDRESS.fullmatch(old) or ".." in old.split("/"):
            faults.append(source.fault(place(key), old, "is no address of the site.", _SHAPE, "malformed-redirect"))
        elif not isinstance(value, yaml.ScalarNode) or value.tag.endswith(":null") or not value.value:
            faults.append(source.fault(place(key), old, "leads to no single address.", _SHAPE, "malformed-redirect"))
        elif not _ADDRESS.fullmatch(value.value) and not re.match(r"https?://[^\s/]+\.[^\s]+$", value.value):
            faults.append(
                source.fault(place(value), value.value, "is no address of the site.", _SHAPE, "malformed-redirect")
            )
        elif old in found:
            faults.append(source.fault(place(key), old, "stands twice.", "Keep one of the two.", "malformed-redirect"))
        else:
            found[old] = Redirect(old, value.value, place(key), place(value), old, value.value)
    return list(found.values()), faults


def read_redirect_maps(lookup: Lookup, source: Source) -> list[Redirect]:
    """Give the entries of the redirects plugin in mkdocs.yml, as addresses of the site."""
    if "redirect_maps" not in source.text:
        return []
    plugins = value_of(compose(source.text), "plugins")
    maps = [value_of(plugins, "redirects", "redirect_maps")]
    if isinstance(plugins, yaml.SequenceNode):
        maps = [value_of(item, "redirects", "redirect_maps") for item in plugins.value]
    return [
        Redirect(
            _address(lookup, str(key.value)),
            _address(lookup, str(value.value)),
            place(key),
            place(value),
            str(key.value),
            str(value.value),
        )
        for node in maps
        for key, value in entries(node)
    ]


def _address(lookup: Lookup, written: str) -> str:
    if "://" in written:
        return written
    path, _, anchor = written.partition("#")
    page = lookup.tree.pages.get(posixpath.normpath(path))
    url = page.url if page else _url(path, directory_urls=lookup.tree.settings.directory_urls)
    return f"/{url}" + (f"#{anchor}" if anchor else "")


def _url(path: str, *, directory_urls: bool) -> str:
    """Give the address that a page had, from the name of its file."""
    stem = re.sub(r"\.md$", "", path.strip("/"))
    if posixpath.basename(stem) in ("index", "README"):
        return stem.rpartition("/")[0] + "/" if "/" in stem else ""
    return f"{stem}/" if directory_urls and path.endswith(".md") else f"{stem}.html" if path.endswith(".md") else stem


def redirect_faults(lookup: Lookup, redirects: Sequence[Redirect], source: Source) -> Iterator[Fault]:
    """Give every redirect that leads nowhere, in a circle, over another one, or away from a page that lives."""
    by_old = {redirect.old: redirect for redirect in redirects}
    for redirect in redirects:
        shadowed = _shadowed(lookup, redirect)
        if shadowed:
            yield source.fault(
                redirect.old_place,
                redirect.old_written,
                shadowed,
                "Take the redirect or the page out.",
                "redirect-shadows-page",
            )
            continue
        yield from _onward(lookup, redirect, by_old, source)


def _shadowed(lookup: Lookup, redirect: Redirect) -> str:
    path, _, anchor = redirect.old.partition("#")
    name = lookup.page_at(path)
    page = lookup.tree.pages.get(name)
    if not anchor:
        return "is the address of a page that exists." if name else ""
    return "is an anchor that exists." if page and anchor in lookup.page_anchors(page) else ""


def _onward(lookup: Lookup, redirect: Redirect, by_old: Mapping[str, Redirect], source: Source) -> Iterator[Fault]:
    if "://" in redirect.new:
        return
    ways = [redirect]
    while (following := _next(lookup, ways[-1].new, by_old)) and following not in ways:
        ways.append(following)
    if following:
        loop = ways[ways.index(following) :]
        if redirect == min(loop, key=lambda way: way.old_place):
            yield source.fault(
                redirect.new_place,
                redirect.new_written,
                "leads round in a circle.",
                "Name the page where it ends.",
                "redirect-loop",
            )
        elif redirect not in loop:
            yield source.fault(
                redirect.new_place,
                redirect.new_written,
                "leads into a circle.",
                "Name the page where it ends.",
                "redirect-loop",
            )
        return
    if len(ways) > 1:
        hint = f'Did you mean "{ways[-1].new_written}"?'
        yield source.fault(
            redirect.new_place, redirect.new_written, "leads to another redirect.", hint, "redirect-chain"
        )
        return
    yield from _target(lookup, redirect, source)


def _next(lookup: Lookup, address: str, by_old: Mapping[str, Redirect]) -> Redirect | None:
    page = address.partition("#")[0]
    return by_old.get(address) or (by_old.get(page) if not lookup.page_at(page) else None)


def _target(lookup: Lookup, redirect: Redirect, source: Source) -> Iterator[Fault]:
    path, _, anchor = redirect.new.partition("#")
    name = lookup.page_at(path)
    page = lookup.tree.pages.get(name)
    if not name:
        live = [f"/{other.url}" for other in lookup.tree.pages.values()]
        near = _same_end(path, live) or nearest(path, live)
        hint = f'Did you mean "{near}{"#" if anchor else ""}{anchor}"?' if near else "Name a page that exists."
        yield source.fault(
            redirect.new_place,
            redirect.new_written,
            "leads to a page that does not exist.",
            hint,
            "redirect-to-missing-page",
        )
    elif anchor and page and page.rendered and anchor not in lookup.page_anchors(page):
        near = nearest(anchor, lookup.page_anchors(page))
        hint = f'Did you mean "{path}#{near}"?' if near else "Name an anchor that exists."
        yield source.fault(
            redirect.new_place,
            redirect.new_written,
            "leads to an anchor that does not exist.",
            hint,
            "redirect-to-missing-anchor",
        )
    elif (page and path.strip("/") and path.strip("/") != page.url.strip("/")) or (
        page and path.endswith("/") != (f"/{page.url}").endswith("/")
    ):
        yield source.fault(
            redirect.new_place,
            redirect.new_written,
            "is not spelt as the page is.",
            f'Did you mean "/{page.url if page else ""}"?',
            "malformed-redirect",
        )


def _same_end(path: str, live: Sequence[str]) -> str:
    name = posixpath.basename(path.rstrip("/"))
    found = [other for other in live if name and posixpath.basename(other.rstrip("/")) == name]
    return found[0] if len(found) == 1 else ""


def sources_of(redirects: Sequence[Redirect], lookup: Lookup) -> dict[str, str]:
    """Give where the source of an old page or anchor has gone, as ``new.md#anchor``: for links inside the tree."""
    found = {}
    for redirect in redirects:
        path, _, anchor = redirect.new.partition("#")
        name = lookup.page_at(path) if "://" not in path else ""
        if not name:
            continue
        old, _, old_anchor = redirect.old.partition("#")
        bare = old.strip("/")
        live = lookup.page_at(old)
        for source in [live] if live else [f"{bare}.md", f"{bare}/index.md"]:
            key = f"{source}#{old_anchor}" if old_anchor else source
            found[key] = name + (f"#{anchor}" if anchor else "")
    return found
