"""How good the answers to the labelled queries are: read, asked in one page of Chromium, and counted."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from playwright.sync_api import Page, sync_playwright

from chromium import launched
from site_builder import REPOSITORY, build
from site_server import policy_of, served

QUERIES = Path(__file__).parent / "content" / "queries.jsonl"
FIGURES = QUERIES.with_name("search_figures.json")
ANSWERS = QUERIES.with_name("search_answers.json")
TOLERANCE = 2.0  # points that a figure may fall
ACCEPT = "If the new answers are right, accept them: make figures"

Asked = TypeVar("Asked")
# Each figure: of which outcomes it is the share, and what must hold of them.
Measures = Mapping[str, tuple[Callable[[Asked], bool], Callable[[Asked], bool]]]

ASK = """async ([texts, figures]) => {
    const main = document.querySelector('script[type=module]').src
    const { match, readIndex } = await import(new URL('search/matcher.js', main).href)
    const content = await (await fetch(new URL('index.json', main))).json()
    Object.assign(content.search.figures, figures)
    const index = readIndex(content)
    return texts.map((text) => {
        const { state, moments } = match(index, text)
        return [state, [...new Set(moments.map(({ guide }) => guide))], moments.map(({ moment }) => moment)]
    })
}"""


@contextmanager
def opened_desk() -> Iterator[Page]:
    """Build the site into a folder of its own and give its desk, opened in Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        site = build(REPOSITORY / "mkdocs.yml", Path(folder) / "site").site
        with served(site, policy_of(site)) as address, sync_playwright() as playwright:
            browser = launched(playwright)
            page = browser.new_page()
            page.goto(address)
            yield page
            browser.close()


@dataclass(frozen=True)
class Labelled:
    """A query, the guides that answer it best, those that are acceptable, and who wrote it."""

    query: str
    best: tuple[str, ...]
    ok: tuple[str, ...]
    origin: str


@dataclass(frozen=True)
class Outcome:
    """A query with the state of the box and the guides it showed."""

    labelled: Labelled
    state: str
    guides: tuple[str, ...]

    @property
    def on_topic(self) -> bool:
        """Whether any guide answers it."""
        return bool(self.labelled.best)

    @property
    def best_first(self) -> bool:
        """Whether a best guide came first."""
        return bool(set(self.guides[:1]) & set(self.labelled.best))

    @property
    def acceptable_first(self) -> bool:
        """Whether a best or an acceptable guide came first."""
        return bool(set(self.guides[:1]) & {*self.labelled.best, *self.labelled.ok})

    @property
    def best_of_three(self) -> bool:
        """Whether a best guide was among the first three."""
        return bool(set(self.guides[:3]) & set(self.labelled.best))

    @property
    def found(self) -> bool:
        """Whether the box was sure."""
        return self.state == "found"


MEASURES: Measures[Outcome] = {
    "best first": (lambda one: one.on_topic, lambda one: one.best_first),
    "best or acceptable first": (lambda one: one.on_topic, lambda one: one.acceptable_first),
    "best among three": (lambda one: one.on_topic, lambda one: one.best_of_three),
    "found": (lambda one: one.on_topic, lambda one: one.found),
    "found and right": (lambda one: one.found, lambda one: one.acceptable_first),
    "off topic not found": (lambda one: not one.on_topic, lambda one: not one.found),
    "on topic not refused": (lambda one: one.on_topic, lambda one: one.state != "nothing"),
}


def labelled_queries() -> list[Labelled]:
    """Give the labelled queries, the independent ones first."""
    lines = [json.loads(line) for line in QUERIES.read_text(encoding="utf-8").splitlines()]
    return [Labelled(one["query"], tuple(one["best"]), tuple(one["ok"]), one["set"]) for one in lines]


def outcomes(page: Page, queries: Sequence[Labelled], figures: Mapping[str, float] | None = None) -> list[Outcome]:
    """Ask the matcher of the open page, which must be of our site, with other figures if any are given."""
    answers: list[Any] = page.evaluate(ASK, [[one.query for one in queries], dict(figures or {})])
    # What the box refuses shows no guide.
    shown = [(state, () if state == "nothing" else tuple(guides)) for state, guides, _ in answers]
    return [Outcome(one, state, guides) for one, (state, guides) in zip(queries, shown, strict=True)]


def figures_of(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Give each measure in percent, to one decimal."""
    return shares(outcomes, MEASURES)


def failing(outcomes: Sequence[Outcome], measure: str) -> list[str]:
    """Give a line for each query that a measure counts as failed: what was shown, what was wanted."""
    among, holds = MEASURES[measure]
    failed = [one for one in outcomes if among(one) and not holds(one)]
    return [f"{one.labelled.query!r}: {one.state} {list(one.guides)}, not {list(one.labelled.best)}" for one in failed]


def answers_of(outcomes: Iterable[Outcome]) -> dict[str, list[str]]:
    """Give the state and the guides shown, at most three, by query."""
    return {
        one.labelled.query: [one.state, *one.guides[:3]] for one in sorted(outcomes, key=lambda o: o.labelled.query)
    }


def changed(outcomes: Iterable[Outcome], committed: Mapping[str, Sequence[str]]) -> list[str]:
    """Give a line for each query that is answered otherwise than when the figures were committed."""
    return [
        f"{query!r}: {_told(now)}, before: {_told(committed[query])}"
        for query, now in answers_of(outcomes).items()
        if query in committed and now != list(committed[query])
    ]


def committed_answers(path: Path = ANSWERS) -> dict[str, list[str]]:
    """Give the committed answers of a proof by query."""
    answers: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return answers


def with_figures(readme: str, figures: Mapping[str, Mapping[str, float]]) -> str:
    """Give a README with the rows of a table renewed: figures by column and by name."""
    first, second = figures.values()
    for name in first:
        row = f"| {name} | {first[name]} % | {second[name]} % |"
        readme = re.sub(rf"(?m)^\| {re.escape(name)} \| [\d.]+ % \| [\d.]+ % \|$", row, readme)
    return readme


def _told(answer: Sequence[str]) -> str:
    return f"{answer[0]} {', '.join(answer[1:])}".strip()


def committed_figures(path: Path = FIGURES) -> dict[str, dict[str, float]]:
    """Give the committed figures of a proof, column by column of its table in the README."""
    figures: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return figures


def shares(asked: Sequence[Asked], measures: Measures[Asked]) -> dict[str, float]:
    """Give each measure in percent of those it is about, to one decimal."""
    return {name: _share(asked, *measure) for name, measure in measures.items()}


def _share(asked: Sequence[Asked], among: Callable[[Asked], bool], holds: Callable[[Asked], bool]) -> float:
    chosen = [one for one in asked if among(one)]
    return round(100 * sum(holds(one) for one in chosen) / max(1, len(chosen)), 1)
