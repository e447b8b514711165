"""Snippets: files that pages include, and those that are named and not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from playbook.links.around.outline import place, texts, value_of
from playbook.links.ground import Ground
from playbook.links.text.source import SNIPPET, Source, Sources
from playbook.links.values import Page, Tree
from playbook.links.verdict import Verdict
from playbook.problems import Problem

_SNIPPET = r"(?m)^[ \t>]*-{1,}8<-{1,}[ \t]+(?P<q>[\"'])(?P<name>(?!\s)[^\"'\n]+?)(?P=q)[ \t]*\r?$"
_BLOCK = r"(?sm)^[ \t>]*-{1,}8<-{1,}[ \t]*\r?\n(?P<names>.*?)^[ \t>]*-{1,}8<-{1,}[ \t]*\r?$"
_ROW = r"(?m)^[ \t>]*(?P<name>[^\s;#][^\n]*?)[ \t]*\r?$"
_LINES = r"(?::-?\d*(?:,-?\d*)*){1,2}(?:,[-:\d]*)*$"
_SECTION = r":(?P<section>[a-zA-Z_][\w-]*)$"

_GONE = Verdict(
    "missing-snippet",
    "is a snippet that is not there.",
    remedy="Correct the path; it goes from the base path of the snippets.",
)
_NO_SECTION = Verdict(
    "missing-snippet",
    "names a section that the snippet does not have.",
    remedy="Correct the name behind the colon, or mark the section in that file.",
)


def snippet_names(text: str) -> Iterator[tuple[int, str]]:
    """Give place and name of every snippet a text includes, lines and sections left out."""
    for start, written in _written(text):
        yield start, _file_of(written)


def _written(text: str) -> Iterator[tuple[int, str]]:
    for block in re.finditer(_BLOCK, text):
        for match in re.finditer(_ROW, block["names"]):
            yield block.start("names") + match.start("name"), match["name"].strip("\"'")
    for match in re.finditer(_SNIPPET, text):
        if not match["name"].startswith(";"):
            yield match.start("name"), match["name"]


def _file_of(written: str) -> str:
    return written if "://" in written else re.sub(_SECTION, "", re.sub(_LINES, "", written))


def included(tree: Tree, page: Page, sources: Sources) -> list[Source]:
    """Give the snippets that a page includes, those inside snippets too, in order."""
    found: dict[str, None] = {}
    waiting = [name for _, name in snippet_names(page.text)] if page.includes else []
    waiting += tree.settings.appended
    while waiting:
        snippet = tree.snippets.get(waiting.pop(0))
        if snippet and snippet[0] not in found:
            found[snippet[0]] = None
            waiting += [name for _, name in snippet_names(snippet[1])]
    return [sources[f"{SNIPPET}{path}"] for path in found]


def snippet_problems(ground: Ground, sources: Sources) -> Iterator[Problem]:
    """Give the snippets that are included and not there: the host leaves a gap without a word."""
    tree = ground.lookup.tree
    paths = [page.path for page in tree.pages.values() if page.includes]
    paths += [f"{SNIPPET}{snippet[0]}" for snippet in tree.snippets.values() if snippet]
    for path in paths:
        yield from _missing(ground, sources[path])
    yield from _appended(tree, sources[tree.settings.path])


def _missing(ground: Ground, source: Source) -> Iterator[Problem]:
    tree = ground.lookup.tree
    for start, written in _written(source.text):
        snippet = tree.snippets.get(_file_of(written), ("", ""))
        if snippet is None and not ground.doubts.target(_file_of(written).removeprefix(f"{tree.settings.docs}/")):
            yield source.told(start, _file_of(written), replace(_GONE, meant=_other_case(tree, _file_of(written))))
        elif (
            snippet
            and snippet[1]
            and (section := re.search(_SECTION, written))
            and not _has(snippet[1], section["section"])
        ):
            yield source.told(start, written, _NO_SECTION)


def _other_case(tree: Tree, written: str) -> str:
    """Give the name of a file that differs in capital letters only, or nothing."""
    same = [name for name in tree.files if name.casefold() == written.casefold()]
    return same[0] if len(same) == 1 else ""


def _has(text: str, section: str) -> bool:
    return bool(re.search(rf"-+8<-+[ \t]*\[[ \t]*start[ \t]*:[ \t]*{re.escape(section)}[ \t]*\]", text))


def _appended(tree: Tree, configuration: Source) -> Iterator[Problem]:
    if not any(tree.snippets.get(name, ("", "")) is None for name in tree.settings.appended):
        return
    extensions = value_of(configuration.outline, "markdown_extensions")
    for node in texts(extensions):
        if str(node.value) in tree.settings.appended and tree.snippets.get(str(node.value), ("", "")) is None:
            yield configuration.told(place(node), str(node.value), _GONE)
