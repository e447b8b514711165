"""Refuse a run of the whole suite that collected fewer tests than pyproject.toml asks for.

A folder that pytest skips, or a file whose tests lost their names, would pass unseen otherwise.
"""

from __future__ import annotations

import pytest

OPTION = "minimum_tests"

# Each of these asks for a part of the suite only.
SELECTIONS = ("keyword", "markexpr", "deselect", "ignore", "ignore_glob", "lf", "stepwise")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let pyproject.toml say how many tests there are at least."""
    parser.addini(OPTION, "tests that a run of the whole suite must collect at least", default="0")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Stop before the first test when a run of everything found too few."""
    wanted, found = int(session.config.getini(OPTION)), len(session.items)
    if found >= wanted or session.testsfailed or _is_a_selection(session.config):
        return
    raise pytest.UsageError(
        f"Only {found} tests were collected, but pyproject.toml asks for at least {wanted} ({OPTION}). "
        "Find out where the others went, or lower the number if they were removed on purpose."
    )


def _is_a_selection(config: pytest.Config) -> bool:
    named = config.args_source == pytest.Config.ArgsSource.ARGS
    return named or any(config.getoption(name, default=None) for name in SELECTIONS)
