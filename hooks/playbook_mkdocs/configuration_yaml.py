"""The YAML of a configuration file, read even where they name what is not installed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import GeneratorType
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import (
    ConfigDirPlaceholder,
    DocsDirPlaceholder,
    RelativeDirPlaceholder,
    get_yaml_loader,
    yaml_load,
)

_PLACEHOLDERS = (ConfigDirPlaceholder, DocsDirPlaceholder, RelativeDirPlaceholder)


class Absent:
    """Stands where a setting names something that cannot be had here."""

    def __init__(self, name: str) -> None:
        self.name = name


def read_configuration(file: Path) -> Any:
    """Give what a configuration file holds, with what it inherits."""
    with file.open("rb") as opened:
        return yaml_load(opened, _loader(MkDocsConfig(config_file_path=str(file))))


def leaves(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Give everything below a value that holds nothing more, with the name above it."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from leaves(item, str(name))
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item, key)
    else:
        yield key, value


def copied(value: Any, config: MkDocsConfig) -> Any:
    """Give a copy that one try may use up: folders belong to its configuration, and defaults stand for what is absent.

    A deep copy will not do, as modules and much that ``!!python`` tags make cannot be copied.
    """
    if isinstance(value, dict):
        return {key: copied(item, config) for key, item in value.items() if not isinstance(item, Absent)}
    if isinstance(value, list):
        return [copied(item, config) for item in value if not isinstance(item, Absent)]
    if isinstance(value, _PLACEHOLDERS):
        return type(value)(config, value.suffix)
    return value


def _loader(config: MkDocsConfig) -> Any:
    loader = get_yaml_loader(config=config)
    for prefix, constructor in list(loader.yaml_multi_constructors.items()):
        if prefix and ":python/" in prefix:
            loader.add_multi_constructor(prefix, partial(_constructed, constructor))
    loader.add_multi_constructor("!", lambda loader, suffix, node: None)  # noqa: ARG005 - as the library calls it
    return loader


def _constructed(constructor: Callable[..., Any], loader: Any, suffix: str, node: Any) -> Any:
    try:
        made = constructor(loader, suffix, node)
        if isinstance(made, GeneratorType):  # it hands the thing out first and fills it when asked again
            made, *_ = made
    except (Exception, SystemExit):  # noqa: BLE001 - it is imported and called, which may raise anything
        return Absent(suffix)
    return made
