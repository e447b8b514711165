"""`make serve`: the last sound build is always there, what is wrong stands above it, and both follow every save."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from open_page import OpenPage
from site_builder import REPOSITORY, configuration
from site_case import sound_site

SERVE = REPOSITORY / "tools" / "serve.py"
GUIDE = "docs/situations/late-delivery.md"
# A build takes a second or two, and more where many run.
PATIENCE = 60_000
Start = Callable[[Path], str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a small project with hooks and templates of its own."""
    settings = yaml.safe_load(configuration())
    settings["theme"]["custom_dir"] = "overrides"
    settings["hooks"] = ["hooks/mkdocs_hooks.py"]
    for name in ("hooks", "overrides"):
        shutil.copytree(REPOSITORY / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name, content in {**sound_site(), "mkdocs.yml": yaml.safe_dump(settings).encode()}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.fixture
def serve() -> Iterator[Start]:
    """Serve a project on a free port; gives the address once it is served."""
    processes = []

    def start(project: Path) -> str:
        command = [sys.executable, str(SERVE), "--port", "0", "--project", str(project)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        processes.append(process)
        assert process.stdout
        for line in process.stdout:
            if served := re.search(r"Serving on (http://\S+)/ ", line):
                return served[1]
        raise AssertionError("it ended")

    yield start
    for process in processes:
        process.send_signal(signal.SIGINT)
        process.communicate()
        assert process.returncode == 0


def test_a_mistake_is_shown_above_the_last_sound_build_until_it_is_put_right(
    project: Path, serve: Start, open_page: OpenPage, troubles: list[str]
) -> None:
    address = serve(project)
    page = open_page(base_url=address)
    page.goto("/situations/late-delivery/")
    expect(page.locator("h1")).to_have_text("They say it is late")
    sound = (project / GUIDE).read_text(encoding="utf-8")
    wrong = sound.replace("label: Some", 'label: "<script>alert(1)</script>"')
    (project / GUIDE).write_text(wrong, encoding="utf-8")

    told = page.locator(".preview-messages")
    expect(told.locator("pre")).to_contain_text("<script>alert(1)</script>", timeout=PATIENCE)
    expect(told.locator("pre")).to_contain_text(f"{GUIDE}:")
    expect(told.locator("h2")).to_have_text("Your last change is not shown")
    expect(page.locator("h1")).to_have_text("They say it is late")
    page.goto("/nowhere/")
    expect(told).to_be_visible()
    page.goto("/situations/late-delivery/")

    (project / GUIDE).write_text(sound.replace("They say it is late", "They say it is too late"), encoding="utf-8")
    expect(page.locator("h1")).to_have_text("They say it is too late", timeout=PATIENCE)
    expect(told).to_have_count(0)
    _forget_what_is_missing(troubles)


def _forget_what_is_missing(troubles: list[str]) -> None:
    """Take out what the browser says of a page that the server rightly answered with an error."""
    assert troubles
    troubles[:] = [trouble for trouble in troubles if "the server responded with a status of" not in trouble]


def test_what_is_saved_beside_the_pages_is_seen_too(project: Path, serve: Start, open_page: OpenPage) -> None:
    page = open_page(base_url=serve(project))
    page.goto("/")
    _replace(project / "overrides" / "base.html", "Skip to the content", "Skip to what matters")
    expect(page.locator(".skip")).to_have_text("Skip to what matters", timeout=PATIENCE)

    _replace(project / "hooks" / "playbook" / "site" / "security_policy.py", "img-src 'self' data:", "img-src 'self'")
    expect(_policy(page)).to_have_attribute("content", re.compile(r"img-src 'self';"), timeout=PATIENCE)

    (project / "data" / "cues" / "late-delivery.txt").write_text("-> nowhere\nhm\n", encoding="utf-8")
    expect(page.locator(".preview-messages pre")).to_contain_text("data/cues/late-delivery.txt:", timeout=PATIENCE)


def _policy(page: Page) -> Locator:
    return page.locator('meta[http-equiv="Content-Security-Policy"]')


def test_a_project_that_is_wrong_from_the_beginning_is_served_with_its_messages(
    project: Path, serve: Start, open_page: OpenPage, troubles: list[str]
) -> None:
    sound = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(sound.replace("plugins: []", "plugins: [nowhere]"), encoding="utf-8")
    page = open_page(base_url=serve(project))
    page.goto("/situations/late-delivery/")
    expect(page.locator(".preview-messages pre")).to_contain_text("nowhere")

    (project / "mkdocs.yml").write_text(sound, encoding="utf-8")
    expect(page.locator("h1")).to_have_text("They say it is late", timeout=PATIENCE)
    _forget_what_is_missing(troubles)


def test_a_port_in_use_is_told_with_another_one(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = _run(project, str(port))

    assert run.returncode == 1
    assert run.stdout[11:] == (
        f"Port {port} is in use, perhaps by another make serve. End that, or serve elsewhere: "
        f"make serve PORT={port + 1}\n"
    )
    assert run.stderr == ""


@pytest.mark.parametrize("port", ["80 80", "http", "70000"])
def test_what_is_no_port_is_told(project: Path, port: str) -> None:
    run = _run(project, port)

    assert run.returncode == 1
    assert run.stdout[11:] == f"PORT={port} is not a port. Name a number up to 65535: make serve PORT=8001\n"


def _run(project: Path, port: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SERVE), "--port", port, "--project", str(project)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
