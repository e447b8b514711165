"""What the templates of a tree link and load, told once however many pages they print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.problems import Problem
from playbook.tree.ground import Ground
from playbook.tree.judge import Judge
from playbook.tree.label import CLEAR
from playbook.tree.relative_link import from_address
from playbook.tree.source import Source
from playbook.tree.values import Printed, Reference
from playbook.tree.verdict import Verdict

_TAG = r"<(a|area|img|source|video|audio|iframe|embed|script|link|use|image|object)\s([^<>]*)>"
_TARGET = r"(?:^|\s)(href|src|poster|data)=(?:\"([^\"]*)\"|'([^']*)')"
# They name the page for others and load nothing.
_NAMING = r"\brel=[\"']?(?:canonical|alternate|prev|next|edit|author|license|me|dns-prefetch|preconnect)\b"


def template_problems(ground: Ground, *, own: bool) -> Iterator[Problem]:
    """Give what templates of the tree link or load in vain, at the line of the template.

    A fault whose target stands in none of them is computed. ``own`` tells it all the same, where everything that a
    template computes is ours; elsewhere it belongs to the theme.
    """
    sources = [Source(path, text) for path, text in ground.lookup.tree.templates.items()]
    judge = Judge(ground)
    told: set[tuple[str, str]] = set()
    for printed in ground.lookup.tree.printed if sources else ():
        if any(judge.verdict(printed.page, reference) for reference in printed.page.references):
            continue  # its own problems come first
        for target, verdict in _faulty(judge, printed):
            key = (verdict.code, _address(printed, target))
            if key not in told:
                told.add(key)
                yield from _at_template(sources, printed, target, verdict, own=own)


def _faulty(judge: Judge, printed: Printed) -> Iterator[tuple[str, Verdict]]:
    written = {reference.target for reference in printed.page.references}
    for reference in sorted({*_references(printed.html)}):
        verdict = judge.verdict(printed.page, reference) if reference.target not in written else None
        # Where the site itself stands, and what is beside it, the tree does not know.
        if verdict and verdict.code not in ("empty-target", "outside-docs"):
            yield reference.target, verdict


def _references(html: str) -> Iterator[Reference]:
    for tag, attributes in re.findall(_TAG, html):
        if tag == "link" and re.search(_NAMING, attributes):
            continue
        for name, double, single in re.findall(_TARGET, attributes):
            yield Reference(double or single, tag, name, raw=True, label=CLEAR)


def _address(printed: Printed, target: str) -> str:
    path, _, anchor = target.partition("#")
    return f"{from_address(printed.page.url, path)}#{anchor}"


def _at_template(
    sources: list[Source], printed: Printed, target: str, verdict: Verdict, *, own: bool
) -> Iterator[Problem]:
    shown = f"is linked by a template on /{printed.page.url.removesuffix('index.html')} and {verdict.message}"
    for text in _spellings(printed, target):
        for source in sources:
            found = re.search(rf"(?<=[\"'/=}}]){re.escape(text)}(?=[\"'#?])", source.text)
            if found:
                yield source.problem(found.start(), text, shown, verdict.remedy, verdict.code)
                return
    if own:
        yield Problem(sources[0].path, 1, target, shown, verdict.hint, verdict.code, 1)


def _spellings(printed: Printed, target: str) -> list[str]:
    """Give the ways in which a template may name a target: as printed, or to be made relative by the host."""
    path, _, anchor = target.partition("#")
    address = from_address(printed.page.url, path).lstrip("/")
    found = [target, f"{address}#{anchor}" if anchor else "", address, address.strip("/"), path]
    return [text for text in found if len(text) > 2]
