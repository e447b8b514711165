"""Compare the desk with stock Material search, plain lunr and MiniSearch: the same pages, the same queries, one run.

MiniSearch comes from the npm registry into .cache/, which git ignores; without npm its row says so. Machines differ,
so that speed is told as a ratio to the desk in the same run.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from importlib.resources import files as package_files
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / folder) for folder in ("hooks", "tests", "tools")]

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from playwright.sync_api import sync_playwright

from chromium import launched
from playbook.guides.guide import Guide
from real_edition import EDITION
from score import percentile
from search_proof import Labelled, Outcome, figures_of, labelled_queries
from site_builder import build
from site_server import served

MINISEARCH = "minisearch@7.2.0"
CACHE = REPOSITORY / ".cache"
SCRIPT = Path(__file__).with_name("engines.js")


def main() -> None:
    """Print the table."""
    queries = labelled_queries()
    with tempfile.TemporaryDirectory() as folder:
        site = build(REPOSITORY / "mkdocs.yml", Path(folder) / "site").site
        guides = sorted(EDITION.guides.values(), key=lambda guide: guide.id)
        _stock_site(guides, Path(folder) / "stock", site / "stock")
        lunr = package_files("mkdocs").joinpath("contrib/search/templates/search/lunr.js").read_bytes()
        (site / "lunr.js").write_bytes(lunr)
        minisearch = _minisearch(site)
        documents = [_document(guide) for guide in guides]
        with served(site, "") as address, sync_playwright() as playwright:
            browser = launched(playwright)
            page = browser.new_page()
            page.goto(address)
            page.add_script_tag(path=SCRIPT)
            told = page.evaluate(
                "(given) => compareEngines(given)",
                {"documents": documents, "queries": [one.query for one in queries], "minisearch": minisearch},
            )
            browser.close()
    _table(queries, told, minisearch)


def _document(guide: Guide) -> dict[str, str]:
    return {
        "id": guide.id,
        "title": f"{guide.title}. {guide.job}",
        "cues": "\n".join([guide.moment, *(cue.text for cue in guide.cues)]),
        "lines": "\n".join(line.text for line in guide.lines()),
    }


def _stock_site(guides: list[Guide], project: Path, site: Path) -> None:
    """Build the same pages with the theme as it comes."""
    (project / "docs").mkdir(parents=True)
    (project / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    for guide in guides:
        document = _document(guide)
        text = f"# {guide.title}\n\n{guide.job}\n\n{document['cues']}\n\n{document['lines']}\n"
        (project / "docs" / f"{guide.id}.md").write_text(text, encoding="utf-8")
    configuration = "site_name: Stock\ntheme: {name: material, font: false}\nplugins: [search]\n"
    (project / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    mkdocs_build(load_config(config_file=str(project / "mkdocs.yml"), site_dir=str(site)))


def _minisearch(site: Path) -> bool:
    """Put MiniSearch beside the site, fetched once; say whether there is one."""
    script = CACHE / "node_modules" / "minisearch" / "dist" / "umd" / "index.js"
    if not script.is_file() and shutil.which("npm"):
        CACHE.mkdir(exist_ok=True)
        install = ["npm", "install", "--silent", "--no-save", "--prefix", str(CACHE), MINISEARCH]
        subprocess.run(install, check=False)
    if script.is_file():
        shutil.copy(script, site / "minisearch.js")
    return script.is_file()


def _table(queries: list[Labelled], told: dict[str, Any], minisearch: bool) -> None:
    print("engine                best first  best or ok  among three  p50 ms  p95 ms  p50 against the desk")
    desk = percentile(told["the desk"]["times"], 50)
    for engine, answer in told.items():
        pairs = zip(queries, answer["found"], strict=True)
        of = figures_of([Outcome(one, "found", tuple(guides)) for one, guides in pairs])
        p50, p95 = percentile(answer["times"], 50), percentile(answer["times"], 95)
        print(
            f"{engine:20}{of['best first']:10} %{of['best or acceptable first']:10} %{of['best among three']:11} %"
            f"{p50:9.2f}{p95:8.2f}{p50 / desk:12.1f} times"
        )
    if not minisearch:
        print("MiniSearch           not measured: there is no npm, or the registry cannot be reached")
    print(json.dumps({"index bytes": {name: answer["bytes"] for name, answer in told.items()}}))


if __name__ == "__main__":
    main()
