"""Choose the figures of hooks/playbook/desk/ranking.py: try each in turn, judged on sentences it was not chosen on.

The open half of the labelled sentences is dealt into five parts. For each part, every figure in turn takes the value
that did best on the other four; the part itself is asked only afterwards. Nothing is written: whoever changes a figure
does so by hand, when the table says that it pays on sentences that were held out, and not only on those it was chosen
on. The closed half is never asked here.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent / folder) for folder in ("hooks", "tests", "tools")]

from playwright.sync_api import Page

from playbook.desk.ranking import RANKING
from said_proof import Answered, Said, answered, said_figures, sentences
from search_proof import opened_desk

PARTS = 5
# What the weights of guides need when the index is built (saturation and length) is chosen for moments alone.
CHOICES: Mapping[str, Sequence[float]] = {
    "saturation": (1.2, 2, 4),
    "length": (0.2, 0.4, 0.75),
    "leastLength": (1, 2, 3, 5),
    "pairs": (0.25, 0.5, 1),
    "nearness": (0.05, 0.15, 0.3, 0.5),
    "nearest": (1, 2, 3, 5, 8),
    "momentNearness": (0.15, 0.3, 0.5),
    "inner": (0.3, 0.5, 0.7, 1),
    "guideShare": (0.5, 1, 2, 3),
    "pairsInSentence": (0.3, 0.5, 1),
    "correction": (0.5, 0.8, 1),
    "completion": (0.3, 0.6, 0.9),
    "leadOverOffTopic": (0, 0.5, 1),
    "nearSentences": (0.5, 1, 1.5),
    "held": (0, 0.005, 0.01),
    "unknown": (0, 0.7, 1.4),
    "partingNear": (0.4, 0.6, 0.8),
    "foundFrom": (1.4, 1.5, 1.6, 1.7, 1.8),
    "guessFrom": (0.2, 0.4, 0.6),
}

Tried = dict[tuple[str, float], list[Answered]]


def main() -> None:
    """Print the table that figures are chosen from, then what choosing them is worth on sentences held out."""
    asked = [one for one in sentences() if one.half == "open"]
    with opened_desk() as page:
        tried = _tried(page, asked)
    _table(tried)
    _worth(tried)


def _tried(page: Page, asked: Sequence[Said]) -> Tried:
    """Give the answers with each figure at each of its values, the others as they are."""
    pairs = [(name, value) for name, values in CHOICES.items() for value in {*values, RANKING[name]}]
    return {(name, value): answered(page, asked, {name: value}) for name, value in sorted(pairs)}


def _table(tried: Tried) -> None:
    print(f"{'figure':18}{'value':>7}  first  offered  guide  found  fits  harm  score | parts that would choose it")
    for (name, value), answers in tried.items():
        of = said_figures(answers)
        chosen = sum(_choice(tried, name, part) == value for part in range(PARTS))
        here = "  <- now" if value == RANKING[name] else ""
        print(
            f"{name:18}{value:7}  {of['fitting line first']:5}  {of['fitting line offered']:7}"
            f"  {of['guide right first']:5}  {of['line found']:5}  {of['line fits when found']:4}"
            f"  {of['harmful line found']:4}  {_score(answers):5.1f} | {chosen} of {PARTS}{here}"
        )


def _worth(tried: Tried) -> None:
    print("\nWorth of choosing on four parts, asked on the fifth (score, mean of the five parts):")
    for name in CHOICES:
        now = _mean([_score(_part(tried[name, RANKING[name]], part)) for part in range(PARTS)])
        chosen_score = _mean([_score(_part(tried[name, _choice(tried, name, part)], part)) for part in range(PARTS)])
        print(f"{name:18} as it is {now:6.2f}   chosen {chosen_score:6.2f}")


def _choice(tried: Tried, name: str, part: int) -> float:
    """Give the value that did best on all parts but this one; the present one if none is better."""
    values = sorted((value for one, value in tried if one == name), key=lambda value: value != RANKING[name])
    return max(values, key=lambda value: _score(_part(tried[name, value], part, others=True)))


def _part(answers: Sequence[Answered], part: int, *, others: bool = False) -> list[Answered]:
    return [one for number, one in enumerate(answers) if (number % PARTS == part) != others]


def _score(answers: Sequence[Answered]) -> float:
    """Give one number: how often a fitting line comes first, or at all, and how seldom the box is sure and wrong."""
    of = said_figures(answers)
    ranks = of["fitting line first"] + 0.5 * of["fitting line offered"] + 0.3 * of["guide right first"]
    # A box that is never sure does no harm and helps nobody: half of all sentences is what it should dare to answer.
    sure = 0.5 * min(of["line found"], 50) + 0.5 * of["line fits when found"] - 5 * of["harmful line found"]
    return ranks + sure - of["off the topic, yet found"]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


if __name__ == "__main__":
    main()
