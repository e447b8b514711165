"""The snippets of a tree, read where the Markdown extension reads them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from playbook.links.text.snippet import snippet_names
from playbook.problems import Problem
from playbook_mkdocs.folder import not_text, odd_byte, relative

_SNIPPETS = "pymdownx.snippets"


def snippets_of(config: MkDocsConfig, root: Path, texts: list[str]) -> dict[str, tuple[str, str] | None]:
    """Give path and text of every snippet that a text names, or None where it is not there."""
    if _SNIPPETS not in config.markdown_extensions:
        return {}
    given = config.mdx_configs.get(_SNIPPETS) or {}
    bases = given.get("base_path", ["."])
    places = [Path(str(base)) for base in (bases if isinstance(bases, list | tuple) else [bases])]
    places += [root / base for base in places]
    inside = bool(given.get("restrict_base_path", True))
    names = [name for text in texts for _, name in snippet_names(text)] + list(appended(config))
    found: dict[str, tuple[str, str] | None] = {}
    while names:
        name = names.pop()
        if name not in found and "://" not in name:
            found[name] = snippet = _snippet(name, places, root, inside=inside)
            names += [other for _, other in snippet_names(snippet[1])] if snippet else []
    return found


def appended(config: MkDocsConfig) -> tuple[str, ...]:
    """Give the names of the snippets that every page gets."""
    given = config.mdx_configs.get(_SNIPPETS) or {}
    return tuple(str(name) for name in given.get("auto_append") or ())


def _snippet(name: str, bases: list[Path], root: Path, *, inside: bool) -> tuple[str, str] | None:
    for base in bases:
        place = base if base.is_file() and base.name == name else base / name
        # The extension leaves a gap, too, for a file outside of its base.
        if place.is_file() and (base.is_file() or not inside or _is_below(place, base)):
            return relative(str(place.resolve()), str(root)), place.read_bytes().decode("utf-8", "replace")
    return None


def _is_below(place: Path, base: Path) -> bool:
    return os.path.abspath(place).startswith(os.path.abspath(base) + os.sep)  # noqa: PTH100 - as the extension does


def garbled(snippets: Mapping[str, tuple[str, str] | None], root: Path, told: set[str]) -> Iterator[Problem]:
    """Give the snippets that are not UTF-8 text."""
    for path in sorted({snippet[0] for snippet in snippets.values() if snippet} - told):
        content = (root / path).read_bytes()
        place = odd_byte(content)
        if place is not None:
            yield not_text(path, content, place)
