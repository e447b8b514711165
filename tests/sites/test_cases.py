"""Each case is a change to a sound site and the whole report that it leads to (see tests/site_case.py)."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.contract.checked_edition import read_edition
from playbook.desk.search_index import search_index
from playbook.problems import report
from site_builder import BuildSite, contents
from site_case import DESK, Case, cases, cases_in, sound_site

CASES = cases()
# Mistakes that are no mistakes of the content: the link check explains their codes.
LINKED = list(cases_in(Path(__file__).with_name("linked.yml")))
BUILT = [case for case in (*CASES, *LINKED) if case.build]


@pytest.mark.parametrize("case", [case for case in CASES if case.report and case.read], ids=str)
def test_a_mistake_is_told_with_its_whole_report(case: Case) -> None:
    _, problems = read_edition(case.site, DESK)

    assert report(problems) == case.report


@pytest.mark.parametrize("case", [case for case in CASES if not case.report and case.read], ids=str)
def test_what_only_looks_like_a_mistake_is_published(case: Case) -> None:
    edition, problems = read_edition(case.site, DESK)

    assert problems == []
    assert search_index(edition.guides.values(), [], "")


@pytest.mark.parametrize("case", [case for case in BUILT if case.report], ids=str)
def test_a_real_build_tells_the_same_and_leaves_the_live_site_alone(case: Case, build_site: BuildSite) -> None:
    live = {"index.html": b"the edition of last week", "assets/odd.bin": b"\xff\x00"}
    built = build_site({**case.site, **{f"site/{name}": content for name, content in live.items()}})

    assert built.report == case.report
    assert built.status == 1
    assert contents(built.site) == live
    assert [path.name for path in built.site.parent.glob("site*")] == ["site"]


@pytest.mark.parametrize("case", [case for case in BUILT if not case.report], ids=str)
def test_a_real_build_publishes_what_only_looks_like_a_mistake(case: Case, build_site: BuildSite) -> None:
    built = build_site(case.site)

    assert (built.report, built.status) == ("", 0)


def test_at_least_150_bad_inputs_run_through_real_builds() -> None:
    assert len([case for case in BUILT if case.report]) >= 150


def test_the_sound_site_is_built_without_a_word(build_site: BuildSite) -> None:
    built = build_site(sound_site())

    assert built.report == ""
    assert built.status == 0
    assert "That is on us." in built.text("techniques/own-it/index.html")
