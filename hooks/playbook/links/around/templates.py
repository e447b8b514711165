"""What the templates of a tree link and load, told once however many pages they print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.links.ground import Ground
from playbook.links.relative_link import from_address
from playbook.links.target.judge import Judge
from playbook.links.text.elements import tag_references
from playbook.links.text.places import blank
from playbook.links.text.source import Source
from playbook.links.values import Page, Reference
from playbook.links.verdict import Verdict
from playbook.problems import Problem

_TAG = (
    r"(?i)<(?:a|area|img|source|video|audio|track|iframe|embed|object|input|button|form|script|link|use|image)"
    r"\s[^<>]*>"
)
_STYLE = r"(?i)\sstyle="
_STYLED = r"(?i)<[a-z][^<>]*\sstyle=[^<>]*>"
# Nobody follows these, though they hold what looks like a link.
_HIDDEN = r"(?is)<!--.*?-->|<template\b.*?</template>|(?P<script><script\b[^>]*>).*?</script>"
# They name the page for others and load nothing.
_NAMING = r"(?i)\brel=[\"']?(?:canonical|alternate|prev|next|edit|author|license|me|dns-prefetch|preconnect)\b"


def template_problems(ground: Ground, *, own: bool) -> Iterator[Problem]:
    """Give what templates of the tree link or load in vain, at the line of the template.

    A fault whose target stands in none of them is computed. ``own`` tells it all the same, where everything that a
    template computes is ours; elsewhere it belongs to the theme.
    """
    tree = ground.lookup.tree
    sources = [Source(path, _followed(text)) for path, text in tree.templates.items()]
    judge, known = Judge(ground), dict[str, list[Reference]]()
    told: set[str] = set()
    for printed in tree.printed if sources else ():
        if own and any(judge.verdict(printed, reference) for reference in printed.references):
            continue  # its own faults come first
        for target, verdict in _faulty(judge, printed, known, own=own):
            address = _address(printed, target)
            if address not in told:
                told.add(address)
                yield from _at_template(sources, ground, printed, target, verdict, own=own)


def _followed(text: str) -> str:
    """Give a template with everything hidden in its place that nobody follows."""
    return re.sub(_HIDDEN, _hide, re.sub(r"(?s)\{#.*?#\}", blank, text))


def _hide(match: re.Match[str]) -> str:
    kept = match["script"] or ""
    return kept + re.sub(r"[^\n]", " ", match[0][len(kept) :])


def _faulty(
    judge: Judge, printed: Page, known: dict[str, list[Reference]], *, own: bool
) -> Iterator[tuple[str, Verdict]]:
    written = {reference.target for reference in printed.references} if own else {""}
    for reference in sorted({*_references(printed.text, known)}):
        verdict = judge.verdict(printed, reference) if reference.target not in written else None
        # Where the site itself stands, and what is beside it, the tree does not know.
        if verdict and verdict.code not in ("empty-target", "outside-docs"):
            yield reference.target, verdict


def _references(html: str, known: dict[str, list[Reference]]) -> Iterator[Reference]:
    """Give what a printed page refers to; pages repeat most of each other's tags, which are read once."""
    shown = re.sub(_HIDDEN, lambda match: match["script"] or "", html)
    styled = re.findall(_STYLED, shown) if re.search(_STYLE, shown) else []
    for tag in {*re.findall(_TAG, shown), *styled}:
        if tag not in known:
            known[tag] = [] if re.search(_NAMING, tag) else tag_references(tag)
        yield from known[tag]


def _address(printed: Page, target: str) -> str:
    path, _, anchor = target.partition("#")
    return f"{from_address(printed.url, path).strip('/')}#{anchor}"


def _at_template(
    sources: list[Source], ground: Ground, printed: Page, target: str, verdict: Verdict, *, own: bool
) -> Iterator[Problem]:
    shown = f"is linked by a template on /{printed.url.removesuffix('index.html')} and {verdict.message}"
    for text in _spellings(ground, printed, target):
        for source in sources:
            found = re.search(rf"(?<=[\"'/=}}(]){re.escape(text)}(?=[\"'#?>\s)])", source.text)
            if found:
                yield source.problem(found.start(), text, shown, verdict.remedy, verdict.code)
                return
    if own:
        yield Problem(sources[0].path, 1, target, shown, verdict.hint, verdict.code, 1)


def _spellings(ground: Ground, printed: Page, target: str) -> list[str]:
    """Give the ways in which a template may name a target: as printed, or to be made relative by the host."""
    path, _, anchor = target.partition("#")
    address = from_address(printed.url, path).lstrip("/").removeprefix(ground.home.folder.lstrip("/"))
    found = [target, f"{address}#{anchor}" if anchor else "", address, address.strip("/"), path]
    return [text for text in found if len(text) > 2]
