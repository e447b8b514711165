"""A rehearsal: any tree on disk, built as far as links need it; nothing is written and nothing is fetched."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import tempfile
import warnings
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.yaml import RelativeDirPlaceholder

from playbook.links.promise.address_book import ADDRESSES
from playbook.links.text.elements import ids_in
from playbook.links.values import Doubt, NoTreeError, Page, Tree
from playbook.problems import Problem
from playbook_mkdocs.collector import Collector
from playbook_mkdocs.configuration import Configuration, configuration_file, without_failing
from playbook_mkdocs.events import guard
from playbook_mkdocs.fences import Fences
from playbook_mkdocs.folder import NUL, each_folder_once, not_text, odd_byte, unreadable
from playbook_mkdocs.plugin_doubts import doubt_of_events, late_doubts, made_files
from playbook_mkdocs.printer import Printer, template_texts
from playbook_mkdocs.watch import page_of, path_of, reader_of, tree_of, url_of


def read_tree(place: str) -> tuple[Tree, list[str]]:
    """Give the tree below a folder (or of a configuration file) as built, and what had to be left out.

    Raises NoTreeError where there is nothing that could be built.
    """
    file = configuration_file(place)
    # Snippets, and many a hook, count paths from the folder in which the build is started.
    with tempfile.TemporaryDirectory() as site, _silence(), _no_traces(), contextlib.chdir(file.parent):
        rehearsal = Rehearsal(Configuration(file, site))
        return rehearsal.tree(), rehearsal.notes.told()


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Keep the host's own words out of the report, which says the same with lines."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(None):
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


@contextlib.contextmanager
def _no_traces() -> Iterator[None]:
    """Keep Python from writing compiled hooks into the tree."""
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before


class Rehearsal:
    """One build of one tree, which stops before anything is written."""

    def __init__(self, configuration: Configuration) -> None:
        self.notes = configuration.notes
        self.config = configuration.loaded()
        self.file = configuration.file
        self.root = configuration.file.parent
        self.docs = self.config.docs_dir  # a plugin may gather all pages in another folder
        self.troubles: list[Problem] = []
        self.collector = Collector()
        self.failed: set[tuple[str, str]] = set()

    def tree(self) -> Tree:
        """Give everything that the build would have published."""
        files = self._files()
        navigation = self._navigation(files)
        found = _once([page for file in files.documentation_pages() if (page := self._page_of(file))])
        self._make_readable(found)
        pages = [self._page(page, path_of(page.file, self.root, self.docs), files) for page in found]
        self._refuse_nothing(pages)
        _name_page_folders(self.config, pages)
        late = [*late_doubts(self.config.plugins, set(), Path(self.docs))]
        every = (self.root / ADDRESSES).is_file() or any(doubt.anchors for _, doubt in late)
        printed: list[Page] = []
        if every or self.config.theme.custom_dir:
            pages, printed = self._as_printed(files, navigation, pages, every=every)
        self.notes.tell("", made_files(self.root, Path(self.docs)))
        heard = {"post_page", "env", "page_context"} if printed else set()
        for note, doubt in late_doubts(self.config.plugins, heard, Path(self.docs)):
            self.notes.tell(note, doubt)
        tree = tree_of(self.config, self.docs, files, pages, self.troubles, self.notes.doubts)
        return replace(tree, printed=tuple(printed), templates=template_texts(self.config, self.root))

    def _as_printed(
        self, files: Files, navigation: Navigation, pages: list[Page], *, every: bool
    ) -> tuple[list[Page], list[Page]]:
        """Give the pages with the places that templates add, and what was printed: all, or one page of each kind."""
        try:
            printer = Printer(self.config, files, navigation)
            rendered = [page for page in pages if page.rendered]
            outputs = {page.uri: printer.page(page) for page in (rendered if every else _one_of_each(rendered))}
            others = list(printer.static())
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a template of theirs may raise anything
            self.notes.tell(f"the templates could not be used: {self.notes.reason(error)}.", Doubt(anchors=True))
            return pages, []
        ids = {uri: frozenset(ids_in(output)) for uri, output in outputs.items()}
        added = frozenset(name for page in rendered if page.uri in ids for name in ids[page.uri].difference(page.ids))
        found = [replace(page, other_ids=page.other_ids | ids.get(page.uri, added)) for page in pages]
        return found, [
            replace(page, read=partial(str, outputs[page.uri])) for page in found if page.uri in outputs
        ] + others

    def _files(self) -> Files:
        self._guard()
        self.config.plugins.on_startup(command="build", dirty=False)
        changed = self.config.plugins.on_config(self.config)
        self.config = config = changed if isinstance(changed, MkDocsConfig) else self.config
        self._guard()  # what plugins have added
        config.plugins.on_pre_build(config=config)
        _tame_snippets(config)
        with each_folder_once():
            files = get_files(config)
        with contextlib.suppress(Exception):
            files.add_files_from_theme(config.theme.get_env(), config)
        before = [file.src_uri for file in files.documentation_pages()]
        files = config.plugins.on_files(files, config=config)
        self._tell_taken_out([name for name in before if name not in files.src_uris])
        set_exclusions(files, config)
        return files

    def _tell_taken_out(self, names: list[str]) -> None:
        more = f" and {len(names) - 1} more pages are" if len(names) > 1 else " is"
        if names:
            self.notes.tell(f"{names[0]}{more} taken out by a plugin or hook, and not checked.")

    def _guard(self) -> None:
        guard(self.config.plugins, self._event_failed)

    def _event_failed(self, event: str, plugin: str, error: BaseException) -> None:
        """Tell the first failure; one for every page would say no more."""
        if (event, plugin) not in self.failed:
            self.failed.add((event, plugin))
            doubt = doubt_of_events({event.removeprefix("on_")})
            self.notes.without(f"{event} of", plugin, f"failed: {self.notes.reason(error)}", doubt)

    def _navigation(self, files: Files) -> Navigation:
        try:
            navigation = get_navigation(files, self.config)
        except Exception as error:  # noqa: BLE001 - the host checks little of it
            self.notes.tell(f"nav in {self.file.name} is left out: {self.notes.reason(error)}.")
            self.config.nav = None
            navigation = get_navigation(files, self.config)
        return self.config.plugins.on_nav(navigation, config=self.config, files=files)

    def _page_of(self, file: File) -> MkDocsPage | None:
        page = file.page or MkDocsPage(None, file, self.config)
        return page if isinstance(page, MkDocsPage) else None

    def _make_readable(self, pages: list[MkDocsPage]) -> None:
        """Leave out the Markdown extensions that fail, and add those that collect and stand in."""
        self.config._current_page = next(iter(pages), None)  # a folder may be given relative to it
        for name, error in without_failing(self.config) if pages else ():
            why = f"cannot be used: {self.notes.reason(error)}"
            self.notes.without("Markdown extension", name, why, Doubt(absent=True))
        self.config._current_page = None
        # Where all is there, a fence that nobody reads is published as prose, and has to be checked as such.
        own: list[Any] = [self.collector, Fences()] if self.notes else [self.collector]
        self.config.markdown_extensions = [*self.config.markdown_extensions, *own]

    def _refuse_nothing(self, pages: list[Page]) -> None:
        """Raise NoTreeError where no page could be rendered, as nothing was checked then."""
        if self.notes.unrendered and not any(page.rendered for page in pages):
            raise NoTreeError(f"{self.file} cannot be used: {' '.join(self.notes.told())}")

    def _page(self, page: MkDocsPage, path: str, files: Files) -> Page:
        bare = Page(path, page.file.src_uri, url_of(page.file), reader_of(page.file), rendered=False)
        if not self._is_readable(page, path):
            return bare
        try:
            with contextlib.redirect_stderr(None):
                self._render_whatever_is_included(page, files)
            return page_of(page, path, page.content or "", self.collector.taken())
        except (Exception, SystemExit) as error:  # noqa: BLE001 - one bad page must not hide the others
            self.notes.tell_unrendered(path, error)
            return replace(bare, references=self.collector.taken())

    def _render_whatever_is_included(self, page: MkDocsPage, files: Files) -> None:
        """Render a page; where a snippet is not UTF-8 text, read snippets in the one encoding that refuses nothing."""
        try:
            _populate_page(page, self.config, files)
        except UnicodeDecodeError:
            given = self.config.mdx_configs.setdefault("pymdownx.snippets", {})
            before = dict(given)
            given["encoding"] = "latin-1"
            try:
                _populate_page(page, self.config, files)
            finally:
                self.config.mdx_configs["pymdownx.snippets"] = before

    def _is_readable(self, page: MkDocsPage, path: str) -> bool:
        try:
            place = odd_byte(page.file.content_bytes)
        except OSError as error:
            gone = isinstance(error, FileNotFoundError)
            what = "is a link to a file that is not there." if gone else "cannot be read."
            self.troubles.append(unreadable(path, page.file.src_uri, what))
            return False
        if place is not None:
            self.troubles.append(not_text(path, page.file.content_bytes, place))
        return place is None or self.troubles[-1].code == NUL


def _one_of_each(pages: list[Page]) -> list[Page]:
    """Give the home page, the deepest and one page of each template: what templates add and link is the same on all."""
    kinds = {str(page.meta.get("template", "")): page for page in sorted(pages, key=lambda page: page.url.count("/"))}
    found = [*kinds.values(), *(page for page in pages if page.url in ("", "index.html")), *pages[:1]]
    return [*{page.uri: page for page in found}.values()]


def _once(pages: list[MkDocsPage]) -> list[MkDocsPage]:
    """Give each source once, by its shortest name: a link of the file system may lead back to where it stands."""
    names: dict[str, str] = {}
    for page in sorted(pages, key=lambda page: (page.file.src_uri.count("/"), page.file.src_uri)):
        names.setdefault(os.path.realpath(page.file.abs_src_path or page.file.src_uri), page.file.src_uri)
    kept = {*names.values()}
    return [page for page in pages if page.file.src_uri in kept]


def _tame_snippets(config: MkDocsConfig) -> None:
    """Let a missing snippet be a gap, not the end of the build, and fetch none."""
    if "pymdownx.snippets" in config.markdown_extensions:
        given = config.mdx_configs.setdefault("pymdownx.snippets", {})
        given |= {"check_paths": False, "url_download": False}


def _name_page_folders(config: MkDocsConfig, pages: list[Page]) -> None:
    """Say which folders snippets were taken from where that was the folder of each page."""
    given = config.mdx_configs.get("pymdownx.snippets") or {}
    bases = given.get("base_path")
    if not isinstance(bases, list) or not any(isinstance(base, RelativeDirPlaceholder) for base in bases):
        return
    folders = {str((Path(config.docs_dir) / page.uri).parent) for page in pages if page.includes}
    others = [base for base in bases if not isinstance(base, RelativeDirPlaceholder)]
    given["base_path"] = [*others, *sorted(folders)]
