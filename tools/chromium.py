"""Start this machine's Chromium, for tests and tools alike."""

from __future__ import annotations

import subprocess
from pathlib import Path

from playwright.sync_api import Browser, Playwright

FIND = Path(__file__).with_name("find-chromium")

ARGUMENTS = (
    "--no-sandbox",  # root, as in a container, is refused otherwise; only our own pages are opened
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Nothing but this machine has an address: a page that asks for more fails the same way everywhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class NoChromiumError(Exception):
    """There is no browser to start; the text says what to install."""


def launched(playwright: Playwright) -> Browser:
    """Start Chromium without a window."""
    return playwright.chromium.launch(executable_path=program(), args=list(ARGUMENTS))


def program() -> str:
    """Give the path of Chromium, the one that CHROMIUM names or else the first that is found."""
    found = subprocess.run([FIND], capture_output=True, text=True, check=False)
    if found.returncode:
        raise NoChromiumError(found.stderr.strip())
    return found.stdout.strip()
