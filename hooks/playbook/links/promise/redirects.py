"""Old addresses and where they have gone: read from redirects.yml and from the plugin of that name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from playbook.links.around.outline import entries, place, value_of
from playbook.links.doubt import Doubts
from playbook.links.home import Home
from playbook.links.lookup import Lookup, bare_address
from playbook.links.promise.address_book import REDIRECTS, is_address, normal
from playbook.links.relative_link import with_anchor
from playbook.links.text.source import Source
from playbook.links.verdict import Place, Verdict, unpublished
from playbook.nearness import nearest
from playbook.problems import ERROR, Problem
from playbook.yaml_text import compose

_ELSEWHERE = r"https?://[^\s/]+\.[^\s]+"
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_CODE = "malformed-redirect"
_SHAPE = "Write it as /old/: /new/#anchor."
_BROKEN = Verdict(_CODE, "is broken YAML, so no redirect works.", remedy=_SHAPE)
_NO_MAPPING = Verdict(_CODE, "is no mapping of old to new addresses.", remedy=_SHAPE)
_NO_ADDRESS = Verdict(_CODE, "is no address of the site.", remedy=_SHAPE)
_NO_SINGLE = Verdict(_CODE, "leads to no single address.", remedy=_SHAPE)
_TWICE = Verdict(_CODE, "stands twice.", remedy="Keep one of the two.")


@dataclass(frozen=True)
class Redirect:
    """One entry: the old and the new address as ``/page/#anchor``, and where each is written.

    ``by_file`` marks an entry of the plugin, which names files and not addresses.
    """

    old: str
    new: str
    old_place: int
    new_place: int
    old_written: str
    new_written: str
    by_file: bool = False


@dataclass(frozen=True, eq=False)
class RedirectFile:
    """A redirects.yml that was read: its entries, what is wrong with their form, and its source."""

    entries: Sequence[Redirect] = ()
    problems: Sequence[Problem] = ()
    source: Source = field(default_factory=lambda: Source(REDIRECTS, ""))


def read_redirects(source: Source) -> RedirectFile:
    """Give what redirects.yml holds."""
    try:
        root = compose(source.text)
    except yaml.YAMLError as error:
        return RedirectFile((), [source.told_broken(error, _BROKEN, 0, len(source.text))], source)
    if root is None:
        return RedirectFile(source=source)
    if not isinstance(root, yaml.MappingNode):
        return RedirectFile((), [source.told(place(root), REDIRECTS, _NO_MAPPING)], source)
    return _read_entries(source, entries(root))


def _read_entries(source: Source, nodes: Sequence[tuple[yaml.Node, yaml.Node]]) -> RedirectFile:
    found: dict[str, Redirect] = {}
    problems = []
    for key, value in nodes:
        old, new = str(key.value), str(value.value)
        wrong = _wrong_form(key, value) or (_TWICE if normal(old) in found else None)
        if wrong:
            at = value if wrong is _NO_ADDRESS and is_address(old) else key
            problems.append(source.told(place(at), str(at.value), wrong))
        else:
            target = new if "://" in new else normal(new)
            found[normal(old)] = Redirect(normal(old), target, place(key), place(value), old, new)
    return RedirectFile(list(found.values()), problems, source)


def _wrong_form(key: yaml.Node, value: yaml.Node) -> Verdict | None:
    if not isinstance(key, yaml.ScalarNode) or not is_address(key.value):
        return _NO_ADDRESS
    if not isinstance(value, yaml.ScalarNode) or value.tag.endswith(":null") or not value.value:
        return _NO_SINGLE
    return None if is_address(value.value) or re.fullmatch(_ELSEWHERE, value.value) else _NO_ADDRESS


def read_redirect_maps(lookup: Lookup, source: Source, doubts: Doubts) -> tuple[list[Redirect], list[Problem]]:
    """Give the entries of the redirects plugin in mkdocs.yml that work, as addresses, and what is wrong with others."""
    plugins = value_of(source.outline, "plugins")
    maps = [value_of(plugins, "redirects", "redirect_maps")]
    if isinstance(plugins, yaml.SequenceNode):
        maps = [value_of(item, "redirects", "redirect_maps") for item in plugins.value]
    found, problems = [], []
    nodes = [entry for node in maps for entry in entries(node)]
    onward = {str(key.value): str(value.value) for key, value in nodes}
    for key, value in nodes:
        old, new = str(key.value), str(value.value)
        wrong = _no_source(lookup, old) or _no_target(lookup, new, onward)
        if wrong and doubts.target(new):
            continue
        if wrong:
            at, written = (key, old) if wrong.code == _CODE else (value, new)
            problems.append(source.told(place(at), written, wrong))
        else:
            addresses = _address(lookup, old), _address(lookup, new)
            found.append(Redirect(*addresses, place(key), place(value), old, new, by_file=True))
    return found, problems


def _no_source(lookup: Lookup, old: str) -> Verdict | None:
    """Give what keeps the plugin from making a redirect of an old name: it knows names of Markdown files alone."""
    if old.endswith(_MARKDOWN) and not old.startswith("/"):
        return None
    meant = f"{bare_address(old)}.md" if "#" not in old and not lookup.file(f"{bare_address(old)}.md") else ""
    return Verdict(_CODE, "is no name of a Markdown file, so it never redirects.", meant, "Write it as old.md: new.md.")


def _no_target(lookup: Lookup, new: str, onward: Mapping[str, str]) -> Verdict | None:
    if new.lower().startswith(("http://", "https://")):
        return None
    path, _, anchor = new.partition("#")
    hidden = unpublished(lookup.file(path))
    if path in lookup.tree.pages and not hidden:
        return None
    if path in onward:
        end = onward[path] if onward[path] in lookup.tree.pages else ""
        return Verdict("redirect-chain", "leads to another redirect.", end, "Name the page where it ends.", ERROR)
    known = lookup.page_at(path)
    meant: Place | str = Place(known, anchor) if known in lookup.tree.pages else ""
    near = "" if meant or hidden else nearest(path, lookup.tree.pages)
    message = hidden.message if hidden else "leads to a page that does not exist."
    meant = "" if hidden else meant or (Place(near, anchor) if near else "")
    return Verdict("redirect-to-missing-page", message, meant, "Name the file of a page that exists.")


def _address(lookup: Lookup, written: str) -> str:
    if "://" in written:
        return written
    path, _, anchor = written.partition("#")
    page = lookup.tree.pages.get(path)
    url = page.url if page else _url(path, directory_urls=lookup.tree.settings.directory_urls)
    return with_anchor(f"/{url}", anchor)


def _url(path: str, *, directory_urls: bool) -> str:
    """Give the address that a page had, from the name of its file."""
    stem = re.sub(r"\.\w+$", "", posixpath.normpath(path).strip("/"))
    if posixpath.basename(stem) in ("index", "README"):
        return stem.rpartition("/")[0] + "/" if "/" in stem else ""
    return f"{stem}/" if directory_urls else f"{stem}.html"


def inside(home: Home, redirect: Redirect) -> str:
    """Give the new address below the home of the site, also of one written in full; nothing for any other."""
    if "://" not in redirect.new:
        return redirect.new
    below = home.path_of(redirect.new)
    return with_anchor(normal(below[0]), below[1]) if below else ""


def moves(redirects: Sequence[Redirect], lookup: Lookup) -> dict[str, Place | str]:
    """Give where an old page has gone, by its address without its end and by its source, and an old anchor by both."""
    found: dict[str, Place | str] = {}
    for redirect in redirects:
        path, _, anchor = redirect.new.partition("#")
        name = lookup.page_at(path) if "://" not in path else ""
        old, _, old_anchor = redirect.old.partition("#")
        live = lookup.page_at(old)
        if not name and "://" not in path:
            continue
        new = Place(name, anchor) if name else redirect.new
        if not live and not old_anchor:
            found[f"/{bare_address(old)}"] = new
        bare = bare_address(old)
        for source in (
            [live] if live else [redirect.old_written] if redirect.by_file else [f"{bare}.md", f"{bare}/index.md"]
        ):
            found[with_anchor(source, old_anchor)] = new
    return found
