"""No barrier on any kind of page, in any state of the desk: axe finds nothing wrong and nothing it is not sure of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Page, expect

from ask_box import MOMENT, OFF_THE_SUBJECT, answers, asked, results, taken
from playbook.site.moved import MovedPage, MovedPart
from site_builder import REPOSITORY

PAGES = (
    "/",
    "/situations/reference-request/",
    "/techniques/focusing-question/",
    "/paths/first-week/",
    "/map/",
    "/lines/",
    "/sources/",
    "/glossary/",
    "/status/",
    "/check/",
    "/404.html",
)
Look = tuple[int, int, Literal["light", "dark"]]
LOOKS: tuple[Look, ...] = (
    (1280, 720, "light"),
    (360, 640, "light"),
    (360, 640, "dark"),
)
WIDE: tuple[Look, ...] = ((1280, 720, "light"), (1280, 720, "dark"))
GAPS = [{"day": "2026-01-01", "kind": "nothing", "text": f"gap {number}", "line": ""} for number in range(50)]
NOT_TAKEN = {
    "search open": MOMENT,
    "only a guess": "a customer zxqv wkjh",
    "nothing found": OFF_THE_SUBJECT,
    "too short": "a",
    "a guide is the answer": "how do I ask for a referral",
}
STATES = (*NOT_TAKEN, "conversation open", "turns before unfolded", "panel open")
# Axe is not sure of a colour where several things lie below something opaque: what is covered is looked at alone, and
# hidden while the colours of what covers it are judged.
PAGE, BELOW_TURNS = (
    "main, footer",
    ".now .copy, .now-manner, .now-say, .now-after, .now-then, .answers-now, .moves, .desk-idle, .moments, footer",
)
RUN = """async ([scheme, covered]) => {
    const colours = ['color-contrast', 'link-in-text-block']
    const rules = Object.fromEntries(colours.map((rule) => [rule, { enabled: false }]))
    const all = { rules: { ...rules, 'target-size': { enabled: true } } }
    const found = scheme === 'light' ? [await axe.run(document, all)] : []
    const hidden = covered ? [...document.querySelectorAll(covered)] : []
    for (const one of hidden) one.style.visibility = 'hidden'
    found.push(await axe.run(document, { runOnly: colours }))
    for (const one of hidden) one.style.visibility = ''
    const told = (kind) => ({ id, nodes }) => nodes.map(({ html }) => `${kind}: ${id}: ${html.slice(0, 120)}`)
    return found.flatMap(({ violations, incomplete }) =>
        [...violations.flatMap(told('wrong')), ...incomplete.flatMap(told('not sure'))])
}"""


@pytest.mark.parametrize("address", PAGES)
def test_no_kind_of_page_has_a_barrier(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_function("() => performance.getEntriesByName('desk-ready').length")

    assert barriers(page) == []


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("address", ["/", "/situations/reference-request/"])
def test_no_state_of_the_desk_has_a_barrier(page: Page, address: str, state: str) -> None:
    page.goto(address)
    page.wait_for_function("() => performance.getEntriesByName('desk-ready').length")
    bring_about(page, state)

    covered = PAGE if state == "panel open" or address != "/" else ""
    if state == "turns before unfolded":
        # On a small screen the list hangs over the answer it stands in, of which axe is not sure either.
        assert barriers(page, f"{covered or 'footer'}, {BELOW_TURNS}", WIDE) == []
    else:
        assert barriers(page, covered) == []


def test_a_page_that_only_leads_on_has_no_barrier(page: Page) -> None:
    old = MovedPage("../silence/", "/silence/", "moved.js", (MovedPart("part", "../silence/#now", "/silence/#now"),))
    pages = Environment(loader=FileSystemLoader(REPOSITORY / "overrides"), autoescape=True)
    html = pages.get_template("moved.html").render(page=old, site="Next Line", policy="")
    page.route("**/old/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.route("**/moved.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto("/old/")

    # It has no style sheet: of the browser's own colours in the dark axe knows the links and not the paper.
    assert barriers(page, looks=LOOKS[:2]) == []


def bring_about(page: Page, state: str) -> None:
    if state == "panel open":
        page.evaluate("gaps => localStorage.setItem('next-line.gaps', JSON.stringify(gaps))", GAPS)
        page.locator("#panel-open").click()
        expect(page.locator("#panel-list li")).to_have_count(50)
        return
    page.locator("#ask").focus()
    if state in NOT_TAKEN:
        asked(page, NOT_TAKEN[state])
        return
    taken(page, MOMENT)
    if state == "turns before unfolded":
        page.keyboard.press("2")
        expect(results(page)).to_have_attribute("data-turn", "2")
        page.locator(".gone summary").click()
    else:
        page.keyboard.press("ArrowDown")
        expect(answers(page).first).to_have_attribute("aria-selected", "true")


@cache
def axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def barriers(page: Page, covered: str = "", looks: Sequence[Look] = LOOKS) -> list[str]:
    """Give what axe finds, best practices and targets included, wide and small, and what colours decide in the dark."""
    page.evaluate(axe())
    found = []
    for width, height, scheme in looks:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        found += [f"{width} {scheme}: {one}" for one in page.evaluate(RUN, [scheme, covered])]
    return found
