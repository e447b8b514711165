"""What templates of the tree's own link and load is told at their own lines, once however many pages they print."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from written_tree import problems_of

from playbook.problems import report

TREE = {
    "mkdocs.yml": "site_name: A\nsite_url: https://a.example/\ntheme: {name: THEME, custom_dir: own}\n",
    "docs/index.md": "# A\n\n[b](b.md) [c](c.md)\n",
    "docs/b.md": "# B\n",
    "docs/c.md": "# C\n",
    "docs/img/map.png": "x",
}
MAIN = '{% extends "base.html" %}\n{% block content %}\nNEW\n{{ super() }}\n{% endblock %}\n'
ERROR = "<!doctype html>\n<title>Not found</title>\n<main>\nNEW\n</main>\n"


def _tree(template: str, new: str, theme: str = "mkdocs") -> Mapping[str, bytes]:
    texts = {path: text.replace("THEME", theme) for path, text in TREE.items()}
    texts |= {f"own/{template}": (MAIN if template == "main.html" else ERROR).replace("NEW", new)}
    return {path: text.encode() for path, text in texts.items()}


@pytest.mark.parametrize(
    ("new", "column", "written", "code"),
    [
        ('<a href="gone.html">a</a>', 10, "gone.html", "missing-page"),
        ("<a href=\"{{ 'gone/'|url }}\">a</a>", 14, "gone/", "missing-page"),
        ('<img src="{{ \'img/gone.png\'|url }}" alt="">', 15, "img/gone.png", "missing-image"),
        ('<a href="{{ base_url }}/gone/">a</a>', 25, "gone/", "missing-page"),
        ('<script src="https://cdn.example.com/x.js"></script>', 14, "https://cdn.example.com/x.js", "remote-asset"),
        ('<a href="javascript:x()">a</a>', 10, "javascript:x()", "unsafe-scheme"),
        ('<a href="http://localhost:8000/">a</a>', 10, "http://localhost:8000/", "localhost-link"),
    ],
)
def test_a_fault_of_every_page_is_told_once_at_the_line_of_its_template(
    new: str, column: int, written: str, code: str, tmp_path: Path
) -> None:
    found = problems_of(_tree("main.html", new), tmp_path)

    assert [(told.path, told.line, told.column, told.written, told.code) for told in found] == [
        ("own/main.html", 3, column, written, code)
    ]


@pytest.mark.parametrize(
    ("new", "column", "written", "code"),
    [
        ('<a href="gone.html">a</a>', 10, "gone.html", "missing-page"),
        ("<a href=\"{{ 'gone/'|url }}\">a</a>", 14, "gone/", "missing-page"),
        ('<a href="/gone/">a</a>', 10, "/gone/", "missing-page"),
        ('<link rel="stylesheet" href="/css/gone.css">', 30, "/css/gone.css", "missing-asset"),
        ('<script src="https://cdn.example.com/x.js"></script>', 14, "https://cdn.example.com/x.js", "remote-asset"),
    ],
)
def test_a_fault_of_the_error_page_is_told_at_its_line(
    new: str, column: int, written: str, code: str, tmp_path: Path
) -> None:
    found = problems_of(_tree("404.html", new), tmp_path)

    assert [(told.path, told.line, told.column, told.written, told.code) for told in found] == [
        ("own/404.html", 4, column, written, code)
    ]


SOUND = """\
{# <a href="gone.html">a</a> #}
<a href="{{ 'b/'|url }}">a</a> <a href="{{ base_url }}/b/">a</a> <a href="#a">a</a>
<img src="{{ 'img/map.png'|url }}" alt="">
<a href="{{ page.canonical_url }}">a</a> <a href="{{ page.edit_url }}">a</a> <a href="{{ nav.homepage.url|url }}">a</a>
{% if page.next_page %}<link rel="next" href="{{ page.next_page.url|url }}">{% endif %}
<link rel="canonical" href="https://a.example/gone/"> <link rel="prev" href="gone.html">
<link rel="alternate" hreflang="de" href="https://a.example/de/">
{% for item in nav %}<a href="{{ item.url|url }}">a</a>{% endfor %}
<a href="{{ 'gone' ~ page.title }}">a</a>
<a href="https://example.com/">a</a> <a href="mailto:a@example.com">a</a>"""


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_sound_and_computed_targets_and_those_of_the_theme_are_silent(theme: str, tmp_path: Path) -> None:
    assert report(problems_of(_tree("main.html", SOUND, theme), tmp_path)) == "Found 0 problems in 0 files."


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_a_sound_error_page_is_silent(theme: str, tmp_path: Path) -> None:
    new = '<a href="{{ \'b/\'|url }}">a</a> <a href="/c/">a</a> {# <a href="gone.html"> #}'

    assert report(problems_of(_tree("404.html", new, theme), tmp_path)) == "Found 0 problems in 0 files."


def test_a_fault_of_a_page_and_one_of_its_template_are_both_told(tmp_path: Path) -> None:
    files = {**_tree("main.html", '<a href="gone.html">a</a>'), "docs/b.md": b"# B\n\n[c](gone.md)\n"}

    assert [(told.path, told.line, told.code) for told in problems_of(files, tmp_path)] == [
        ("docs/b.md", 3, "missing-page"),
        ("own/main.html", 3, "missing-page"),
    ]


def test_a_template_that_cannot_be_printed_leaves_the_pages_checked(tmp_path: Path) -> None:
    files = {**_tree("main.html", "{{ nothing.at.all }}"), "docs/b.md": b"# B\n\n[c](gone.md)\n"}

    assert [(told.path, told.line, told.code) for told in problems_of(files, tmp_path)] == [
        ("docs/b.md", 3, "missing-page")
    ]


HIDDEN = """\
{# <a href="gone.html">a</a> #}
<!-- <a href="gone.html">a</a> -->
<script>var x = '<a href="gone.html">a</a>'</script>
<template><a href="gone.html">a</a></template>
"""


def test_what_no_browser_follows_is_silent_and_hides_no_fault(tmp_path: Path) -> None:
    found = problems_of(_tree("main.html", HIDDEN + '<A HREF="gone.html">a</A>'), tmp_path)

    assert [(told.path, told.line, told.code) for told in found] == [("own/main.html", 7, "missing-page")]
    assert report(problems_of(_tree("main.html", HIDDEN), tmp_path)) == "Found 0 problems in 0 files."
