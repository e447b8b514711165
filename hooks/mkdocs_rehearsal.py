"""A rehearsal: any tree on disk, built as far as links need it; nothing is written and nothing is fetched."""

from __future__ import annotations

import contextlib
import logging
import tempfile
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page as MkDocsPage

from mkdocs_configuration import Configuration, configuration_file
from mkdocs_templates import Printer, template_texts
from mkdocs_tree import page_of, path_of, reader_of, tree_of
from playbook.tree.address_book import ADDRESSES
from playbook.tree.collector import Collector
from playbook.tree.elements import ids_in
from playbook.tree.values import Page, Printed, Tree, Trouble


def read_tree(place: str) -> tuple[Tree, list[str]]:
    """Give the tree below a folder (or of a configuration file) as built, and what had to be left out.

    Raises NoTreeError where there is nothing that could be built.
    """
    file = configuration_file(place)
    # Snippets, and many a hook, count paths from the folder in which the build is started.
    with tempfile.TemporaryDirectory() as site, _silence(), contextlib.chdir(file.parent):
        rehearsal = Rehearsal(Configuration(file, site))
        return rehearsal.tree(), rehearsal.notes


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


class Rehearsal:
    """One build of one tree, which stops before anything is written."""

    def __init__(self, configuration: Configuration) -> None:
        self.missing = configuration.missing
        self.notes = configuration.notes
        self.config = configuration.loaded()
        self.root = configuration.file.parent
        self.troubles: list[Trouble] = []
        self.collector = Collector()
        self.config.markdown_extensions.append(self.collector)  # type: ignore[arg-type] # the library takes instances

    def tree(self) -> Tree:
        """Give everything that the build would have published."""
        files = self._files()
        navigation = get_navigation(files, self.config)
        navigation = self._event("on_nav", navigation, config=self.config, files=files) or navigation
        pages = list(self._pages(files))
        printed: list[Printed] = []
        if (self.root / ADDRESSES).is_file() or self.config.theme.custom_dir:
            pages, printed = self._as_printed(files, navigation, pages)
        tree = tree_of(self.config, files, pages, self.troubles, self.missing)
        return replace(tree, printed=tuple(printed), templates=template_texts(self.config, self.root))

    def _as_printed(self, files: Files, navigation: Navigation, pages: list[Page]) -> tuple[list[Page], list[Printed]]:
        """Give the pages with the places that templates of the tree's own add; others add none that a writer links."""
        try:
            printer = Printer(self.config, files, navigation)
            outputs = {page.uri: printer.page(page) for page in pages if page.rendered}
            others = list(printer.static())
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a template of theirs may raise anything
            self.notes.append(f"the templates could not be used: {error}")
            return pages, []
        found = [
            replace(page, names=page.names | frozenset(ids_in(outputs[page.uri]))) if page.uri in outputs else page
            for page in pages
        ]
        return found, [Printed(page, outputs[page.uri]) for page in found if page.uri in outputs] + others

    def _files(self) -> Files:
        config = self.config
        with contextlib.suppress(Exception):
            config.plugins.on_startup(command="build", dirty=False)
        self._event("on_config", config)
        self._event("on_pre_build", config=config)
        _tame_snippets(config)
        files = get_files(config)
        with contextlib.suppress(Exception):
            files.add_files_from_theme(config.theme.get_env(), config)
        files = self._event("on_files", files, config=config) or files
        set_exclusions(files, config)
        return files

    def _event(self, name: str, *values: Any, **named: Any) -> Any:
        event: Callable[..., Any] = getattr(self.config.plugins, name)
        try:
            return event(*values, **named)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin of theirs may raise anything
            self.notes.append(f"{name} of a plugin failed: {error}")
            return None

    def _pages(self, files: Files) -> Iterator[Page]:
        for file in files.documentation_pages():
            page = file.page or MkDocsPage(None, file, self.config)
            if isinstance(page, MkDocsPage):
                yield self._page(page, path_of(file, self.config), files)

    def _page(self, page: MkDocsPage, path: str, files: Files) -> Page:
        bare = Page(path, page.file.src_uri, page.file.url, rendered=False)
        if not self._is_readable(page, path):
            return bare
        self.config._current_page = page
        try:
            with contextlib.redirect_stderr(None):
                content = self._rendered(page, files)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - one bad page must not hide the others
            self.notes.append(f"{path} could not be rendered: {error or type(error).__name__}")
            return replace(bare, read=reader_of(page.file), references=self.collector.taken())
        finally:
            self.config._current_page = None
        return page_of(page, path, content, self.collector.taken())

    def _rendered(self, page: MkDocsPage, files: Files) -> str:
        config, plugins = self.config, self.config.plugins
        page = plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        page.render(config, files)
        page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)
        return page.content or ""

    def _is_readable(self, page: MkDocsPage, path: str) -> bool:
        try:
            content = page.file.content_bytes
            content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            byte = f"byte 0x{content[error.start]:02X}"
            self.troubles.append(Trouble(path, line, byte, "is not UTF-8 text.", "not-utf-8"))
            return False
        except OSError as error:
            gone = isinstance(error, FileNotFoundError)
            what = "is a link to a file that is not there." if gone else "cannot be read."
            self.troubles.append(Trouble(path, 1, page.file.src_uri, what, "unreadable-file"))
            return False
        return True


def _tame_snippets(config: MkDocsConfig) -> None:
    """Let a missing snippet be a gap, not the end of the build, and fetch none."""
    if "pymdownx.snippets" in config.markdown_extensions:
        given = config.mdx_configs.setdefault("pymdownx.snippets", {})
        given |= {"check_paths": False, "url_download": False}
