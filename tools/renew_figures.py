"""``make figures``: accept what the labelled queries find now: figures, answers, the table of the README."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / folder) for folder in ("hooks", "tests", "tools")]

import said_proof
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
        said = said_proof.answered(page, said_proof.sentences())
    figures = {origin: figures_of([one for one in found if one.labelled.origin == origin]) for origin in ("own", "dev")}
    halves = said_proof.by_half(said)
    print(
        *changed(found, committed_answers()), *said_proof.worse(said, committed_answers(said_proof.ANSWERS)), sep="\n"
    )
    _write(FIGURES, figures)
    _write(said_proof.FIGURES, halves)
    _write_rows(ANSWERS, answers_of(found))
    _write_rows(said_proof.ANSWERS, said_proof.open_answers(said))
    readme = REPOSITORY / "README.md"
    text = with_figures(with_figures(readme.read_text(encoding="utf-8"), figures), halves)
    readme.write_text(text, encoding="utf-8")
    print(
        f"Wrote the figures and answers of {len(found)} queries and {len(said)} sentences, and the tables in README.md."
    )


def _write(path: Path, figures: Mapping[str, Mapping[str, float]]) -> None:
    path.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def _write_rows(path: Path, answers: Mapping[str, Sequence[str]]) -> None:
    """Write one answer a line, so that a change shows which."""
    rows = [f"{json.dumps(query)}: {json.dumps(answer)}" for query, answer in answers.items()]
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
