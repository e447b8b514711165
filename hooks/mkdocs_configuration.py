"""The configuration of any MkDocs tree, made usable here: what is not installed is left out and named."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugins
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from playbook.tree.values import NoTreeError

# They fetch from elsewhere, need programs of the machine or only make files smaller: no link depends on them.
_NEEDLESS = (
    "social",
    "privacy",
    "optimize",
    "minify",
    "git-",
    "rss",
    "offline",
    "mkdocs-video",
    "print-site",
    "pdf",
    "with-pdf",
)
# What stands in for an entry that the host refuses.
_INSTEAD: dict[str, Any] = {"theme": {"name": "mkdocs"}, "plugins": [], "markdown_extensions": []}
_TRIES = 8


class Configuration:
    """One configuration file: the host's form of it, what had to be left out, and which plugins are missing."""

    def __init__(self, file: Path, site: str) -> None:
        self.file = file
        self.site = site
        self.notes: list[str] = []
        self.missing: set[str] = set()

    def loaded(self) -> MkDocsConfig:
        """Give the configuration as the host needs it; raise NoTreeError where nothing can be built."""
        data = self._read() | {"site_dir": self.site, "strict": False}
        data.setdefault("site_name", "Documentation")
        self._leave_out(data)
        for _ in range(_TRIES):
            config = MkDocsConfig(config_file_path=str(self.file))
            config.load_dict(data)
            failed = self._validated(config)
            if not failed:
                return config
            for key, error in failed:
                self._give_up(data, key, error)
        raise NoTreeError(f"{self.file} cannot be used.")

    def _read(self) -> dict[str, Any]:
        with self.file.open("rb") as opened:
            try:
                data = yaml_load(opened, _loader())
            except Exception as broken:
                raise NoTreeError(f"{self.file} cannot be read: {broken}") from broken
        if not isinstance(data, dict):
            raise NoTreeError(f"{self.file} holds no configuration.")
        return data

    def _validated(self, config: MkDocsConfig) -> list[tuple[str, Exception]]:
        before = Path.cwd()
        try:
            failed, _ = config.validate()
        except SystemExit as error:
            raise NoTreeError(f"{self.file} cannot be used.") from error
        except Exception as error:  # noqa: BLE001 - a plugin of theirs may raise anything
            return [("plugins", error)]
        finally:
            os.chdir(before)
        return [(str(key), error) for key, error in failed]

    def _give_up(self, data: dict[str, Any], key: str, error: Exception) -> None:
        if key == "docs_dir":
            raise NoTreeError(f"{self.file}: {error}")
        self.notes.append(f"{key} in {self.file.name} is left out: {error}")
        data.pop(key, None)
        if key in _INSTEAD:
            data[key] = _INSTEAD[key]

    def _leave_out(self, data: dict[str, Any]) -> None:
        """Take out what is not installed or not there, and name it."""
        theme = data.get("theme")
        name = theme.get("name") if isinstance(theme, dict) else theme
        installed = get_plugins()
        plugins = _listed(data.get("plugins"))
        data["plugins"] = [entry for entry in plugins if self._usable(_name(entry), name, installed)]
        data["hooks"] = [hook for hook in data.get("hooks") or () if self._there(str(hook))]
        if isinstance(theme, dict) and theme.get("custom_dir"):
            self._with_theme_folder(theme)
        extensions = _listed(data.get("markdown_extensions"))
        data["markdown_extensions"] = [entry for entry in extensions if self._installed(_name(entry))]

    def _with_theme_folder(self, theme: dict[str, Any]) -> None:
        if not (self.file.parent / str(theme["custom_dir"])).is_dir():
            self.notes.append(f"theme folder {theme['custom_dir']} is not there; checked without it.")
            theme.pop("custom_dir")

    def _usable(self, plugin: str, theme: Any, installed: Any) -> bool:
        if plugin.rpartition("/")[2].startswith(_NEEDLESS):
            return False
        if plugin in installed or f"{theme}/{plugin}" in installed:
            return True
        self.missing.add(plugin)
        if plugin != "redirects":  # its map is read from the configuration
            self.notes.append(f"plugin {plugin} is not installed; checked without it.")
        return False

    def _there(self, hook: str) -> bool:
        if (self.file.parent / hook).is_file():
            return True
        self.notes.append(f"hook {hook} is not there; checked without it.")
        return False

    def _installed(self, extension: str) -> bool:
        try:
            Markdown(extensions=[extension])
        except (ImportError, AttributeError):
            self.notes.append(f"Markdown extension {extension} is not installed; checked without it.")
            return False
        except Exception:  # noqa: BLE001 - an extension of theirs may need its settings first
            return True
        return True


def _listed(entries: Any) -> list[Any]:
    if isinstance(entries, dict):
        return [{name: value} if value is not None else name for name, value in entries.items()]
    return list(entries or ())


def _name(entry: Any) -> str:
    return str(next(iter(entry))) if isinstance(entry, dict) and entry else str(entry)


def _loader() -> Any:
    """Read tags of things that are not installed as nothing."""

    class Loader(get_yaml_loader()):  # type: ignore[misc] # made by a function
        def find_python_name(self, *given: Any, **named: Any) -> Any:
            try:
                return super().find_python_name(*given, **named)
            except yaml.constructor.ConstructorError:
                return None

    Loader.add_multi_constructor("!", lambda loader, suffix, node: None)  # noqa: ARG005 - as the library calls it
    return Loader


def configuration_file(place: str) -> Path:
    """Give the configuration file of a folder, or the file itself; raise NoTreeError where there is none."""
    path = Path(place)
    file = next((file for file in _candidates(path) if file.is_file()), None)
    if file is None:
        raise NoTreeError(f"There is no mkdocs.yml in {place}.")
    return file.resolve()


def _candidates(path: Path) -> Iterator[Path]:
    yield from (path / "mkdocs.yml", path / "mkdocs.yaml", path)
