"""The configuration of any MkDocs tree, made usable here: what is not installed is left out and named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import get_plugins

from playbook.links.values import Doubt, NoTreeError
from playbook_mkdocs.configuration_yaml import Absent, copied, leaves, read_configuration
from playbook_mkdocs.notes import Notes
from playbook_mkdocs.plugin_doubts import doubt_of_hook, doubt_of_settings
from playbook_mkdocs.validation import error_of, first_failure, name_of, refused_entries

# They fetch from elsewhere, need programs of the machine or only make files smaller: no link depends on them.
_NEEDLESS = (
    *("social", "privacy", "optimize", "minify", "git-", "rss", "offline"),
    *("mkdocs-video", "print-site", "pdf", "with-pdf"),
)
# Lists of which each entry stands for itself.
_KINDS = {"plugins": "plugin", "hooks": "hook", "markdown_extensions": "Markdown extension"}
_PLAIN_THEME = {"name": "mkdocs"}
_NAME = "Documentation"  # of a site that has none
_NO_MAPPING = "it, or what its INHERIT names, is no mapping of names to values"
_BROKEN = "MkDocs encountered an error parsing the configuration file: "


class Configuration:
    """One configuration file: the host's form of it, what had to be left out, and which plugins are missing."""

    def __init__(self, file: Path, site: str) -> None:
        self.file = file
        self.site = site
        self.notes = Notes(file.parent, site)

    def loaded(self) -> MkDocsConfig:
        """Give the configuration as the host needs it; raise NoTreeError where nothing can be built."""
        data = self._read()
        self._leave_out(data)
        # Every try takes something out or ends them all.
        while True:
            config = MkDocsConfig(config_file_path=str(self.file))
            # The host uses up what it validates.
            config.load_dict(copied(data, config))
            failure = first_failure(config)
            if failure is None:
                return config
            self._give_up(data, *failure, config)

    def _read(self) -> dict[str, Any]:
        try:
            data = read_configuration(self.file)
            missing = [value.name for _, value in leaves(data) if isinstance(value, Absent)]
        except Exception as broken:
            raise NoTreeError(f"{self.file} cannot be read: {self._unread(broken)}.") from broken
        if not isinstance(data, dict):
            raise NoTreeError(f"{self.file} holds no configuration.")
        for name in missing:  # without what makes ids of headings, none of them is known
            self.notes.without(name, f"in {self.file.name}", "is not installed", Doubt(anchors="slug" in name.lower()))
        data.pop("config_file_path", None)  # the host takes it from nobody
        data["site_name"] = data.get("site_name") or _NAME
        usable: dict[str, Any] = copied(data, MkDocsConfig())
        return usable | {"site_dir": self.site, "strict": False}

    def _unread(self, error: Exception) -> str:
        """Give why the file cannot be read, in the words of whoever can say it."""
        if not isinstance(error, RecursionError):
            speaking = isinstance(error, MkDocsException | OSError)
            return self.notes.reason(error).removeprefix(_BROKEN) if speaking else _NO_MAPPING
        text = self.file.read_text("utf-8", "replace")
        named = "holds an alias of" if "&" in text else "inherits from" if "INHERIT" in text else ""
        return f"it {named} itself" if named else self.notes.reason(error)

    def _give_up(self, data: dict[str, Any], key: str, error: BaseException, config: MkDocsConfig) -> None:
        if key == "docs_dir":
            raise NoTreeError(f"{self.file}: {error}")
        if key == "site_dir":
            raise NoTreeError(f"{self.file}: docs_dir {config.docs_dir} holds the folder for temporary files.")
        if key not in data or data[key] == _PLAIN_THEME or (key in _KINDS and not data[key]):
            raise NoTreeError(f"{self.file} cannot be used: {key}: {self.notes.reason(error)}.")
        if key in _KINDS:
            self._give_up_entries(data, key, error, config)
            return
        self.notes.tell(f"{key} in {self.file.name} is left out: {self.notes.reason(error)}.")
        given = data.pop(key)
        if key in ("theme", "site_name"):
            data[key] = _simpler(given) if key == "theme" else _NAME

    def _give_up_entries(self, data: dict[str, Any], key: str, error: BaseException, config: MkDocsConfig) -> None:
        refused = refused_entries(key, data[key], error, config)
        for entry, reason in refused:
            name = name_of(entry)
            self.notes.without(
                _KINDS[key], name, f"cannot be used: {self.notes.reason(reason)}", self._doubt(key, entry)
            )
        data[key] = [entry for entry in data[key] if all(entry is not other for other, _ in refused)]

    def _doubt(self, key: str, entry: Any) -> Doubt:
        if key == "hooks":
            return doubt_of_hook(self.file.parent / str(entry))
        settings = next(iter(entry.values()), None) if isinstance(entry, dict) and key == "plugins" else None
        return doubt_of_settings(settings, self.file.parent, str(self.file.parent / "docs"))

    def _leave_out(self, data: dict[str, Any]) -> None:
        """Take out what is not installed or not there, and name it."""
        theme = data.get("theme")
        name = theme.get("name") if isinstance(theme, dict) else theme
        installed = get_plugins()
        plugins = _listed(data.get("plugins"))
        data["plugins"] = [entry for entry in plugins if self._usable(entry, name, installed)]
        data["hooks"] = [hook for hook in _listed(data.get("hooks")) if self._there(str(hook))]
        if isinstance(theme, dict) and theme.get("custom_dir"):
            self._with_theme_folder(theme)
        extensions = _listed(data.get("markdown_extensions"))
        data["markdown_extensions"] = [entry for entry in extensions if self._installed(name_of(entry))]
        # With one of the plugins that may be missing, the navigation brings other trees in.
        if self.notes.doubts and re.search(r"['\"]!\w+ |\.ya?ml", str(data.get("nav"))):
            self.notes.tell("", Doubt(absent=True, pages=True))

    def _with_theme_folder(self, theme: dict[str, Any]) -> None:
        if not (self.file.parent / str(theme["custom_dir"])).is_dir():
            self.notes.without("theme folder", theme["custom_dir"], "is not there")
            theme.pop("custom_dir")

    def _usable(self, entry: Any, theme: Any, installed: Any) -> bool:
        plugin = name_of(entry)
        if plugin.rpartition("/")[2].startswith(_NEEDLESS):
            return False
        if plugin in installed or f"{theme}/{plugin}" in installed:
            return True
        if plugin != "redirects":  # its map is read from the configuration
            self.notes.without("plugin", plugin, "is not installed", self._doubt("plugins", entry))
        return False

    def _there(self, hook: str) -> bool:
        there = (self.file.parent / hook).is_file()
        if not there:
            self.notes.without("hook", hook, "is not there", doubt_of_hook(self.file.parent / hook))
        return there

    def _installed(self, extension: str) -> bool:
        missing = isinstance(error_of(partial(Markdown, extensions=[extension])), ImportError)
        if missing:
            self.notes.without("Markdown extension", extension, "is not installed", Doubt(absent=True))
        return not missing


def _simpler(theme: Any) -> dict[str, Any]:
    """Give a theme without its settings, and where that was tried, the plain one."""
    bare = {key: theme[key] for key in ("name", "custom_dir") if key in theme} if isinstance(theme, dict) else theme
    return bare if isinstance(bare, dict) and bare.get("name") and bare != theme else dict(_PLAIN_THEME)


def _listed(entries: Any) -> list[Any]:
    if isinstance(entries, dict):
        return [{name: value} if value is not None else name for name, value in entries.items()]
    if isinstance(entries, list):
        return entries
    return [] if entries is None else [entries]


def configuration_file(place: str) -> Path:
    """Give the configuration file of a folder, or the file itself; raise NoTreeError where there is none."""
    path = Path(place)
    file = next((file for file in _candidates(path) if file.is_file()), None)
    if file is None:
        raise NoTreeError(f"There is no mkdocs.yml in {place}.")
    return file.resolve()


def _candidates(path: Path) -> Iterator[Path]:
    yield from (path / "mkdocs.yml", path / "mkdocs.yaml", path)


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
    return error_of(partial(Markdown, extensions=extensions, extension_configs=config.mdx_configs or {}))
