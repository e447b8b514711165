"""Write what the labelled queries find now into tests/content/search_figures.json, and show the rows for the README."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / folder) for folder in ("hooks", "tests")]

from playwright.sync_api import sync_playwright

from chromium import launched
from search_proof import FIGURES, MEASURES, figures_of, labelled_queries, outcomes
from site_builder import build
from site_server import policy_of, served


def main() -> None:
    """Ask, write, and show."""
    with tempfile.TemporaryDirectory() as folder:
        site = build(REPOSITORY / "mkdocs.yml", Path(folder) / "site").site
        with served(site, policy_of(site)) as address, sync_playwright() as playwright:
            browser = launched(playwright)
            page = browser.new_page()
            page.goto(address)
            found = outcomes(page, labelled_queries())
            browser.close()
    figures = {origin: figures_of([one for one in found if one.labelled.origin == origin]) for origin in ("own", "dev")}
    FIGURES.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    for name in MEASURES:
        print(f"| {name} | {figures['own'][name]} % | {figures['dev'][name]} % |")


if __name__ == "__main__":
    main()
