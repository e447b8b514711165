"""Type queries into the ask box of a built site, in a real browser with real keys, and say how good the answers are."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page, sync_playwright
from playwright.sync_api import TimeoutError as LateError

from chromium import NoChromiumError, launched
from query_file import Query, QueryError, read_queries
from score import Answer, summary
from site_server import policy_of, served

STOPWATCH = Path(__file__).with_name("stopwatch.js")
PATIENCE = 15_000  # milliseconds after which an ask box that still has not answered counts as broken

WRONG_INPUT, NO_ANSWER = 2, 1


class NoAnswerError(Exception):
    """The ask box did not do what every ask box does; the text says what was missing."""


def main(arguments: Sequence[str]) -> int:
    """Answer the queries of the file on standard output, sum up on standard error, and give the exit status."""
    options = _options(arguments)
    try:
        queries = read_queries(Path(options.queries))
        with closing(_answers(_home(Path(options.site)), queries)) as asked:
            answers = [_printed(query, answer) for query, answer in zip(queries, asked, strict=True)]
    except QueryError as error:
        return _refused(error, WRONG_INPUT)
    except (NoChromiumError, NoAnswerError) as error:
        return _refused(error, NO_ANSWER)
    except BrokenPipeError:  # the reader has seen enough, as in `make ask ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NO_ANSWER
    print(summary(queries, answers), file=sys.stderr)
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="ask", description=__doc__)
    parser.add_argument("queries", help='JSON lines as {"query": "they said no", "best": ["gracious-no"], "ok": []}')
    parser.add_argument("--site", default="site", help="folder of the built site (default: site)")
    options = parser.parse_args(arguments)
    if not options.queries:
        parser.error("name a file of queries: make ask QUERIES=file.jsonl")
    return options


def _home(site: Path) -> Path:
    if not (site / "index.html").is_file():
        raise QueryError(f"{site / 'index.html'}:1: is missing: build the site first, or name one that is built.")
    return site


def _refused(error: Exception, status: int) -> int:
    print(error, file=sys.stderr)
    return status


def _printed(query: Query, answer: Answer) -> Answer:
    if not query.closed:
        print(json.dumps({**asdict(answer), "ms": round(answer.ms, 1)}, ensure_ascii=False), flush=True)
    return answer


def _answers(site: Path, queries: Sequence[Query]) -> Generator[Answer]:
    with served(site, policy_of(site)) as address, sync_playwright() as playwright:
        browser = launched(playwright)
        try:
            page = browser.new_page()
            page.set_default_timeout(PATIENCE)
            page.add_init_script(path=STOPWATCH)
            page.goto(f"{address}/")
            for query in queries:
                _empty_the_box(page)
                yield _answer(page, query.text)
        except LateError:
            raise NoAnswerError(f"{site}: the home page has no ask box (#ask) that can be typed into.") from None
        finally:
            browser.close()


def _empty_the_box(page: Page) -> None:
    page.locator("#ask").focus()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.press("Delete")
    ready = page.locator('#ask-results[data-state="idle"], #ask-results[data-state="failed"]')
    try:
        ready.wait_for(state="attached")
    except LateError:
        raise NoAnswerError('The ask box never came to rest: #ask-results has no data-state="idle".') from None
    if ready.get_attribute("data-state") == "failed":
        raise NoAnswerError('The ask box could not load its index: #ask-results has data-state="failed".')


def _answer(page: Page, query: str) -> Answer:
    typed = " ".join(query.splitlines()).replace("\t", " ")  # these keys would send the form or leave the box
    page.evaluate("(query) => stopwatch.expect(query)", typed)
    page.keyboard.type(typed)
    try:
        shown = page.evaluate(
            """(patience) => Promise.race([
                stopwatch.answer,
                new Promise((resolve) => setTimeout(resolve, patience, null)),
            ])""",
            PATIENCE,
        )
    except BrowserError as error:
        raise NoAnswerError(f"The browser stopped at {query!r}: {error.message}") from None
    if shown is None:
        raise NoAnswerError(f"No answer to {query!r}: #ask-results never had data-answered={typed!r}.")
    guides, moments = tuple(shown["guides"]), tuple(shown["moments"])
    return Answer(query, shown["state"], guides, moments, shown["line"], shown["ms"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
