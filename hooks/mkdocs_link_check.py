"""The link check as a hook of any MkDocs build: name this file under ``hooks`` in its mkdocs.yml."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from playbook.problems import report
from playbook.tree.check import link_problems
from playbook_mkdocs.tree import Watch

_watch = Watch()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin anew with every build."""
    global _watch
    _watch = Watch()
    _watch.begin(config)
    return config


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - named by the host
    """See a page as it was rendered."""
    _watch.see(html, page, config)
    return html


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> Any:
    """Refuse the build before anything is written, with everything that is wrong."""
    global _watch
    problems = link_problems(_watch.tree(config, files))
    _watch = Watch()  # the host goes on for long, and needs the room
    if problems:
        raise PluginError(report(problems))
    return env
