"""The printer of a tree: its pages as printed by them, and the templates that are its own as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands.build import _build_template, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from playbook.links.text.elements import ids_in
from playbook.links.values import Page


class Printer:
    """Prints pages and the files that are nothing but a template."""

    def __init__(self, config: MkDocsConfig, files: Files, navigation: Navigation) -> None:
        self.config = config
        self.files = files
        self.navigation = navigation
        found = config.theme.get_env()
        self.environment: jinja2.Environment = config.plugins.on_env(found, config=config, files=files) or found

    def page(self, page: Page) -> str:
        """Give a page as it will be read."""
        file = self.files.get_file_from_path(page.uri)
        shown = file.page if file else None
        if not isinstance(shown, MkDocsPage):
            return page.html
        events: Any = self.config.plugins
        context = get_context(self.navigation, self.files, self.config, shown)
        template = self.environment.get_template(shown.meta.get("template", "main.html"))
        context = events.on_page_context(context, page=shown, config=self.config, nav=self.navigation)
        output = template.render(context)
        return events.on_post_page(output, page=shown, config=self.config) or output

    def static(self) -> Iterator[Page]:
        """Give the pages without a source, as the one for addresses that are not there."""
        for name in sorted({*self.config.theme.static_templates, *map(str, self.config.extra_templates)}):
            if name.endswith(".html"):
                yield printed_alone(name, self._static(name))

    def _static(self, name: str) -> str:
        file = self.files.get_file_from_path(name)
        if file is None or name in self.config.theme.static_templates:
            template = self.environment.get_template(name)
        else:
            template = jinja2.Template(file.content_string)
        return _build_template(name, template, self.files, self.config, self.navigation)


def printed_alone(name: str, output: str) -> Page:
    """Give what a template prints without a page; its name is its address."""
    return Page(name, name, name, read=partial(str, output), ids=tuple(ids_in(output)))


def template_texts(config: MkDocsConfig, root: Path) -> Mapping[str, str]:
    """Give the templates of the tree's own theme folder, by path."""
    folder = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    if folder is None:
        return {}
    return {
        path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix(): path.read_bytes().decode(
            "utf-8", "replace"
        )
        for path in sorted(folder.rglob("*.html"))
    }
