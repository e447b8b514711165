"""The limits that need a whole page to be reached, and pages so broken that nothing can be said of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from playbook.contract.checked_edition import read_edition
from playbook.desk.search_index import search_index
from playbook.problems import report
from site_case import DESK, sound_site

SITUATION, TECHNIQUE = "docs/situations/late-delivery.md", "docs/techniques/own-it.md"


def _report(path: str, old: str, new: str) -> str:
    site = sound_site()
    written = site[path].decode()
    assert written.count(old) == 1
    return report(read_edition({**site, path: written.replace(old, new).encode()}, DESK)[1])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (1371, "Found 0 problems in 0 files."),
        (
            1372,
            f"{SITUATION}:1: 'late-delivery' has 1601 words; the limit for a situation is 1600. Cut 1. [too-long]\n"
            "Found 1 problem in 1 file.",
        ),
    ],
)
def test_a_situation_has_at_most_sixteen_hundred_words(words: int, said: str) -> None:
    assert _report(SITUATION, "It is the carrier's fault.", " ".join(["word"] * words)) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (5, "Found 0 problems in 0 files."),
        (
            6,
            f"{TECHNIQUE}:1: 'own-it' has 751 words; the limit for a technique is 750. Cut 1. [too-long]\n"
            "Found 1 problem in 1 file.",
        ),
    ],
)
def test_a_technique_has_at_most_750_words(words: int, said: str) -> None:
    many = " ".join(["Say it once and then wait for ten whole seconds."] * 53)

    assert _report(TECHNIQUE, "Then talk about the repair.", f"{many} Then{' wait' * (words - 1)}.") == said


def _mangled(lines: list[str]) -> Iterator[str]:
    """Give a file with each of its lines in turn left out, cut in half or overwritten, and cut off there."""
    for number, line in enumerate(lines):
        before, after = lines[:number], lines[number + 1 :]
        for instead in ([], [line[: len(line) // 2]], ['- : [ "? -> ([{{'], ["\x00"]):
            yield "\n".join([*before, *instead, *after])
        yield "\n".join(before)


@pytest.mark.parametrize("path", sorted(sound_site()))
def test_whatever_happens_to_a_file_there_is_a_report_or_an_edition(path: str) -> None:
    site = sound_site()
    for text in _mangled(site[path].decode().split("\n")):
        edition, problems = read_edition({**site, path: text.encode()}, DESK)
        assert problems or search_index(edition.guides.values(), [], "")
