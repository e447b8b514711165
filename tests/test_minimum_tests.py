"""The suite notices when a part of it is no longer collected."""

from __future__ import annotations

import pytest

TWO_TESTS = "def test_one(): pass\ndef test_two(): pass"
REFUSAL = (
    "ERROR: Only 2 tests were collected, but pyproject.toml asks for at least 3 (minimum_tests). "
    "Find out where the others went, or lower the number if they were removed on purpose."
)


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest("from minimum_tests import pytest_addoption, pytest_collection_finish")
    pytester.makepyfile(test_two=TWO_TESTS)
    pytester.makeini("[pytest]\nminimum_tests = 3")
    return pytester


def test_a_run_of_everything_with_too_few_tests_is_refused(suite: pytest.Pytester) -> None:
    run = suite.runpytest()
    assert run.ret == pytest.ExitCode.USAGE_ERROR
    assert REFUSAL in run.errlines
    assert run.parseoutcomes() == {}


def test_a_run_of_everything_with_enough_tests_goes_on(suite: pytest.Pytester) -> None:
    suite.makeini("[pytest]\nminimum_tests = 2")
    suite.runpytest().assert_outcomes(passed=2)


@pytest.mark.parametrize(
    "selection", [["-k", "one"], ["test_two.py::test_one"], ["--deselect", "test_two.py::test_two"]]
)
def test_a_run_of_a_part_is_not_counted(suite: pytest.Pytester, selection: list[str]) -> None:
    run = suite.runpytest(*selection)
    assert run.ret == pytest.ExitCode.OK
    assert run.parseoutcomes()["passed"] == 1
