"""What Lighthouse says of a telephone's first visit, page by page: its marks of 100, and when the page can be used.

Lighthouse comes from the npm registry; without npm or network this is not measured. ``SITE=folder`` measures that site.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / folder) for folder in ("hooks", "tests", "tools")]

from first_visit import PAGES
from measured_site import measured_site
from packages import npm_file
from playwright.sync_api import sync_playwright
from port import free_port
from tables import Table

from chromium import ARGUMENTS, program

LIGHTHOUSE = "lighthouse@13.5.0"
COMMAND = "cli/index.js"
NODE = Path(sys.executable).with_name("node")
MARKS = ("performance", "accessibility", "best-practices", "seo")
TIMES = {"first paint": "first-contentful-paint", "largest paint": "largest-contentful-paint", "usable": "interactive"}


def measured() -> list[dict[str, Any]]:
    """Give marks and milliseconds, page by page."""
    command = npm_file(LIGHTHOUSE, COMMAND)
    if command is None:
        raise FileNotFoundError(f"{LIGHTHOUSE} cannot be fetched")
    port = free_port()
    with measured_site() as (_, address), sync_playwright() as playwright:
        # Started here, since Lighthouse would look for a browser of its own.
        arguments = [*ARGUMENTS, f"--remote-debugging-port={port}"]
        browser = playwright.chromium.launch(executable_path=program(), args=arguments)
        found = [{"page": path, **_judged(command, f"{address}{path}", port)} for path in PAGES]
        browser.close()
    return found


def _judged(command: Path, url: str, port: int) -> dict[str, float]:
    asked = [str(NODE), str(command), url, f"--port={port}", "--quiet", "--output=json"]
    told = json.loads(subprocess.run(asked, capture_output=True, check=True).stdout)
    marks = {name: 100 * told["categories"][name]["score"] for name in MARKS}
    return {**marks, **{name: told["audits"][audit]["numericValue"] for name, audit in TIMES.items()}}


def tables(found: list[dict[str, Any]]) -> list[Table]:
    """Give marks and milliseconds, page by page."""
    names = (*MARKS, *TIMES)
    rows = [[row["page"], *(f"{row[name]:.0f}" for name in names)] for row in found]
    columns = ["page", *MARKS, *(f"{name}, ms" for name in TIMES)]
    return [Table("Lighthouse, a telephone on a slow line: marks of 100, and milliseconds", columns, rows)]
