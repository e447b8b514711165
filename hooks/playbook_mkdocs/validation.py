"""The host's own validation of a configuration, told key by key and entry by entry."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig, get_schema

from playbook_mkdocs.configuration_yaml import copied

Failure = tuple[str, BaseException]


def first_failure(config: MkDocsConfig) -> Failure | None:
    """Give the first key that the host refuses, and validate what comes before it.

    Its own ``validate`` does not tell at which key a plugin, a hook or a theme raised something else than a refusal.
    """
    before = Path.cwd()
    try:
        return next(chain(_stepped(config, "pre_validation"), _validated(config), _stepped(config, "post_validation")))
    except StopIteration:
        return None
    finally:
        os.chdir(before)


def refused_entries(
    key: str, entries: list[Any], error: BaseException, config: MkDocsConfig
) -> list[tuple[Any, BaseException]]:
    """Give the entries of a list that fail alone, else those that the error names, else all."""
    option: Any = dict(get_schema())[key]
    tried = [(entry, error_of(partial(option.validate, [copied(entry, config)]))) for entry in entries]
    option.reset_warnings()
    alone = [(entry, found) for entry, found in tried if found]
    named = [(entry, error) for entry in entries if f"'{name_of(entry)}'" in str(error)]
    return alone or named or [(entry, error) for entry in entries]


def name_of(entry: Any) -> str:
    """Give the name of an entry, which may carry its settings."""
    return str(next(iter(entry))) if isinstance(entry, dict) and entry else str(entry)


def error_of(act: Callable[[], object]) -> BaseException | None:
    """Give what an act of theirs raises, or nothing."""
    try:
        act()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - plugins and hooks of theirs may raise anything
        return error
    return None


def _stepped(config: MkDocsConfig, step: str) -> Iterator[Failure]:
    for key, option in get_schema():
        error = error_of(partial(getattr(option, step), config, key_name=key))
        if error:
            yield key, error


def _validated(config: MkDocsConfig) -> Iterator[Failure]:
    for key, option in get_schema():
        error = error_of(partial(_validate, config, key, option))
        option.reset_warnings()
        if error:
            yield key, error


def _validate(config: MkDocsConfig, key: str, option: Any) -> None:
    config[key] = option.validate(config.get(key))
