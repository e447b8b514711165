"""``make serve``: build at every save and show the last sound build, with what is wrong at the top of each page."""

from __future__ import annotations

import argparse
import errno
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from preview.preview import Attempt, Preview
from preview.preview_server import PreviewServer
from preview.watched import Saved, changed, saved

# Seconds between two looks at the files; a save is over when two looks see the same.
_PAUSE = 0.3


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve a project until Ctrl+C."""
    parser = argparse.ArgumentParser(description="Serve the site and build it again at every save.")
    parser.add_argument("--port", default="8000", help="the port on 127.0.0.1")
    parser.add_argument("--project", default=".", type=Path, help="the folder with mkdocs.yml")
    given = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if not given.port.isdigit() or not 0 <= int(given.port) < 65536:
        _say(f"PORT={given.port} is not a port. Name a number up to 65535: make serve PORT=8001")
        return 1
    try:
        with tempfile.TemporaryDirectory(prefix="next-line-") as folder:
            return _serve(Preview(given.project.resolve(), Path(folder)), int(given.port))
    except KeyboardInterrupt:
        return 0


def _serve(preview: Preview, port: int) -> int:
    try:
        server = PreviewServer(preview, port)
        before = saved(preview.project)
        _tell(preview.build())
        server.server_activate()
    except OSError as error:
        _say(_no_port(error, port))
        return 1
    with server:
        Thread(target=server.serve_forever, daemon=True).start()
        _say(f"Serving on http://127.0.0.1:{server.server_port}/ (Ctrl+C ends it)")
        _build_at_every_save(preview, before)
    return 0


def _build_at_every_save(preview: Preview, before: Saved) -> None:
    while True:
        now = saved(preview.project)
        if now != before:
            now = _settled(preview.project, now)
            names = [str(Path(place).relative_to(preview.project)) for place in changed(before, now)]
            _say(f"Changed: {', '.join(names[:3])}{' and others' if len(names) > 3 else ''}")
            before = now
            _tell(preview.build())
        time.sleep(_PAUSE)


def _settled(project: Path, seen: Saved) -> Saved:
    while True:
        time.sleep(_PAUSE)
        now = saved(project)
        if now == seen:
            return now
        seen = now


def _no_port(error: OSError, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        other = f"make serve PORT={port + 1}"
        return f"Port {port} is in use, perhaps by another make serve. End that, or serve elsewhere: {other}"
    return f"Port {port} cannot be had: {error.strerror}. Serve elsewhere: make serve PORT=8001"


def _tell(attempt: Attempt) -> None:
    _say(attempt.messages or "Built.")


def _say(text: str) -> None:
    print(f"[{time.strftime('%H:%M:%S')}] {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
