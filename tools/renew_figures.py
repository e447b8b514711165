"""Write what the labelled queries find now into tests/content/search_figures.json, and show the rows for the README."""

from __future__ import annotations

import json
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / folder) for folder in ("hooks", "tests", "tools")]

from search_proof import FIGURES, MEASURES, figures_of, labelled_queries, opened_desk, outcomes


def main() -> None:
    """Ask, write, and show."""
    with opened_desk() as page:
        found = outcomes(page, labelled_queries())
    figures = {origin: figures_of([one for one in found if one.labelled.origin == origin]) for origin in ("own", "dev")}
    FIGURES.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    for name in MEASURES:
        print(f"| {name} | {figures['own'][name]} % | {figures['dev'][name]} % |")


if __name__ == "__main__":
    main()
