"""Old addresses for a web server: decoded where it compares, encoded where it sends."""

from __future__ import annotations

from playbook.links.promise.redirects import Redirect, read_redirects
from playbook.links.text.source import Source
from playbook.site.moved import nginx_map, redirect_pages

REDIRECTS = """\
/old/: /guide/#how
/guide/#formerly: /guide/#how
/früher/: /café/
/a%20b/: /x/
/away/: https://example.com/a%20b
"""


def _redirects() -> list[Redirect]:
    redirects, problems = read_redirects(Source("redirects.yml", REDIRECTS))
    assert problems == []
    return redirects


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
    pages = redirect_pages(_redirects(), ["guide/", "früher/"], "assets/moved.js", "Site")

    assert sorted(pages) == ["a b/index.html", "away/index.html", "old/index.html"]
    assert '<link rel="canonical" href="../guide/#how" data-moved>' in pages["old/index.html"]
