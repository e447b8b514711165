"""``make figures``: accept what the labelled queries find now: figures, answers, the table of the README."""

from __future__ import annotations

import json
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / folder) for folder in ("hooks", "tests", "tools")]

from search_proof import (
    ANSWERS,
    FIGURES,
    answers_of,
    changed,
    committed_answers,
    figures_of,
    labelled_queries,
    opened_desk,
    outcomes,
    with_figures,
)


def main() -> None:
    """Ask, show what is answered otherwise than before, and write."""
    with opened_desk() as page:
        found = outcomes(page, labelled_queries())
    figures = {origin: figures_of([one for one in found if one.labelled.origin == origin]) for origin in ("own", "dev")}
    readme = REPOSITORY / "README.md"
    print(*changed(found, committed_answers()), sep="\n")
    FIGURES.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    rows = [f"{json.dumps(query)}: {json.dumps(answer)}" for query, answer in answers_of(found).items()]
    ANSWERS.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")
    readme.write_text(with_figures(readme.read_text(encoding="utf-8"), figures), encoding="utf-8")
    print(f"Wrote the figures and answers of {len(found)} queries, and the table in README.md.")


if __name__ == "__main__":
    main()
