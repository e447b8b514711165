"""Compare the desk with stock Material search, plain lunr and MiniSearch: the same pages, the same queries, one run.

MiniSearch comes from the npm registry; where it cannot be had its row is left out.
Machines differ, so that speed is told as a ratio to the desk in the same run. Stock Material is asked twice: with what
our pages print, and with all cues on its pages, which all other engines have; it then marks what it found in so much
text that a query takes seconds, so that it gets only some of them.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping
from importlib.resources import files as package_files
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / folder) for folder in ("hooks", "tests", "tools")]

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from packages import npm_file
from playwright.sync_api import sync_playwright
from tables import Table

from chromium import launched
from playbook.guides.guide import Guide
from real_edition import EDITION
from score import percentile
from search_proof import Labelled, Outcome, figures_of, labelled_queries
from site_builder import build
from site_server import served

MINISEARCH = "minisearch@7.2.0"
FEW = 16  # every so manieth query is put to what takes seconds a query
PRINTED, WHOLE = "stock Material, what pages print", f"stock Material, every {FEW}th query"
FOUND = ("best first", "best or acceptable first", "best among three")
SCRIPT = Path(__file__).with_name("engines.js")
STOCK: tuple[dict[str, Any], ...] = (
    {"name": PRINTED, "folder": "stock", "every": 1},
    {"name": WHOLE, "folder": "stock-whole", "every": FEW},
)


def measured() -> dict[str, Any]:
    """Give what each engine finds, how fast, and the size of its index."""
    queries = labelled_queries()
    with tempfile.TemporaryDirectory() as folder:
        site = build(REPOSITORY / "mkdocs.yml", Path(folder) / "site").site
        guides = sorted(EDITION.guides.values(), key=lambda guide: guide.id)
        for name, of_guide in (("stock", _printed), ("stock-whole", _document)):
            _stock_site({guide.id: of_guide(guide) for guide in guides}, Path(folder) / name, site / name)
        lunr = package_files("mkdocs").joinpath("contrib/search/templates/search/lunr.js").read_bytes()
        (site / "lunr.js").write_bytes(lunr)
        shutil.copy(SCRIPT, site / SCRIPT.name)
        minisearch = _minisearch(site)
        documents = [_document(guide) for guide in guides]
        with served(site, "") as address, sync_playwright() as playwright:
            browser = launched(playwright)
            page = browser.new_page()
            page.goto(address)
            page.add_script_tag(url=f"{address}/{SCRIPT.name}")  # our pages take no script from elsewhere
            given = {"documents": documents, "queries": [one.query for one in queries], "minisearch": minisearch}
            told = page.evaluate("(given) => compareEngines(given)", {**given, "stock": STOCK})
            browser.close()
    return {engine: _figures(queries[:: _every(engine)], answer) for engine, answer in told.items()}


def _every(engine: str) -> int:
    return next((one["every"] for one in STOCK if one["name"] == engine), 1)


def _document(guide: Guide) -> dict[str, str]:
    return {
        "id": guide.id,
        "title": f"{guide.title}. {guide.job}",
        "cues": "\n".join([guide.moment, *(cue.text for cue in guide.cues)]),
        "lines": "\n".join(line.text for line in guide.lines()),
    }


def _printed(guide: Guide) -> dict[str, str]:
    """Give a document with the cues alone that the page of its guide prints."""
    return {**_document(guide), "cues": "\n".join([guide.moment, *(cue.text for cue in guide.cues if cue.shown)])}


def _stock_site(documents: Mapping[str, Mapping[str, str]], project: Path, site: Path) -> None:
    """Build a page for each document with the theme as it comes."""
    (project / "docs").mkdir(parents=True)
    (project / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    for name, document in documents.items():
        text = f"# {document['title']}\n\n{document['cues']}\n\n{document['lines']}\n"
        (project / "docs" / f"{name}.md").write_text(text, encoding="utf-8")
    configuration = "site_name: Stock\ntheme: {name: material, font: false}\nplugins: [search]\n"
    (project / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    mkdocs_build(load_config(config_file=str(project / "mkdocs.yml"), site_dir=str(site)))


def _minisearch(site: Path) -> bool:
    """Put MiniSearch beside the site; say whether there is one."""
    script = npm_file(MINISEARCH, "dist/umd/index.js")
    if script:
        shutil.copy(script, site / "minisearch.js")
    return script is not None


def _figures(queries: list[Labelled], answer: dict[str, Any]) -> dict[str, float]:
    pairs = zip(queries, answer["found"], strict=True)
    found = figures_of([Outcome(one, "found", tuple(guides)) for one, guides in pairs])
    times = {"p50": percentile(answer["times"], 50), "p95": percentile(answer["times"], 95)}
    return {**{name: found[name] for name in FOUND}, **times, "bytes": answer["bytes"]}


def tables(found: dict[str, Any]) -> list[Table]:
    """Give the engines side by side; one that could not be fetched is left out."""
    desk = found["the desk"]["p50"]
    rows = [
        [
            engine,
            *(f"{of[name]} %" for name in FOUND),
            f"{of['p50']:.1f}",
            f"{of['p50'] / desk:.1f}",
            f"{of['bytes'] / 1e3:.0f}",
        ]
        for engine, of in found.items()
    ]
    title = "The desk beside other engines: the same pages and queries, one run"
    return [Table(title, ["engine", *FOUND, "a query p50, ms", "against the desk", "index, KB"], rows)]
