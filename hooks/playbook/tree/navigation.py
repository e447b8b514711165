"""What mkdocs.yml names: the navigation, style sheets and scripts, and the pages that nothing names."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

import yaml

from playbook.tree.fault import Fault
from playbook.tree.ground import Ground
from playbook.tree.lookup import Lookup
from playbook.tree.outline import compose, place, texts, value_of
from playbook.tree.scheme import is_elsewhere, refusal
from playbook.tree.source import Source, Sources
from playbook.tree.values import DRAFT, EXCLUDED, PUBLISHED, Page

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


def navigation_faults(ground: Ground, source: Source) -> Iterator[Fault]:
    """Give every entry of the navigation that names no page, a page twice, or a page by another spelling."""
    seen: set[str] = set()
    lookup, tree = ground.lookup, ground.lookup.tree
    wide = bool(tree.settings.plugins & _OTHER_NAVIGATION)
    for node in texts(value_of(compose(source.text), "nav")):
        written = str(node.value)
        name = posixpath.normpath(written) if written else ""
        if (
            not written
            or is_elsewhere(written)
            or written.startswith(("/", "#"))
            or (wide and re.search(r"[*]|/$", written))
        ):
            continue
        state = lookup.file(name)
        if state == PUBLISHED:
            if name in seen:
                message = "stands in the navigation twice."
                yield source.fault(place(node), written, message, "Keep one of the two.", "nav-duplicate")
            seen.add(name)
        elif wide and not posixpath.splitext(name)[1]:
            continue
        else:
            yield _entry(ground, source, node, name, state)


def _entry(ground: Ground, source: Source, node: yaml.ScalarNode, name: str, state: str) -> Fault:
    if state in (DRAFT, EXCLUDED):
        what = "a draft" if state == DRAFT else "a file that is kept out of the site"
        return source.fault(
            place(node), str(node.value), f"is {what}, yet in the navigation.", "Take it out of nav.", "nav-excluded"
        )
    found = ground.suggestions.meant(Page("", "nav.md", ""), name)
    code = "nav-wrong-case" if found and found[1].code == "wrong-case" else "nav-missing"
    hint = f'Did you mean "{found[0]}"?' if found else "Correct the name or take the entry out."
    message = (
        "differs from the file in capital letters." if code == "nav-wrong-case" else "is a page that does not exist."
    )
    return source.fault(place(node), str(node.value), message, hint, code)


def configured_faults(ground: Ground, source: Source) -> Iterator[Fault]:
    """Give every style sheet, script or picture in mkdocs.yml that is not there or comes from another host."""
    root = compose(source.text)
    nodes = [*texts(value_of(root, "extra_css")), *texts(value_of(root, "theme", "logo"))]
    nodes += texts(value_of(root, "theme", "favicon"))
    scripts = value_of(root, "extra_javascript")
    for item in scripts.value if isinstance(scripts, yaml.SequenceNode) else ():
        nodes += texts(value_of(item, "path") if isinstance(item, yaml.MappingNode) else item)
    for node in nodes:
        written = str(node.value)
        if written and is_elsewhere(written):
            refused = refusal(written, "script")
            if refused:
                yield source.told(place(node), written, refused)
            continue
        name = posixpath.normpath(re.split(r"[?#]", written)[0].lstrip("/"))
        if not written or ground.lookup.file(name) == PUBLISHED or name in ground.lookup.addresses:
            continue
        found = ground.suggestions.meant(Page("", "nav.md", ""), name)
        hint = f'Did you mean "{found[0]}"?' if found else "Add the file or take the entry out."
        yield source.fault(place(node), written, "is a file that is not there.", hint, "missing-asset")


def orphans(lookup: Lookup, source: Source, sources: Sources, linked: Iterable[str]) -> Iterator[Fault]:
    """Give the pages that neither the navigation nor any other page leads to."""
    tree = lookup.tree
    navigation = value_of(compose(source.text), "nav")
    if navigation is None or tree.settings.plugins & (_OTHER_NAVIGATION | _BLOG):
        return
    reached = {*linked, *tree.settings.not_in_nav}
    named = {posixpath.normpath(str(node.value)) for node in texts(navigation)}
    colliding = {name for pair in tree.shadowed for name in pair}
    for page in tree.pages.values():
        bare = page.uri in ("index.md", "README.md", "404.md") or page.uri in colliding
        if not (bare or page.uri in named or page.uri in reached):
            hint = "Link it from a page or name it in nav (mkdocs.yml)."
            yield Fault(
                page.path,
                1,
                1,
                page.uri,
                "is a page nobody can reach.",
                hint,
                "orphan-page",
                sources[page.path].text.partition("\n")[0].rstrip("\r"),
            )
