"""The panel behind `?`: keys, look, gap notebook, blank page, clearing; and a tab that is older than the site."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from ask_box import MOMENT, OFF_THE_SUBJECT, asked, now, opened, results, said, taken
from open_page import OpenPage
from playbook.desk.gaps import read_gaps
from site_builder import BuildSite, configuration
from site_case import sound_site
from site_server import policy_of, served

GAPS = "JSON.parse(localStorage.getItem('next-line.gaps') ?? '[]')"
PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(251, 249, 245)", "rgb(22, 21, 19)"


def panel(page: Page) -> None:
    page.locator("#panel-open").click()
    expect(page.get_by_role("dialog", name="Keys and settings")).to_be_visible()


def test_the_question_mark_shows_all_keys_outside_fields_and_a_switch_turns_it_off(desk: Page) -> None:
    dialog = desk.get_by_role("dialog", name="Keys and settings")
    desk.keyboard.type("?")
    expect(desk.locator("#ask")).to_have_value("?")
    desk.keyboard.press("Escape")
    taken(desk, MOMENT)
    desk.keyboard.press("?")
    expect(dialog).to_be_visible()

    desk.get_by_label("Use the single keys").uncheck()
    desk.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(results(desk)).to_have_attribute("data-turn", "1")
    desk.locator(".brand").focus()
    desk.keyboard.press("?")
    desk.keyboard.press("/")
    expect(dialog).to_be_hidden()
    expect(desk.locator("#ask")).not_to_be_focused()
    desk.reload()
    panel(desk)
    expect(desk.get_by_label("Use the single keys")).not_to_be_checked()


def test_light_or_dark_is_remembered_and_follows_the_system_by_default(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    assert page.evaluate(PAPER) == DARK
    panel(page)
    page.get_by_label("Light", exact=True).check()
    assert page.evaluate(PAPER) == LIGHT

    page.goto("/situations/silence/")
    assert page.evaluate(PAPER) == LIGHT
    panel(page)
    page.get_by_label("As the system").check()
    assert page.evaluate(PAPER) == DARK


def test_gaps_are_noted_once_each_and_copied_as_a_list(desk: Page) -> None:
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asked(desk, OFF_THE_SUBJECT)
    desk.keyboard.press("Escape")
    asked(desk, "blue customers zxqv wkjh")
    desk.keyboard.press("Escape")
    taken(desk, MOMENT)
    results(desk).get_by_role("button", name="This line did not work").click()
    expect(results(desk)).to_contain_text("Noted.")

    assert [(gap["kind"], gap["text"], gap["line"]) for gap in desk.evaluate(GAPS)] == [
        ("line", MOMENT, "reference-request#ref-1"),
        ("guess", "blue customers zxqv wkjh", ""),
        ("nothing", OFF_THE_SUBJECT, ""),
    ]
    panel(desk)
    expect(desk.get_by_role("dialog")).to_contain_text("3 entries")
    desk.get_by_role("button", name="Copy the list").click()
    expect(desk.get_by_role("button", name="Copy the list")).to_have_attribute("data-told", "Copied")
    today = desk.evaluate(GAPS)[0]["day"]
    copied = desk.evaluate("navigator.clipboard.readText()")
    assert copied.split("\n\n") == [
        f"# did not work: reference-request#ref-1\n- {today} “{MOMENT}”",
        f"# only a guess\n- {today} “blue customers zxqv wkjh”",
        f"# no line found\n- {today} “{OFF_THE_SUBJECT}”",
    ]
    assert [gap.said for gap in read_gaps(copied)] == [MOMENT, "blue customers zxqv wkjh", OFF_THE_SUBJECT]


def test_what_is_found_or_taken_or_still_being_typed_is_no_gap(desk: Page) -> None:
    asked(desk, "zxqv")
    for _ in "zxqv":
        desk.keyboard.press("Backspace")
    asked(desk, "blue customers zxqv wkjh")
    desk.keyboard.press("Enter")
    expect(results(desk)).to_have_attribute("data-turn", "1")
    desk.reload()

    assert [gap["text"] for gap in desk.evaluate(GAPS)] == ["zxqv"]


def test_a_browser_that_is_full_does_not_say_that_it_noted_a_line(desk: Page) -> None:
    taken(desk, MOMENT)
    desk.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') } }")

    desk.get_by_role("button", name="This line did not work").click()

    expect(results(desk).locator(".told")).to_have_text("This browser keeps no notes. Tell whoever keeps the guides.")


@pytest.mark.parametrize(
    ("copied", "noted"), [(".others-copies", []), (".bridge-now", ["blue customers zxqv wkjh"])], ids=["line", "bridge"]
)
def test_a_guess_whose_line_was_copied_is_no_gap(desk: Page, copied: str, noted: list[str]) -> None:
    found = asked(desk, "blue customers zxqv wkjh")
    found.locator(f"{copied}:visible [data-copy]").first.click()
    desk.reload()

    assert [gap["text"] for gap in desk.evaluate(GAPS)] == noted


def test_a_guess_whose_line_was_copied_by_a_key_is_no_gap(desk: Page) -> None:
    asked(desk, "price")
    desk.keyboard.press("Control+c")
    expect(desk.locator("#ask-live")).to_have_text("Copied")
    desk.reload()

    assert desk.evaluate(GAPS) == []


def test_the_notebook_holds_the_last_fifty(desk: Page) -> None:
    old = [{"day": "2026-01-01", "kind": "nothing", "text": f"gap {number}", "line": ""} for number in range(60)]
    desk.evaluate("old => localStorage.setItem('next-line.gaps', JSON.stringify(old))", old)
    asked(desk, OFF_THE_SUBJECT)
    desk.keyboard.press("Escape")

    noted = [gap["text"] for gap in desk.evaluate(GAPS)]
    assert noted == [OFF_THE_SUBJECT, *(f"gap {number}" for number in range(49))]


def test_two_tabs_write_into_one_notebook(desk: Page) -> None:
    other = desk.context.new_page()
    opened(other)
    asked(other, OFF_THE_SUBJECT)
    other.keyboard.press("Escape")
    # Browsers tell the other tab a moment later what was written.
    desk.wait_for_function("() => (localStorage.getItem('next-line.gaps') ?? '').includes('zxqv')")
    asked(desk, "wkjh zxqv")
    desk.keyboard.press("Escape")

    assert [gap["text"] for gap in other.evaluate(GAPS)] == ["wkjh zxqv", OFF_THE_SUBJECT]


def test_clear_everything_leaves_nothing_in_this_browser(desk: Page) -> None:
    asked(desk, OFF_THE_SUBJECT)
    desk.keyboard.press("Escape")
    taken(desk, MOMENT)
    panel(desk)
    desk.get_by_label("Dark", exact=True).check()

    desk.get_by_role("button", name="Clear everything").click()

    expect(desk.get_by_role("button", name="Clear everything")).to_have_attribute("data-told", "Cleared")
    expect(desk.get_by_role("dialog")).to_contain_text("0 entries")
    desk.keyboard.press("Escape")
    expect(results(desk)).to_have_attribute("data-state", "idle")
    expect(desk.locator("#ask")).to_have_value("")
    kept = "JSON.stringify([Object.values({ ...localStorage }), Object.values({ ...sessionStorage })])"
    for words in ("customers", "zxqv", "dark", "ref-1"):
        assert words not in desk.evaluate(kept)


def test_clear_everything_clears_the_other_tabs_too(desk: Page) -> None:
    other = opened(desk.context.new_page())
    asked(other, "who is calling please")

    panel(desk)
    desk.get_by_role("button", name="Clear everything").click()

    expect(other.locator("#ask")).to_have_value("")
    expect(results(other)).not_to_have_attribute("data-answered", re.compile("."))
    assert "calling" not in other.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")


def test_f2_blanks_the_page_and_brings_everything_back(desk: Page) -> None:
    taken(desk, MOMENT)
    desk.keyboard.press("F2")

    assert desk.evaluate("getComputedStyle(document.body).opacity") == "0"
    desk.keyboard.press("1")
    desk.keyboard.type("never typed")
    expect(results(desk)).to_have_attribute("data-turn", "1")
    desk.keyboard.press("F2")

    assert desk.evaluate("getComputedStyle(document.body).opacity") == "1"
    expect(desk.locator("#ask-replies")).to_be_focused()
    expect(said(desk)).to_be_visible()
    expect(desk.locator("#ask")).to_have_value(MOMENT)
    assert now(desk).is_visible()


def test_nothing_unseen_is_pressed_while_the_page_is_blank(desk: Page) -> None:
    taken(desk, MOMENT)
    end = results(desk).get_by_role("button", name="End the call").bounding_box()
    assert end
    desk.keyboard.press("F2")
    desk.mouse.click(end["x"] + 5, end["y"] + 5)
    desk.keyboard.press("F2")

    expect(results(desk)).to_have_attribute("data-turn", "1")
    expect(desk.locator("#ask")).to_have_value(MOMENT)


def test_f2_blanks_an_open_panel_too(desk: Page) -> None:
    panel(desk)
    desk.keyboard.press("F2")

    assert desk.evaluate("getComputedStyle(document.querySelector('dialog[open]')).opacity") == "0"


@pytest.mark.parametrize(("minutes", "offered"), [(5, False), (10, True)])
def test_an_old_tab_offers_a_reload_when_one_comes_back_to_it(page: Page, minutes: int, offered: bool) -> None:
    page.clock.install()
    page.route("**/build.txt", lambda route: route.fulfill(body="0123456789\n"))
    opened(page)
    taken(page, MOMENT)
    note = page.get_by_text("New lines are ready.")
    page.clock.set_system_time(page.evaluate("Date.now()") / 1000 + minutes * 60)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    if not offered:
        page.evaluate("fetch('build.txt')")
        expect(note).to_be_hidden()
        return
    expect(note).to_be_visible()

    page.get_by_role("button", name="Reload").click()

    expect(results(page)).to_have_attribute("data-turn", "1")
    expect(note).to_be_hidden()


def test_a_tab_that_is_not_old_says_nothing(page: Page) -> None:
    page.clock.install()
    page.goto("/")
    page.clock.set_system_time(page.evaluate("Date.now()") / 1000 + 3600)
    with page.expect_response("**/build.txt"):
        page.evaluate("window.dispatchEvent(new Event('focus'))")

    expect(page.get_by_text("New lines are ready.")).to_be_hidden()


def test_where_modules_do_not_come_alive_the_page_says_what_is_needed(page: Page, troubles: list[str]) -> None:
    page.route("**/main.js", lambda route: route.abort())
    page.goto("/")

    expect(page.get_by_text("This box needs a browser of the last two years")).to_be_visible()
    troubles.clear()


def test_where_modules_come_alive_nothing_is_said(desk: Page) -> None:
    expect(desk.locator("html")).to_have_attribute("data-alive", "")
    expect(desk.locator(".ask-needs")).to_be_hidden()


@pytest.mark.parametrize("curator", ["guides@your-firm.example", ""])
def test_the_notebook_is_mailed_to_the_curator_who_is_named_and_to_nobody_else(
    build_site: BuildSite, open_page: OpenPage, curator: str
) -> None:
    named = f"extra:\n  curator: {curator}\n" if curator else ""
    built = build_site({**sound_site(), "mkdocs.yml": configuration() + named})
    assert built.status == 0, built.report
    with served(built.site, policy_of(built.site)) as address:
        page = open_page(base_url=address)
        page.goto("/")
        panel(page)

        mail = page.get_by_role("dialog").get_by_role("link", name="Write to the curator")
        expect(mail).to_have_count(1 if curator else 0)
        if curator:
            expect(mail).to_have_attribute("href", f"mailto:{curator}?subject=Next%20Line%3A%20gap%20notebook")
        assert page.get_by_role("dialog").locator("a").count() == mail.count()
