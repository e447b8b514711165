"""Serves a preview to this machine alone: the last sound build, with what is wrong at the top of every page."""

from __future__ import annotations

import re
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from preview.preview import Preview
from site_server import TYPES, policy_of

# Below this address lies what is of the preview and not of the site.
_OWN = "/-/"
_PARTS = Path(__file__).parent / "parts"
_BODY = re.compile(rb"<body\b[^>]*>")
# A question stays open so long; a browser asks again.
_WAIT = 30


class PreviewServer(ThreadingHTTPServer):
    """Holds its port from the beginning, and answers as soon as there is something to show."""

    daemon_threads = True

    def __init__(self, preview: Preview, port: int) -> None:
        handler = partial(_Pages, preview, directory=str(preview.site))
        super().__init__(("127.0.0.1", port), handler, bind_and_activate=False)
        self.server_bind()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser hangs up whenever it likes."""


class _Pages(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012 - named by the base class

    def __init__(self, preview: Preview, *arguments: object, directory: str) -> None:
        self.preview = preview
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type] # the base class knows which

    def do_GET(self) -> None:
        """Answer with a page and its messages, with a file, or with news."""
        path = urlsplit(self.path).path
        page = Path(self.translate_path(self.path))
        page = page / "index.html" if path.endswith("/") else page
        if path.startswith(_OWN):
            self._answer_own(path.removeprefix(_OWN))
        elif page.suffix == ".html" and page.is_file():
            self._send_page(HTTPStatus.OK, page.read_bytes())
        elif page.is_file() or page.is_dir():
            super().do_GET()
        else:
            self._send_missing()

    def end_headers(self) -> None:
        """Send the policy of the site along, and let nothing be kept."""
        self.send_header("Content-Security-Policy", policy_of(self.preview.site))
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - named by the base class
        """Leave the terminal to what the build says."""

    def list_directory(self, path: object) -> None:  # noqa: ARG002 - no folder is listed
        """Answer as for any page that is not there."""
        self._send_missing()

    def _answer_own(self, name: str) -> None:
        if name == "news":
            (seen,) = parse_qs(urlsplit(self.path).query).get("seen", [""])[:1]
            self.preview.newer_than(seen, _WAIT)
            self._send(HTTPStatus.OK, "text/plain; charset=utf-8", self.preview.attempt.name.encode())
        elif name in ("preview.js", "preview.css"):
            self._send(HTTPStatus.OK, TYPES[Path(name).suffix], (_PARTS / name).read_bytes())
        else:
            self._send_missing()

    def _send_missing(self) -> None:
        """Answer with the site's page for what is not there; before the first sound build, with messages alone."""
        page = self.preview.site / "404.html"
        if page.is_file():
            self._send_page(HTTPStatus.NOT_FOUND, page.read_bytes())
        else:
            self._send_page(HTTPStatus.SERVICE_UNAVAILABLE, (_PARTS / "nothing_yet.html").read_bytes())

    def _send_page(self, status: HTTPStatus, html: bytes) -> None:
        """Send a page with the part that watches for news, and with the messages where there are any."""
        attempt = self.preview.attempt
        part = (_PARTS / "watch.html").read_text(encoding="utf-8").replace("{attempt}", escape(attempt.name))
        if attempt.messages:
            told = (_PARTS / "messages.html").read_text(encoding="utf-8")
            part += told.replace("{messages}", escape(attempt.messages))
        body = _BODY.search(html)
        place = body.end() if body else 0
        self._send(status, "text/html; charset=utf-8", html[:place] + part.encode() + html[place:])

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
