"""Old addresses and where they have gone: read from redirects.yml and from the plugin of that name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from playbook.links.around.outline import entries, place, value_of
from playbook.links.home import Home
from playbook.links.lookup import Lookup
from playbook.links.promise.address import REDIRECTS, is_address, normal
from playbook.links.relative_link import with_anchor
from playbook.links.text.source import Source
from playbook.links.verdict import Verdict
from playbook.problems import Problem

_ELSEWHERE = r"https?://[^\s/]+\.[^\s]+"
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


def read_redirects(source: Source) -> tuple[list[Redirect], list[Problem]]:
    """Give the entries of redirects.yml and what is wrong with their form."""
    try:
        root = yaml.compose(source.text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return [], [_broken(source, error)]
    if root is None:
        return [], []
    if not isinstance(root, yaml.MappingNode):
        return [], [source.told(place(root), REDIRECTS, _NO_MAPPING)]
    return _entries(source, entries(root))


def _broken(source: Source, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    where = min(mark.index if mark else 0, max(len(source.text.rstrip()) - 1, 0))
    line = source.text[source.text.rfind("\n", 0, where) + 1 :].partition("\n")[0]
    return source.told(where, line.strip(), _BROKEN)


def _entries(source: Source, nodes: Sequence[tuple[yaml.Node, yaml.Node]]) -> tuple[list[Redirect], list[Problem]]:
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
    return list(found.values()), problems


def _wrong_form(key: yaml.Node, value: yaml.Node) -> Verdict | None:
    if not isinstance(key, yaml.ScalarNode) or not is_address(key.value):
        return _NO_ADDRESS
    if not isinstance(value, yaml.ScalarNode) or value.tag.endswith(":null") or not value.value:
        return _NO_SINGLE
    return None if is_address(value.value) or re.fullmatch(_ELSEWHERE, value.value) else _NO_ADDRESS


def read_redirect_maps(lookup: Lookup, source: Source) -> list[Redirect]:
    """Give the entries of the redirects plugin in mkdocs.yml, as addresses of the site."""
    if "redirect_maps" not in source.text:
        return []
    plugins = value_of(source.outline, "plugins")
    maps = [value_of(plugins, "redirects", "redirect_maps")]
    if isinstance(plugins, yaml.SequenceNode):
        maps = [value_of(item, "redirects", "redirect_maps") for item in plugins.value]
    return [_of_files(lookup, key, value) for node in maps for key, value in entries(node)]


def _of_files(lookup: Lookup, key: yaml.Node, value: yaml.Node) -> Redirect:
    old, new = str(key.value), str(value.value)
    return Redirect(_address(lookup, old), _address(lookup, new), place(key), place(value), old, new, by_file=True)


def _address(lookup: Lookup, written: str) -> str:
    if "://" in written:
        return written
    path, _, anchor = written.partition("#")
    page = lookup.tree.pages.get(posixpath.normpath(path))
    url = page.url if page else _url(path, directory_urls=lookup.tree.settings.directory_urls)
    return with_anchor(f"/{url}", anchor)


def _url(path: str, *, directory_urls: bool) -> str:
    """Give the address that a page had, from the name of its file."""
    stem = re.sub(r"\.md$", "", path.strip("/"))
    if posixpath.basename(stem) in ("index", "README"):
        return stem.rpartition("/")[0] + "/" if "/" in stem else ""
    return f"{stem}/" if directory_urls and path.endswith(".md") else f"{stem}.html" if path.endswith(".md") else stem


def inside(home: Home, redirect: Redirect) -> str:
    """Give the new address below the home of the site, also of one written in full; nothing for any other."""
    if "://" not in redirect.new:
        return redirect.new
    below = home.path_of(redirect.new)
    return with_anchor(normal(below[0]), below[1]) if below else ""


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
            found[with_anchor(source, old_anchor)] = with_anchor(name, anchor)
    return found
