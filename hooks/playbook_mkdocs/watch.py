"""A tree of the host as values of the core: its pages, its files and what lies beside its configuration."""

from __future__ import annotations

import logging
import os
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.pages import _AbsoluteLinksValidationValue

from playbook.links.promise.address_book import ADDRESSES, DIGEST, REDIRECTS
from playbook.links.severity import WISHES
from playbook.links.text.elements import drawn_ids, ids_in, names_in, styles_in
from playbook.links.values import DRAFT, EXCLUDED, PUBLISHED, Doubt, Page, Reference, Settings, Tree
from playbook.problems import Problem
from playbook_mkdocs.collector import Collector
from playbook_mkdocs.folder import is_published, relative, text_if_there, unreadable, walked
from playbook_mkdocs.history import has_lost_book, history_of
from playbook_mkdocs.plugin_doubts import late_doubts, made_files
from playbook_mkdocs.snippet_files import appended, garbled, snippets_of

_TO_DOCS = _AbsoluteLinksValidationValue.RELATIVE_TO_DOCS
_NO_BOOK = "is the book of all published addresses, and it is not there."
_LOST_BOOK = Problem(ADDRESSES, 1, ADDRESSES, _NO_BOOK, "Bring it back from git.", "address-removed", 1)


class Watch:
    """Watches a build of the host that runs anyway, page by page, and gives its tree."""

    def __init__(self) -> None:
        self.collector = Collector()
        self.pages: dict[str, Page] = {}
        self.docs = ""

    def begin(self, config: MkDocsConfig) -> None:
        """Stand among the extensions of Markdown."""
        self.docs = config.docs_dir
        config.markdown_extensions.append(self.collector)  # type: ignore[arg-type] # the library takes instances

    def see(self, html: str, page: MkDocsPage, config: MkDocsConfig) -> None:
        """Keep what a rendered page holds."""
        path = path_of(page.file, Path(str(config.config_file_path)).parent, self.docs)
        self.pages[page.file.src_uri] = page_of(page, path, html, self.collector.taken())

    def tree(self, config: MkDocsConfig, files: Files) -> Tree:
        """Give everything that was seen."""
        late = [doubt for _, doubt in late_doubts(config.plugins, set(), Path(self.docs))]
        made = made_files(Path(str(config.config_file_path)).parent, Path(self.docs))
        doubts = [doubt for doubt in (*late, made) if doubt != Doubt()]
        return tree_of(config, self.docs, files, self.pages.values(), [], doubts)


def reader_of(file: File) -> Callable[[], str]:
    """Give what reads the text of a file when it is asked for; of one that cannot be read there is none."""

    def read() -> str:
        try:
            return file.content_bytes.decode("utf-8", "replace")
        except OSError:
            return ""

    return read


def path_of(file: File, root: Path, docs: str) -> str:
    """Give the path of a source as a writer knows it: from the folder of the configuration."""
    place = file.abs_src_path or ""
    if not place.startswith((f"{root}{os.sep}", f"{docs}{os.sep}")):  # made by a plugin, or gathered elsewhere by one
        place = os.path.join(docs, file.src_uri)  # noqa: PTH118 - a Path for every page took longer than its links
    return relative(place, str(root))


def url_of(file: File) -> str:
    """Give the address of a page below the site, with no letter encoded; the host encodes it."""
    return "" if file.url in (".", "./") else unquote(file.url)


def page_of(page: MkDocsPage, path: str, content: str, references: tuple[Reference, ...]) -> Page:
    """Give a rendered page as a value of the core."""
    text = page.markdown or ""
    return Page(
        path=path,
        uri=page.file.src_uri,
        url=url_of(page.file),
        read=reader_of(page.file),
        html=content,
        ids=tuple(ids_in(content)),
        names=tuple(names_in(content)),
        other_ids=drawn_ids(content),
        references=(*references, *styles_in(content)),
        meta=page.meta or {},
        includes="8<" in text,
        torn=text.lstrip("\ufeff \t\r\n").startswith("---") and not page.meta,
        in_nav=bool(page.parent or page.previous_page or page.next_page),
    )


def tree_of(
    config: MkDocsConfig,
    docs_dir: str,
    files: Files,
    pages: Collection[Page],
    troubles: Sequence[Problem],
    doubts: Sequence[Doubt],
) -> Tree:
    """Give a tree as built by MkDocs, with what lies beside its configuration."""
    root, docs = Path(str(config.config_file_path)).parent, Path(docs_dir)
    states, built, drafts = _states(files, [*config.theme.static_templates, *map(str, config.extra_templates)])
    names, dangling = walked(docs)
    snippets = snippets_of(config, root, [page.text for page in pages if page.includes])
    return Tree(
        settings=_settings(config, docs_dir, files, root),
        pages={page.uri: page for page in pages},
        files=states,
        built=built,
        drafts=drafts,
        other_texts=_style_sheets(files, root, docs),
        snippets=snippets,
        troubles=(*troubles, *_found(root, dangling, snippets, {trouble.path for trouble in troubles})),
        shadowed=tuple(sorted({*_same_address(files, docs), *_dropped(names, states, built, config)})),
        redirects=text_if_there(root / REDIRECTS),
        addresses=text_if_there(root / ADDRESSES),
        history=(history := history_of(root)),
        book_digest=_digest(root, history),
        doubts=tuple(doubts),
        wishes=text_if_there(root / WISHES),
    )


def _digest(root: Path, history: frozenset[str]) -> str:
    # Where git remembers, nothing else is needed, and two branches that both add may be merged.
    return "" if history else text_if_there(root / DIGEST) or ""


def _states(files: Files, templates: Sequence[str]) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    states: dict[str, str] = {}
    built: dict[str, str] = {}
    drafts: dict[str, str] = {}
    for file in files:
        state = {"EXCLUDED": EXCLUDED, "DRAFT": DRAFT}.get(file.inclusion.name, PUBLISHED)
        states[file.src_uri] = state
        if state == PUBLISHED:
            built.setdefault(file.dest_uri, file.src_uri)
        else:
            drafts[file.dest_uri.removesuffix("index.html")] = state
    return states, built | {name: name for name in templates if name not in built}, drafts


def _settings(config: MkDocsConfig, docs_dir: str, files: Files, root: Path) -> Settings:
    links, nav = config.validation.links, config.validation.nav
    path = Path(str(config.config_file_path))
    return Settings(
        path=path.name,
        text=path.read_bytes().decode("utf-8", "replace"),
        docs=relative(docs_dir, str(root)),
        site_url=config.site_url or "",
        directory_urls=config.use_directory_urls,
        absolute_to_docs=links.absolute_links == _TO_DOCS,
        nav_to_docs=nav.absolute_links == _TO_DOCS,
        ignored=frozenset(_ignored("", links)) | frozenset(_ignored("nav_", nav)),
        not_in_nav=frozenset(file.src_uri for file in files if file.inclusion.name == "NOT_IN_NAV"),
        appended=appended(config),
        inherited=_inherited(path, root),
    )


def _ignored(start: str, validation: Any) -> Iterator[str]:
    """Give the kinds of faults that the host is told to ignore."""
    return (f"{start}{key}" for key, level in validation.items() if level == logging.DEBUG)


def _inherited(path: Path, root: Path) -> dict[str, str]:
    """Give the configurations that one is based on, by path."""
    found: dict[str, str] = {}
    base = _base(path)
    while base and base.is_file() and relative(str(base), str(root)) not in found:
        found[relative(str(base), str(root))] = base.read_text("utf-8", "replace")
        base = _base(base)
    return found


def _base(path: Path) -> Path | None:
    named = re.search(r"(?m)^INHERIT:\s*[\"']?([^\"'#\n]+)", path.read_text("utf-8", "replace"))
    return (path.parent / named[1].strip()).resolve() if named else None


def _published_files(files: Files, docs: Path) -> Iterator[File]:
    """Give the files of the tree itself that are published."""
    below = f"{docs}{os.sep}"
    for file in files:
        if is_published(file) and str(file.abs_src_path).startswith(below):
            yield file


def _style_sheets(files: Files, root: Path, docs: Path) -> dict[str, str]:
    sheets = (Path(str(file.abs_src_path)) for file in _published_files(files, docs) if file.src_uri.endswith(".css"))
    read = {relative(str(place), str(root)): text_if_there(place) for place in sheets}
    return {path: text for path, text in read.items() if text is not None}


def _found(
    root: Path, dangling: Iterable[str], snippets: Mapping[str, tuple[str, str] | None], told: set[str]
) -> Iterator[Problem]:
    """Give what is wrong with files beside the pages; ``told`` are those of which something is said already."""
    yield from _dangling(dangling, root, told)
    yield from garbled(snippets, root, told)
    if has_lost_book(root):
        yield _LOST_BOOK


def _dangling(places: Iterable[str], root: Path, told: set[str]) -> Iterator[Problem]:
    """Give the links of the file system that lead nowhere, pictures included."""
    for place in places:
        path = relative(place, str(root))
        if path not in told:
            yield unreadable(path, posixpath.basename(path), "is a link to a file that is not there.")


def _same_address(files: Files, docs: Path) -> Iterator[tuple[str, str]]:
    """Give pairs of files with one address: the host keeps one of them."""
    seen: dict[str, str] = {}
    for file in _published_files(files, docs):
        first = seen.setdefault(file.dest_uri, file.src_uri)
        if first != file.src_uri:
            yield first, file.src_uri


def _dropped(
    names: Iterable[str], states: Mapping[str, str], built: Mapping[str, str], config: MkDocsConfig
) -> Iterator[tuple[str, str]]:
    """Give the files that the host drops without a word, since another of their folder has the same address."""
    for name in names:
        if name not in states:
            file = File(name, config.docs_dir, config.site_dir, config.use_directory_urls)
            set_exclusions([file], config)
            if is_published(file) and file.dest_uri in built:
                yield built[file.dest_uri], name
