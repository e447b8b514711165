"""The Markdown extensions of a tree, without those that cannot even begin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig


def without_failing(config: MkDocsConfig) -> Iterator[tuple[str, BaseException]]:
    """Take the extensions that fail out of a configuration, and give the name of each with its error."""
    extensions: list[Any] = config.markdown_extensions
    if _failure(config, extensions) is None:
        return
    kept: list[Any] = []
    for extension in extensions:
        error = _failure(config, [*kept, extension])
        if error is None:
            kept.append(extension)
        else:
            yield extension if isinstance(extension, str) else type(extension).__name__, error
    config.markdown_extensions = kept


def _failure(config: MkDocsConfig, extensions: list[Any]) -> BaseException | None:
    try:
        Markdown(extensions=extensions, extension_configs=config.mdx_configs or {})
    except (Exception, SystemExit) as error:  # noqa: BLE001 - an extension of theirs may raise anything
        return error
    return None
