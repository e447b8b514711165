"""What a build does to the live site, and what it may write there."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from built_page import Element, read_page
from site_builder import REPOSITORY, Build, BuildSite, build, configuration, contents
from site_case import cases_in, sound_site

TOGETHER = next(cases_in(Path(__file__).with_name("together.yml")))
LIVE = {"index.html": b"the edition of last week", "assets/odd.bin": b"\xff\x00"}
# Nobody follows the addresses in comments, nor the name of a kind of XML.
_NOT_FOLLOWED = re.compile(r"/\*.*?\*/|^\s*//.*?$|<!--.*?-->|xmlns=\"[^\"]*\"", re.DOTALL | re.MULTILINE)
_ADDRESS = re.compile(r"https?://\S+|[\"'(]//\S+")
ADDRESSES = {"action", "data", "formaction", "href", "poster", "src", "srcset"}


def _with_live_site(site: dict[str, bytes]) -> dict[str, bytes]:
    return {**site, **{f"site/{name}": content for name, content in LIVE.items()}}


def _pages(site: Path) -> dict[str, list[Element]]:
    return {str(path.relative_to(site)): list(read_page(path).elements()) for path in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Give a second build of the real site."""
    return build(REPOSITORY / "mkdocs.yml", tmp_path_factory.mktemp("again") / "site")


def test_two_builds_write_the_same_bytes(site: Path, again: Build) -> None:
    assert again.status == 0
    assert contents(again.site) == contents(site)


def test_the_real_site_is_built_without_a_word_by_our_hooks(again: Build) -> None:
    names = {page[0].attributes.get("data-build", "") for page in _pages(again.site).values()}

    assert again.report == ""
    assert len(names) == 1
    assert re.fullmatch("[0-9a-f]{10}", names.pop())


def test_everything_that_is_wrong_is_told_in_one_run_without_a_traceback(tmp_path: Path) -> None:
    for name, content in {**_with_live_site(dict(TOGETHER.site)), "mkdocs.yml": configuration().encode()}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert run.returncode == 1
    assert run.stderr == f"ERROR   -  {TOGETHER.report}\n"
    assert run.stdout == "\nAborted with a BuildError!\n"
    assert contents(tmp_path / "site") == LIVE
    assert [path.name for path in tmp_path.glob("site*")] == ["site"]


def test_a_build_replaces_the_live_site_whole(build_site: BuildSite) -> None:
    built = build_site(_with_live_site(sound_site()))

    assert built.status == 0
    assert "assets/odd.bin" not in contents(built.site)
    assert [path.name for path in built.site.parent.glob("site*")] == ["site"]


def _with_handbook(text: str) -> dict[str, bytes]:
    site = sound_site()
    situation = site["docs/situations/late-delivery.md"]
    linked = situation.replace(b"something to plan with.", b"something to plan with ([handbook](../handbook.md)).")
    return {**site, "docs/situations/late-delivery.md": linked, "docs/handbook.md": text.encode()}


def test_what_mkdocs_warns_of_is_told_once_with_its_line(build_site: BuildSite) -> None:
    built = build_site(_with_live_site(_with_handbook("# Handbook\n\n[Nothing](#nothing) ![A picture](missing.png)\n")))

    assert built.report.splitlines() == [
        "docs/handbook.md:3:11: '#nothing' names a place that is not on the page. "
        "Places there are: handbook. [missing-anchor]",
        "    [Nothing](#nothing) ![A picture](missing.png)",
        "              ^",
        "docs/handbook.md:3:34: 'missing.png' is a picture that is not there. "
        "Add the file or take the picture out. [missing-image]",
        "    [Nothing](#nothing) ![A picture](missing.png)",
        "                                     ^",
        "Found 2 problems in 1 file.",
    ]
    assert built.status == 1
    assert contents(built.site) == LIVE


def test_a_warning_that_only_the_host_gives_leaves_the_live_site_alone(build_site: BuildSite) -> None:
    settings = yaml.safe_load(configuration())
    settings["hooks"] = [*settings["hooks"], "odd.py"]
    odd = "import logging\n\ndef on_nav(nav, config, files):\n    logging.getLogger('mkdocs.odd').warning('Odd.')\n"
    files = {"mkdocs.yml": yaml.safe_dump(settings).encode(), "odd.py": odd.encode()}
    built = build_site({**_with_live_site(sound_site()), **files})

    assert built.report == "Odd."
    assert built.status == 1
    assert contents(built.site) == LIVE
    assert [path.name for path in built.site.parent.glob("site*")] == ["site"]


def test_the_build_after_a_refused_one_is_published(build_site: BuildSite) -> None:
    refused = build_site(_with_handbook("# Handbook\n\n[Nothing](#nothing)\n"))
    built = build_site(_with_handbook("# Handbook\n\n[Top](#handbook)\n"))

    assert (refused.status, built.status, built.report) == (1, 0, "")
    assert '<h1 id="handbook">Handbook<' in built.text("handbook/index.html")


def test_a_link_to_a_file_that_is_not_there_is_told_like_any_mistake(build_site: BuildSite, tmp_path: Path) -> None:
    Path(tmp_path, "docs", "techniques").mkdir(parents=True)
    Path(tmp_path, "docs", "techniques", "gone.md").symlink_to("nowhere.md")
    built = build_site(sound_site())

    assert built.status == 1
    assert built.report == (
        "docs/techniques/gone.md:1:1: 'gone.md' is a link to a file that is not there. "
        "Bring the file back or delete the link. [unreadable-file]\nFound 1 problem in 1 file."
    )


def _elsewhere(page: list[Element]) -> Iterator[str]:
    """Give what a page refers to on another host, links to a DOI left out."""
    for element in page:
        addresses = {name: value for name, value in element.attributes.items() if name in ADDRESSES}
        for name, value in addresses.items():
            allowed = element.tag == "a" and value.startswith("https://doi.org/")
            if not allowed and re.match(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", value, re.IGNORECASE):
                yield f"<{element.tag} {name}={value}>"


def test_no_page_refers_to_another_host_but_for_links_to_a_doi(site: Path) -> None:
    found = {name: list(_elsewhere(page)) for name, page in _pages(site).items()}

    assert {name: addresses for name, addresses in found.items() if addresses} == {}


@pytest.mark.parametrize("pattern", ["*.css", "*.js", "*.svg", "*.json", "*.xml"])
def test_no_other_file_refers_to_another_host(site: Path, pattern: str) -> None:
    found = {
        path.name: _ADDRESS.findall(_NOT_FOLLOWED.sub("", path.read_text("utf-8"))) for path in site.rglob(pattern)
    }

    assert {name: addresses for name, addresses in found.items() if addresses} == {}


def _inline(page: list[Element]) -> Iterator[str]:
    for element in page:
        if element.tag == "style" or (element.tag == "script" and ("src" not in element.attributes or element.text)):
            yield f"<{element.tag}>"
        yield from (name for name in element.attributes if name == "style" or name.startswith("on"))


def test_no_page_holds_an_inline_script_or_style(site: Path) -> None:
    found = {name: list(_inline(page)) for name, page in _pages(site).items()}

    assert {name: inline for name, inline in found.items() if inline} == {}
