"""Files that get in each other's way, cannot be read, or are named and missing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import yaml

from playbook.tree.fault import Fault
from playbook.tree.source import Source, Sources
from playbook.tree.values import Tree

_OPENING = re.compile(r"\A\ufeff?(?P<gap>\s*)---[ \t]*\r?\n")
_CLOSED = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<fields>.*?\n|)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"[A-Za-z_][\w -]*:(?:\s|$)")
_SNIPPET = re.compile(r"^[ \t>]*-{1,}8<-{1,}[ \t]+(?P<q>[\"'])(?P<name>(?!\s)[^\"'\n]+?)(?P=q)[ \t]*\r?$", re.MULTILINE)
_BLOCK = re.compile(
    r"^[ \t>]*-{1,}8<-{1,}[ \t]*\r?\n(?P<names>.*?)^[ \t>]*-{1,}8<-{1,}[ \t]*\r?$", re.DOTALL | re.MULTILINE
)


def troubled_files(tree: Tree) -> Iterator[Fault]:
    """Give the files that could not be read at all."""
    for trouble in tree.troubles:
        yield Fault(
            trouble.path,
            trouble.line,
            1,
            trouble.written,
            trouble.message,
            "Save it as a UTF-8 text file." if trouble.code == "not-utf-8" else "",
            trouble.code,
        )


def collisions(tree: Tree) -> Iterator[Fault]:
    """Give the files that would be published under one address, or under two that differ in capital letters only."""
    folded: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for address, name in tree.built.items():
        folded[address.casefold()].append((address, name))
    docs = tree.settings.docs
    for first, second in sorted(tree.shadowed):
        message = f"gets the same address as {first}, so one of the two is lost."
        yield Fault(f"{docs}/{second}", 1, 1, second, message, "Rename one of them.", "url-collision")
    for same in folded.values():
        for _, name in sorted(same)[1:]:
            message = f"gets an address that differs from the one of {sorted(same)[0][1]} in capital letters only."
            yield Fault(f"{docs}/{name}", 1, 1, name, message, "Rename one of them.", "case-collision")


def front_matter_faults(source: Source) -> Iterator[Fault]:
    """Give front matter that the host cannot read and therefore prints as text."""
    opening = _OPENING.match(source.text)
    if not opening:
        return
    rest = source.text[opening.end() :]
    if opening["gap"]:
        if _FIELD.match(rest):
            message = "begins below the first line, so the fields are printed as text."
            yield source.fault(opening.end("gap"), "---", message, "Put it into the first line.", "broken-front-matter")
        return
    closed = _CLOSED.match(source.text)
    if not closed:
        if _FIELD.match(rest):
            message = "opens fields that are never closed, so they are printed as text."
            yield source.fault(opening.start(), "---", message, "Close them with a line ---.", "broken-front-matter")
        return
    try:
        value = yaml.safe_load(closed["fields"])
    except yaml.YAMLError as error:
        if isinstance(error, yaml.constructor.ConstructorError):
            return
        mark = getattr(error, "problem_mark", None)
        place = closed.start("fields") + min(mark.index if mark else 0, max(len(closed["fields"].rstrip()) - 1, 0))
        line = source.text[source.text.rfind("\n", 0, place) + 1 :].partition("\n")[0].strip()
        message = "is broken YAML, so that all fields are printed as text."
        yield source.fault(place, line, message, "Put quotes around texts that hold a colon.", "broken-front-matter")
        return
    if value is not None and not isinstance(value, dict) and _FIELD.search(closed["fields"]):
        message = "holds no fields, so it is printed as text."
        yield source.fault(
            closed.start("fields"),
            closed["fields"].strip().partition("\n")[0],
            message,
            "Write name: value.",
            "broken-front-matter",
        )


def snippet_names(text: str) -> Iterator[tuple[int, str]]:
    """Give place and name of every snippet a text includes, lines and sections left out."""
    blocks = list(_BLOCK.finditer(text))
    for block in blocks:
        for match in re.finditer(r"^[ \t>]*(?P<name>[^\s;#][^\n]*?)[ \t]*\r?$", block["names"], re.MULTILINE):
            yield block.start("names") + match.start("name"), _file_of(match["name"].strip("\"'"))
    for match in _SNIPPET.finditer(text):
        if not match["name"].startswith(";"):
            yield match.start("name"), _file_of(match["name"])


def _file_of(name: str) -> str:
    return re.sub(r"(?::-?\d*(?:,-?\d*)*){1,2}(?:,[-:\d]*)*$|:[\w-]+$", "", name) if "://" not in name else name


def snippet_faults(tree: Tree, sources: Sources) -> Iterator[Fault]:
    """Give the snippets that are included and not there: the host leaves a gap without a word."""
    if "pymdownx.snippets" not in tree.settings.extensions:
        return
    for page in tree.pages.values():
        for place, name in snippet_names(page.text) if page.includes else ():
            if tree.snippets.get(name, ("", "")) is None:
                hint = "Correct the path; it goes from the base path of the snippets."
                yield sources[page.path].fault(place, name, "is a snippet that is not there.", hint, "missing-snippet")
