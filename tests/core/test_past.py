"""Of two pages that claim the same, the newer one is blamed, wherever it stands in the alphabet."""

from __future__ import annotations

import pytest

from playbook.contract.checked_edition import read_edition
from playbook.guides.past import Past
from playbook.problems import report
from site_case import DESK, sound_site

OLD = "docs/situations/late-delivery.md"
FIRST, LAST = "docs/situations/at-the-door.md", "docs/situations/waiting.md"


def _with_second(path: str, *kept: str) -> dict[str, bytes]:
    """Give the sound site with a second situation that claims what is kept, and nothing else."""
    site = sound_site()
    text = site[OLD].decode()
    name = path.rpartition("/")[2].removesuffix(".md")
    text = text.replace("id: late-delivery", f"id: {name}")
    for old, new in (("late-", "wait-"), ("tab: Deliveries", "tab: Waiting"), ("# wait-delivery", "")):
        text = text if old in kept else text.replace(old, new)
    said, _, rest = text.partition("## They say\n\n")
    cues, _, rest = rest.partition("\n## Do not say")
    if "cues" not in kept:
        cues = "".join(f'- "I have waited {word} days."\n' for word in ("two", "ten", "six", "nine", "four", "five"))
    return {**site, path: f"{said}## They say\n\n{cues}\n## Do not say{rest}".encode()}


def _blamed(site: dict[str, bytes], past: Past) -> list[str]:
    found = report(read_edition(site, DESK, past)[1]).splitlines()
    return sorted({line.partition(":")[0] for line in found if not line.startswith("Found")})


PUBLISHED = frozenset({"/situations/late-delivery/", "/situations/late-delivery/#late-1"})


@pytest.mark.parametrize("path", [FIRST, LAST])
@pytest.mark.parametrize("kept", ["late-", "tab: Deliveries", "cues"])
def test_the_page_that_was_never_published_is_blamed(path: str, kept: str) -> None:
    assert _blamed(_with_second(path, kept), Past(PUBLISHED)) == [path]


@pytest.mark.parametrize("path", [FIRST, LAST])
@pytest.mark.parametrize("changed", [0, 1])
def test_of_two_published_guides_the_cue_file_that_git_sees_changed_is_blamed(path: str, changed: int) -> None:
    name = path.rpartition("/")[2].removesuffix(".md")
    site = _with_second(path)
    both = frozenset({"/situations/late-delivery/", f"/situations/{name}/"})
    files = "data/cues/late-delivery.txt", f"data/cues/{name}.txt"
    site |= dict.fromkeys(files, b"nobody told me")

    assert _blamed(site, Past(both, changed=frozenset({files[changed]}))) == [files[changed]]


@pytest.mark.parametrize("path", [FIRST, LAST])
def test_where_nothing_was_published_the_file_that_git_sees_changed_is_blamed(path: str) -> None:
    site = _with_second(path, "tab: Deliveries")

    assert _blamed(site, Past(changed=frozenset({path}))) == [path]
    assert _blamed(site, Past(changed=frozenset({OLD}))) == [OLD]


def test_the_id_of_a_line_belongs_to_the_page_that_published_it() -> None:
    site = _with_second(FIRST, "late-")
    both = {"/situations/late-delivery/", "/situations/at-the-door/"}
    theirs = frozenset({*both, *(f"/situations/at-the-door/#late-{n}" for n in ("1", "1b", "2", "3", "4", "5", "6"))})

    assert _blamed(site, Past(theirs)) == [OLD]


def test_a_second_page_that_claims_nothing_is_silent() -> None:
    assert _blamed(_with_second(FIRST), Past(PUBLISHED)) == []
