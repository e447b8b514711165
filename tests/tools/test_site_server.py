"""A site is served as a strict web server would serve it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from site_server import STRICTEST_POLICY, policy_of, served


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "empty").mkdir()
    for name in ("index.html", "main.js", "index.json", "text.woff2", "mark.svg"):
        (tmp_path / name).write_text(name)
    return tmp_path


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    with served(folder, "default-src 'none'") as address:
        yield address


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("", "text/html"),
        ("main.js", "text/javascript"),
        ("index.json", "application/json"),
        ("text.woff2", "font/woff2"),
        ("mark.svg", "image/svg+xml"),
    ],
)
def test_every_file_has_its_type_and_the_policy(address: str, name: str, kind: str) -> None:
    with urlopen(f"{address}/{name}") as answer:
        assert answer.read().decode() == (name or "index.html")
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
        assert answer.headers["Cache-Control"] == "no-cache"


def test_texts_are_packed_where_that_is_asked_for(folder: Path) -> None:
    with served(folder, "default-src 'none'", packed=True) as address:
        for name, encoding in (("", "gzip"), ("index.json", "gzip"), ("text.woff2", None)):
            with urlopen(Request(f"{address}/{name}", headers={"Accept-Encoding": "gzip"})) as answer:
                body = answer.read()
                assert answer.headers["Content-Encoding"] == encoding
                assert (gzip.decompress(body) if encoding else body).decode() == (name or "index.html")
                assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
        with urlopen(f"{address}/main.js") as answer:
            assert (answer.headers["Content-Encoding"], answer.read()) == (None, b"main.js")


@pytest.mark.parametrize("name", ["gone/", "empty/"])
def test_a_missing_page_is_answered_with_the_page_of_the_site(folder: Path, address: str, name: str) -> None:
    (folder / "404.html").write_text("Not here.")
    with pytest.raises(HTTPError) as missing:
        urlopen(f"{address}/{name}")
    with missing.value as answer:
        assert (answer.code, answer.read()) == (404, b"Not here.")


def test_nothing_answers_afterwards(folder: Path) -> None:
    with served(folder, STRICTEST_POLICY) as address:
        pass
    with pytest.raises(URLError):
        urlopen(address)


def test_the_policy_is_the_one_that_the_build_left(folder: Path) -> None:
    assert policy_of(folder) == STRICTEST_POLICY
    (folder / "content-security-policy.txt").write_text("default-src 'self';\n  script-src 'sha256-x'\n")
    assert policy_of(folder) == "default-src 'self'; script-src 'sha256-x'"
