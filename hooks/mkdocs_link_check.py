"""The link check as a hook of any MkDocs build: name this file under ``hooks`` in its mkdocs.yml."""

from __future__ import annotations

import logging
import os
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from playbook.links.checks import link_problems
from playbook.links.severity import fails, least_that_fails
from playbook.problems import WARNING, describe, report
from playbook_mkdocs.warnings import HostWarnings
from playbook_mkdocs.watch import Watch

log = logging.getLogger("mkdocs.plugins.link_check")
_watch = Watch()
_warnings = HostWarnings()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin anew with every build."""
    global _watch
    _warnings.end()
    _watch = Watch()
    config.config_file_path = os.path.abspath(config.config_file_path)  # noqa: PTH100 - named from the folder one is in
    _watch.begin(config)
    _warnings.begin()
    return config


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - named by the host
    """See a page as it was rendered."""
    _watch.see(html, page, config)
    return html


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> Any:
    """Refuse the build before anything is written where links are dead; tell what is less grave."""
    global _watch
    tree = _watch.tree(config, files)
    problems = link_problems(tree)
    _warnings.end(problems, tree.settings.docs)
    _watch = Watch()  # the host goes on for long, and needs the room
    if fails(problems, least_that_fails(tree)):
        raise PluginError(report(problems))
    for problem in problems:
        log.log(logging.WARNING if problem.severity == WARNING else logging.INFO, describe(problem))
    return env


def on_build_error(error: Exception) -> None:  # noqa: ARG001 - named by the host
    """Leave nothing of the host unsaid."""
    _warnings.end()
