"""The traces of what was not run, or works once pages are rendered: its events, its settings, and what they name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.plugins import PluginCollection

from playbook.links.values import Doubt
from playbook_mkdocs.configuration_yaml import leaves

# What comes with the host and its theme is known, and the redirects of this plugin are read from the configuration.
_KNOWN = ("mkdocs", "material", "mkdocs_redirects")
_TAKING_OUT = re.compile(r"exclude|ignore|glob|skip", re.IGNORECASE)
_PROGRAM = (".py", ".yml", ".yaml")
_LATE = {
    "post_build": "on_post_build of {} was not run; addresses that only it makes are not judged.",
    "post_page": "on_post_page of {} was not run; places that only it makes are not judged.",
    "nav": "plugin {} arranges the navigation; entries of its own are not judged.",
    "env": "on_env of {} works once all pages are rendered; what it changes is not judged.",
}
_ARRANGING = {"config", "nav", "files", "pre_build"}


def doubt_of_events(events: set[str], *, absent: bool = True) -> Doubt:
    """Give the doubt left by events that were not heard."""
    text = {"page_read_source", "pre_page", "page_markdown", "page_content", "post_page"}
    pages = bool(absent and events & {"config", "pre_build", "files"})
    navigates = bool(events & _ARRANGING)
    return Doubt(absent, pages, "post_build" in events, bool(events & text), navigates)


def doubt_of_settings(settings: Any, root: Path, docs: str) -> Doubt:
    """Give the doubt left by something that is not installed, by what its settings name."""
    found = [(key, text) for key, text in leaves(settings) if isinstance(text, str)]
    words = {text.removeprefix("./").strip("/").partition("/")[0] for _, text in found if not re.search(r"[\s*]", text)}
    makes = any(text.endswith(_PROGRAM) and _is_beside(root, text, docs) for _, text in found)
    named = tuple(text for key, text in found if _TAKING_OUT.search(key))
    return Doubt(absent=True, pages=makes, navigates=True, named=named, words=frozenset(words - {"", ".", ".."}))


def made_files(root: Path, docs: Path) -> Doubt:
    """Give the doubt left by what git is told to pass over: such files are made where the site is built."""
    made = []
    for folder in (root, *root.parents):
        if (folder / ".gitignore").is_file() and docs.is_relative_to(folder):
            start = docs.relative_to(folder).as_posix()
            lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
            names = [line.strip().strip("/") for line in lines if "/" in line.strip().rstrip("/")]
            made += [name.removeprefix(f"{start}/") for name in names if name.startswith(f"{start}/")]
        if (folder / ".git").exists():
            break
    return Doubt(made=tuple(pattern for name in made for pattern in (name, f"{name}/*")))


def doubt_of_hook(hook: Path) -> Doubt:
    """Give the doubt left by a hook that cannot be imported: by the events that it names, or by all of them."""
    text = (
        hook.read_text("utf-8", "replace") if hook.is_file() else "def on_files def on_page_markdown def on_post_build"
    )
    events = {*re.findall(r"\bdef on_(\w+)", text)}
    return doubt_of_events(events) if events else Doubt()


def late_doubts(plugins: PluginCollection, heard: set[str], docs: Path) -> Iterator[tuple[str, Doubt]]:
    """Give a note and the doubt for each event of others that was not heard, or arranges what others read."""
    events: dict[str, set[str]] = defaultdict(set)
    for event, methods in plugins.events.items():
        for method in methods:
            if _module(method).partition(".")[0] not in _KNOWN:
                events[plugins._event_origins.get(getattr(method, "method", method), "a plugin")].add(event)
            elif event == "nav":
                yield "", Doubt(navigates=True)
    for name, waited in events.items():
        named = _read_by(plugins.get(name), docs)
        yield "", doubt_of_events((waited - heard) & {*_LATE} | waited & _ARRANGING, absent=False)
        yield "", Doubt(named=named)
        yield from ((_LATE[event].format(name), Doubt()) for event in sorted(waited & {*_LATE} - heard))


def _module(method: Any) -> str:
    return str(getattr(getattr(method, "method", method), "__module__", ""))


def _read_by(plugin: Any, docs: Path) -> tuple[str, ...]:
    """Give the pages that a plugin reads in its own way, as its settings name them."""
    config = getattr(plugin, "config", {})
    texts = [value for value in config.values() if isinstance(value, str)] if isinstance(config, Mapping) else []
    names = [text for text in texts if text.endswith(".md") and any(docs.rglob(Path(text).name))]
    return tuple(pattern for name in names for pattern in (name, f"*/{name}"))


def _is_beside(root: Path, text: str, docs: str) -> bool:
    place = root / text
    return place.is_file() and not place.resolve().is_relative_to(Path(docs).resolve())
