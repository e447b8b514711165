"""The page for hosts names what is wrong with the way a site is served, in words, in a real browser."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from chromium import ARGUMENTS, program
from nginx_host import BASE, Change, below, hosted, readme_lines


@dataclass(frozen=True)
class Fault:
    """What is done to the lines of the README, which look then goes wrong, and what it says."""

    heading: str
    says: str
    change: Change = str


def _replaced(old: str, new: str) -> Change:
    def changed(lines: str) -> str:
        assert old in lines
        return lines.replace(old, new)

    return changed


def _without(*words: str) -> Change:
    def changed(lines: str) -> str:
        kept = [line for line in lines.split("\n") if not line.strip().startswith(words)]
        return "\n".join(kept)

    return changed


MODULES = "location ~ /\\. {"
FAULTS = {
    "base path": Fault(
        "Address", f"the site lies at {BASE} and was built for /. Its page for what is not there", below(BASE)
    ),
    "compression": Fault("Compression", "the index arrives uncompressed (", _without("gzip")),
    "missing index": Fault(
        "Index",
        "the index that the desk searches did not arrive (status 404)",
        _replaced(MODULES, "location ~ index.json$ { return 404; }\n    " + MODULES),
    ),
    "a proxy's stricter policy": Fault(
        "Policy on the way",
        "“font-src 'none'; worker-src 'none'”. It forbids: font-src, worker-src.",
        _replaced(
            "    if (",
            "    add_header Content-Security-Policy \"font-src 'none'; worker-src 'none'\";\n    if (",
        ),
    ),
    "missing policy header": Fault(
        "Policy header",
        "no Content-Security-Policy arrives as a header.",
        _without("add_header Content-Security-Policy"),
    ),
    "pages kept for a day": Fault(
        "Cache",
        "readers may be shown old pages: Cache-Control is max-age=86400.",
        _replaced('"no-cache"', '"max-age=86400"'),
    ),
    "no word on caching": Fault(
        "Cache",
        "no Cache-Control arrives, so browsers keep pages as long as they like.",
        _without("add_header Cache-Control"),
    ),
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page of which errors are expected."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def _wrong(page: Page) -> dict[str, str]:
    """Give what the page says is wrong, by heading, once all looks are taken."""
    expect(page.locator("[data-sum]")).not_to_be_empty()
    shown = page.locator("[data-verdict=bad]:not([hidden])")
    return {text.locator("xpath=../h2").inner_text(): text.inner_text() for text in shown.all()}


@pytest.mark.parametrize("is_below", [False, True])
def test_nothing_is_wrong_with_the_lines_of_the_readme(
    nginx: str, at_root: Path, below_path: Path, tmp_path: Path, page: Page, is_below: bool
) -> None:
    site, lines = (below_path, below(BASE)(readme_lines())) if is_below else (at_root, readme_lines())
    with hosted(nginx, tmp_path, site, lines) as origin:
        page.goto(f"{origin}{BASE if is_below else '/'}check/")
        assert _wrong(page) == {}
        assert page.locator("[data-sum]").inner_text() == "All is right."
        assert page.locator("[data-verdict=good]:not([hidden])").count() == 8


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_host_is_named(nginx: str, at_root: Path, tmp_path: Path, page: Page, name: str) -> None:
    fault = FAULTS[name]
    with hosted(nginx, tmp_path, at_root, fault.change(readme_lines())) as origin:
        page.goto(f"{origin}{BASE if name == 'base path' else '/'}check/")
        wrong = _wrong(page)

    assert list(wrong) == [fault.heading]
    assert fault.says in wrong[fault.heading]
    assert wrong[fault.heading].startswith("Wrong: ")


def test_a_policy_that_forbids_questions_is_named_and_the_rest_is_left_open(
    nginx: str, at_root: Path, tmp_path: Path, page: Page
) -> None:
    change = _replaced("    if (", "    add_header Content-Security-Policy \"connect-src 'none'\";\n    if (")
    with hosted(nginx, tmp_path, at_root, change(readme_lines())) as origin:
        page.goto(f"{origin}/check/")
        wrong = _wrong(page)

    assert list(wrong) == ["Policy on the way"]
    assert "“connect-src 'none'”. It forbids: connect-src." in wrong["Policy on the way"]
    assert page.locator("[data-verdict=unknown]:not([hidden])").count() == 4


def test_an_old_page_from_a_cache_is_named(nginx: str, at_root: Path, tmp_path: Path, page: Page) -> None:
    site = tmp_path / "site"
    shutil.copytree(at_root, site)
    shutil.copy(at_root.with_name("redirects.nginx.conf"), tmp_path)
    change = _replaced('"no-cache"', '"max-age=86400"')
    with hosted(nginx, tmp_path, site, change(readme_lines())) as origin:
        page.goto(f"{origin}/check/")
        old = page.locator("html").get_attribute("data-build")
        newer = (site / "check" / "index.html").read_text(encoding="utf-8").replace(str(old), "0123456789")
        (site / "check" / "index.html").write_text(newer, encoding="utf-8")
        page.goto(f"{origin}/")
        page.goto(f"{origin}/check/")
        wrong = _wrong(page)

    assert f"this page is of build {old}, the server has 0123456789." in wrong["Cache"]


@pytest.mark.parametrize(
    "change",
    [
        _replaced(MODULES, "location ~ \\.js$ { types { } default_type text/plain; }\n    " + MODULES),
        _replaced("    if (", "    add_header Content-Security-Policy \"script-src 'none'\";\n    if ("),
    ],
    ids=["of the wrong type", "forbidden"],
)
def test_where_modules_do_not_run_the_page_says_so_by_itself(
    nginx: str, at_root: Path, tmp_path: Path, page: Page, change: Change
) -> None:
    lines = readme_lines().replace("alias /srv/next-line/site/;", "root /srv/next-line/site/;")
    lines = lines.replace("server {", "server {\n    root /srv/next-line/site/;", 1)
    with hosted(nginx, tmp_path, at_root, change(lines)) as origin:
        page.goto(f"{origin}/check/")
        page.wait_for_load_state("load")
        shown = page.locator("[data-verdict=bad]:not([hidden])")

        assert shown.count() == 1
        assert shown.inner_text().startswith("Wrong: the modules of this page do not run")


@pytest.fixture
def keeping_nothing(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """Give a page in a browser that was told to keep no data of any site."""
    profile = tmp_path / "profile"
    (profile / "Default").mkdir(parents=True)
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (profile / "Default" / "Preferences").write_text(json.dumps(settings), encoding="utf-8")
    start = browser.browser_type.launch_persistent_context
    context = start(profile, executable_path=program(), args=list(ARGUMENTS))
    yield context.pages[0]
    context.close()


def test_a_browser_that_keeps_nothing_is_named(
    nginx: str, at_root: Path, tmp_path: Path, keeping_nothing: Page
) -> None:
    with hosted(nginx, tmp_path, at_root, readme_lines()) as origin:
        keeping_nothing.goto(f"{origin}/check/")
        wrong = _wrong(keeping_nothing)

    assert list(wrong) == ["Storage"]
    assert "this browser keeps nothing for this site (localStorage, sessionStorage)" in wrong["Storage"]
