"""What the tests of hosting share: nginx, and sites built for the root of a host and for a path below it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from nginx_host import BASE, REDIRECTS, program
from site_builder import Build, configuration, write_and_build
from site_case import sound_site


@pytest.fixture(scope="session")
def nginx() -> str:
    """Give nginx, or skip where it can be neither found nor installed."""
    found = program()
    if not found:
        pytest.skip("nginx is not here and could not be installed (Debian: apt-get install nginx)")
    return found


def _built(folder: Path) -> Build:
    settings = yaml.safe_load(configuration())
    settings["nav"] = [{"Desk": "index.md"}, "check.md", "lines.md"]
    pages = {f"docs/{name}.md": f"---\ntitle: {name}\n---\n" for name in ("check", "lines")}
    listed = "".join(f'"{old}": "{new}"\n' for old, new in REDIRECTS.items())
    files = {**sound_site(), **pages, "redirects.yml": listed, "mkdocs.yml": yaml.safe_dump(settings)}
    built = write_and_build(folder, files)
    assert (built.status, built.report) == (0, "")
    return built


@pytest.fixture(scope="session")
def at_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small site that was built for the root of a host."""
    return _built(tmp_path_factory.mktemp("root")).site


@pytest.fixture(scope="session")
def below_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the same site, built for a path."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", f"https://intranet.example{BASE}")
        return _built(tmp_path_factory.mktemp("path")).site
