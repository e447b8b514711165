"""Build real sites with MkDocs inside the tests: the repository's own, and small ones written for one test."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import yaml

# The theme reads them when it is loaded; its advertisement would be a line in every report.
os.environ["NO_MKDOCS_2_WARNING"] = "1"
os.environ["DISABLE_MKDOCS_2_WARNING"] = "true"

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

REPOSITORY = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Build:
    """The outcome of ``mkdocs build --strict``: exit status, warnings and errors as told, folder of the site."""

    status: int
    report: str
    site: Path

    def text(self, name: str) -> str:
        """Give the text of a file of the site, named relative to its root."""
        return (self.site / name).read_text(encoding="utf-8")


class BuildSite(Protocol):
    """What the fixture ``build_site`` gives."""

    def __call__(self, files: Mapping[str, str | bytes]) -> Build:
        """Write the files, named relative to the project's folder, and build them.

        Without a mkdocs.yml among them the project gets the repository's own.
        """


def write_and_build(project: Path, files: Mapping[str, str | bytes]) -> Build:
    """Write a small project into a folder and build it into ``site`` there."""
    for name, content in {"mkdocs.yml": configuration(), **files}.items():
        file = project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return build(project / "mkdocs.yml", project / "site")


def configuration() -> str:
    """Give the repository's mkdocs.yml for a project that lies elsewhere."""
    settings = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    del settings["watch"]
    settings["nav"] = [{"Desk": "index.md"}]
    settings["theme"]["custom_dir"] = str(REPOSITORY / settings["theme"]["custom_dir"])
    settings["hooks"] = [str(REPOSITORY / hook) for hook in settings["hooks"]]
    return yaml.safe_dump(settings)


def contents(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file below a folder, by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def build(configuration_file: Path, site: Path) -> Build:
    """Run what ``mkdocs build --strict`` runs."""
    with _told() as messages:
        try:
            # The file is always named: MkDocs would silently take the one of the working directory.
            config = load_config(config_file=str(configuration_file), site_dir=str(site), strict=True)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                mkdocs_build(config)
            finally:
                config.plugins.on_shutdown()
        except Abort:
            return Build(1, "\n".join(messages), site)
        except ConfigurationError as error:
            return Build(1, "\n".join([*messages, error.message]), site)
    return Build(0, "\n".join(messages), site)


class _Messages(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _told() -> Iterator[list[str]]:
    handler, logger = _Messages(), logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield handler.messages
    finally:
        logger.removeHandler(handler)
