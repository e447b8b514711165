"""The files of the build before are published once more, for pages that are still open somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook_mkdocs.publishing.previous import PREFIX
from site_builder import Build, BuildSite
from site_case import sound_site


@pytest.fixture
def before(build_site: BuildSite) -> Build:
    """Give the build before."""
    return build_site(sound_site())


def _with_another_cue(cue: str = "is it still on the lorry") -> dict[str, bytes]:
    site = sound_site()
    cues = "data/cues/late-delivery.txt"
    return {**site, cues: site[cues] + f"{cue}\n".encode()}


def _assets(site: Path) -> set[str]:
    return {folder.name for folder in (site / "assets").iterdir() if folder.name.startswith(PREFIX)}


@pytest.mark.parametrize("named", ["the site", "its folder"])
def test_the_asset_folder_of_the_build_before_is_there_once_more(
    before: Build, build_site: BuildSite, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    old = _assets(before.site)
    (name,) = old
    monkeypatch.setenv("PREVIOUS", str(before.site if named == "the site" else before.site / "assets" / name))
    built = build_site(_with_another_cue())

    assert (built.status, built.report) == (0, "")
    assert len(_assets(built.site)) == 2
    assert old < _assets(built.site)


def test_only_the_build_before_is_kept_and_not_those_before_it(
    before: Build, build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREVIOUS", str(before.site))
    second = _assets(build_site(_with_another_cue()).site) - _assets(before.site)
    third = build_site(_with_another_cue("And when does the crane come?"))

    assert second < _assets(third.site)
    assert len(_assets(third.site)) == 2


def test_a_folder_without_a_build_is_told(
    before: Build, build_site: BuildSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREVIOUS", str(before.site.parent / "docs"))
    built = build_site(sound_site())

    assert built.status == 1
    assert built.report == (
        f"PREVIOUS={before.site.parent}/docs holds no build. Name the folder of a site that was built, or its folder "
        "assets/playbook-..., or leave PREVIOUS out."
    )
