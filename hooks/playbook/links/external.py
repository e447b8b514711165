"""Links to other hosts: listed for whoever wants to look after them, never fetched."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playbook.links.home import Home, home_of
from playbook.links.target.scheme import decoded, scheme_of
from playbook.links.text.source import Source
from playbook.links.values import Page, Reference, Tree


@dataclass(frozen=True, order=True)
class External:
    """A link to another host and where it is written."""

    path: str
    line: int
    column: int
    target: str


def external_links(tree: Tree) -> list[External]:
    """Give every link of the texts to another host, by file and line."""
    home = home_of(tree.settings.site_url)
    return sorted({link for page in tree.pages.values() for link in _on_page(page, home)})


def _on_page(page: Page, home: Home) -> Iterator[External]:
    counted = Counter((link.target, link.raw) for link in page.references if _is_external(link, home))
    if not counted:
        return
    source = Source(page.path, page.text)
    for (target, raw), count in counted.items():
        for place in source.places(target, count, raw=raw):
            yield External(page.path, *source.position(place), decoded(target))


def _is_external(link: Reference, home: Home) -> bool:
    target = decoded(link.target)
    leaves = scheme_of(target) in ("http", "https") or target.startswith("//")
    return link.tag == "a" and leaves and home.path_of(target) is None


def external_report(links: Iterable[External]) -> str:
    """Give one link a line, and the count in the last."""
    rows = [f"{link.path}:{link.line}:{link.column}: {link.target}" for link in links]
    counted = "1 link leads" if len(rows) == 1 else f"{len(rows)} links lead"
    return "\n".join([*rows, f"{counted} to other hosts; none was fetched."])


def external_json(links: Iterable[External]) -> str:
    """Give one JSON object a line for each link."""
    objects = ({"file": link.path, "line": link.line, "column": link.column, "target": link.target} for link in links)
    return "\n".join(json.dumps(found, ensure_ascii=False) for found in objects)
