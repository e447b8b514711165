"""Old addresses for a web server: decoded where it compares, encoded where it sends."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.links.promise.redirects import Redirect, read_redirects
from playbook.links.text.source import Source
from playbook.site.moved import MovedPage, MovedPart, moved_pages, nginx_map, with_old_anchors

REDIRECTS = """\
/old/: /guide/#how
/guide/#formerly: /guide/#how
/früher/: /café/
/a%20b/: /x/
/away/: https://example.com/a%20b
"""


def _redirects() -> Sequence[Redirect]:
    read = read_redirects(Source("redirects.yml", REDIRECTS))
    assert read.problems == []
    return read.entries


def test_the_map_for_nginx_holds_every_page_and_no_anchor() -> None:
    assert nginx_map(_redirects()).partition("map ")[2] == (
        "$uri $moved_to {\n"
        '    default "";\n'
        "    /old/ /guide/#how;\n"
        "    /früher/ /caf%C3%A9/;\n"
        '    "/a b/" /x/;\n'
        "    /away/ https://example.com/a%20b;\n"
        "}\n"
    )


def test_the_map_of_a_site_below_a_path_begins_there() -> None:
    assert nginx_map(_redirects(), "/our kb/").partition("map ")[2] == (
        "$uri $moved_to {\n"
        '    default "";\n'
        '    "/our kb/old/" /our%20kb/guide/#how;\n'
        '    "/our kb/früher/" /our%20kb/caf%C3%A9/;\n'
        '    "/our kb/a b/" /our%20kb/x/;\n'
        '    "/our kb/away/" https://example.com/a%20b;\n'
        "}\n"
    )


def test_a_page_is_made_for_every_old_address_that_is_not_alive() -> None:
    pages = moved_pages(_redirects(), ["guide/", "früher/"], "assets/moved.js")

    assert sorted(pages) == ["a b/index.html", "away/index.html", "old/index.html"]
    assert pages["old/index.html"] == MovedPage("../guide/#how", "/guide/#how", "../assets/moved.js", ())


def test_the_page_of_an_old_address_knows_what_stood_on_it() -> None:
    more = read_redirects(Source("redirects.yml", "/old/: /new/\n/old/#a: /new/b/#c\n")).entries

    assert moved_pages(more, [], "s.js")["old/index.html"].parts == (MovedPart("a", "../new/b/#c", "/new/b/#c"),)


def test_a_living_page_keeps_its_old_anchors_beside_the_place_or_as_links() -> None:
    more = read_redirects(Source("redirects.yml", "/a/#x: /a/#y\n/a/#z: /b/\n")).entries
    html = with_old_anchors(
        '<main><p id="y">Y</p></main>', "a/", more, lambda parts: f"[{parts[0].old} {parts[0].link}]"
    )

    assert html == '<main><p id="y"><span class="old-address" id="x"></span>Y</p>[z ../b/]</main>'
    assert with_old_anchors("<main></main>", "b/", more, lambda _: "never asked for") == "<main></main>"
