"""A tree of documentation as the host built it: pages, files and configuration, as plain values."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from playbook.problems import Problem

PUBLISHED, DRAFT, EXCLUDED = "published", "draft", "excluded"
# The attribute of a link whose text is its target.
AUTOLINK = "autolink"


class NoTreeError(Exception):
    """There is no tree that could be built."""


class Reference(NamedTuple):
    """A place that names another: its target as the host was given it.

    ``raw`` marks HTML that the host leaves as it is. ``label`` says what the text of a link is worth to a reader. A
    tuple, since a large tree has more of these than of anything else.
    """

    target: str
    tag: str
    attribute: str
    raw: bool
    label: str = "clear"


def _nothing() -> str:
    return ""


@dataclass(frozen=True, eq=False)
class Page:
    """A page: its file below the tree, its name below docs, its address, and what was written and rendered.

    ``read`` gives the text as written: only pages with a fault are read again, and none is kept.
    """

    path: str
    uri: str
    url: str
    read: Callable[[], str] = _nothing
    html: str = ""
    ids: tuple[str, ...] = ()
    anchors: tuple[str, ...] | None = None  # the ids that are promised for ever; None: all of them
    names: tuple[str, ...] = ()  # of anchors, as HTML had them before ids
    other_ids: frozenset[str] = frozenset()  # in drawings or printed by a template: to link to, not to count
    references: tuple[Reference, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)
    rendered: bool = True
    includes: bool = False  # whether it names a snippet
    torn: bool = False  # whether it opens with fields that the host did not read
    in_nav: bool = False

    @property
    def text(self) -> str:
        """The text as written."""
        return self.read()

    @property
    def has_twice(self) -> bool:
        """Whether any id or name stands twice."""
        return len({*self.ids, *self.names}) < len(self.ids) + len(self.names)

    @cached_property
    def all_ids(self) -> frozenset[str]:
        """Everything that a fragment may name."""
        return self.other_ids.union(self.ids, self.names)

    @cached_property
    def folder(self) -> str:
        """The folder of its name."""
        return posixpath.dirname(self.uri)

    def from_here(self, path: str) -> str:
        """Give the name of what a path written on this page means."""
        return posixpath.normpath(posixpath.join(self.folder, path))


@dataclass(frozen=True)
class Doubt:
    """Something of the tree that was not run, or works after its pages are rendered, and where that leaves doubt.

    ``absent`` says that nothing of it was run; ``pages`` that it may make any page, ``late`` any address, ``anchors``
    any place on a page; ``navigates`` that it arranges the navigation. ``named`` are patterns of pages that it takes
    out or reads in its own way, ``made`` those of files made where the site is built, ``words`` names of files and
    folders in its settings.
    """

    absent: bool = False
    pages: bool = False
    late: bool = False
    anchors: bool = False
    navigates: bool = False
    named: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    made: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Settings:
    """What the checks need to know of the configuration."""

    path: str = "mkdocs.yml"
    text: str = ""
    docs: str = "docs"
    site_url: str = ""
    directory_urls: bool = True
    absolute_to_docs: bool = False
    nav_to_docs: bool = False
    ignored: frozenset[str] = frozenset()  # what the configuration tells the host to ignore
    not_in_nav: frozenset[str] = frozenset()
    appended: tuple[str, ...] = ()  # snippets that every page gets
    inherited: Mapping[str, str] = field(default_factory=dict)  # configurations it is based on, nearest first


@dataclass(frozen=True, eq=False)
class Tree:
    """Everything one check looks at.

    ``files`` gives the state of every file by its name below docs; ``built`` the file behind every address of the
    site; ``other_texts`` the style sheets by path; ``snippets`` the text of every included file, None where missing;
    ``troubles`` the files that could not be read; ``history`` every address that the book ever held and ``book_digest``
    what the book is said to be; ``printed`` the pages with what templates print as their text, and ``templates`` the
    text of those that the tree has of its own, by path.
    """

    settings: Settings
    pages: Mapping[str, Page]
    files: Mapping[str, str]
    built: Mapping[str, str]
    drafts: Mapping[str, str] = field(default_factory=dict)
    other_texts: Mapping[str, str] = field(default_factory=dict)
    snippets: Mapping[str, tuple[str, str] | None] = field(default_factory=dict)
    troubles: tuple[Problem, ...] = ()
    shadowed: tuple[tuple[str, str], ...] = ()
    redirects: str | None = None
    addresses: str | None = None
    history: frozenset[str] = frozenset()
    book_digest: str = ""
    printed: tuple[Page, ...] = ()
    templates: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    wishes: str | None = None  # the text of link-check.yml
