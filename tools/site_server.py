"""Serve a built site to this machine alone, the way a strict web server would."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import IO, Any

# The build may leave the policy that its pages need, hashes of inline code included, in this file of the site.
POLICY_FILE = "content-security-policy.txt"
STRICTEST_POLICY = (
    "default-src 'self'; img-src 'self' data:; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'self'"
)

# Named here because what Python knows of them depends on the machine; a module of the wrong type does not run.
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
}


def policy_of(site: Path) -> str:
    """Give the Content-Security-Policy that the build left in the site, or the strictest one."""
    file = site / POLICY_FILE
    return " ".join(file.read_text(encoding="utf-8").split()) if file.is_file() else STRICTEST_POLICY


@cache
def packed_text(file: Path) -> bytes:
    """Give a file as hosts send texts, through gzip; it is read once."""
    return gzip.compress(file.read_bytes())


@contextmanager
def served(site: Path, policy: str, *, packed: bool = False) -> Iterator[str]:
    """Serve the site on a free port under the given policy, and give its address without a slash at the end.

    Packed, texts go through gzip, as on any real host; else they go as they are, which costs a test no time.
    """
    pages = _PackedPages if packed else _Pages
    with _Server(("127.0.0.1", 0), partial(pages, policy, directory=str(site))) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        # A browser hangs up whenever it likes, as when a test closes it.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Pages(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012 - named by the base class

    def __init__(self, policy: str, *arguments: Any, **named: Any) -> None:
        self.policy = policy
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def list_directory(self, path: Any) -> None:  # noqa: ARG002 - no folder is listed
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002 - named by the base class
        pass


class _PackedPages(_Pages):
    def send_head(self) -> IO[bytes] | None:  # type: ignore[override]
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        accepted = "gzip" in self.headers.get("Accept-Encoding", "")
        if file.suffix == ".woff2" or not accepted or not file.is_file():
            return super().send_head()
        body = packed_text(file)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)
