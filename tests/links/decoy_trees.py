"""Decoy trees: what looks like a fault beside the text of a page and is none, by name."""

from __future__ import annotations

from collections.abc import Mapping

from edits import Edits
from faulty_files import COFFEE, COMPOSED
from faulty_promises import BOOK

STYLES = """\
@charset "utf-8";
@namespace svg url(http://www.w3.org/2000/svg);
@supports (background: url(nowhere.png)) { a { color: red } }
a::before { content: "url(nowhere.png)" }
b { background: url("../img/map.png?v=1"), url(#filter), url(data:image/png;base64,AA) }
"""
LINKED_IN_ROPES = "[index](index.md)"


def _in_ropes(text: str) -> Edits:
    return {"docs/reference/ropes.md": (LINKED_IN_ROPES, f"{text} {LINKED_IN_ROPES}")}


def _fields(text: str) -> Edits:
    return {"docs/reference/ropes.md": ("# Ropes", f"---\n{text}\n---\n# Ropes")}


DECOY_TREES: Mapping[str, Edits] = {
    "style sheet that names and loads nothing": {"docs/css/extra.css": STYLES},
    "targets of a missing templating plugin": {
        "mkdocs.yml": ("plugins: []", "plugins: [macros]"),
        **_in_ropes("[a]({{ name }}) [b]({{ base }}/x.md) [c]({% if x %}y{% endif %})"),
    },
    "names of a missing plugin for references": {
        "mkdocs.yml": ("plugins: []", "plugins: [mkdocstrings]"),
        **_in_ropes("[the thing][pkg.Thing] [`Thing`][pkg.Thing] [pkg.Thing][]"),
    },
    "places of a missing plugin for references": {
        "mkdocs.yml": ("plugins: []", "plugins: [mkdocstrings]"),
        "docs/appendix/list.md": ("# List", "# List\n\n::: pkg.Thing"),
        **_in_ropes("[a](../appendix/list.md#pkg.Thing)"),
    },
    "another project of a host that many share": {
        "mkdocs.yml": ("https://harbour.example/handbook/", "https://harbour.github.io/"),
        **_in_ropes("[a](https://harbour.github.io/other/x/)"),
    },
    "fields of themes": _fields("edit: docs/x.md\ntemplate: home.md\nicon: x.svg\nimage: https://example.com/x.png"),
    "fields that name pages by their ways": _fields("next: signals.md#flags\nparent: index\nprev: /guide/tides.md"),
    "front matter without fields": {
        "docs/appendix/list.md": ("---\nid", "---\n---\n\n---\nid"),
        "docs/guide/tides.md": ("related: [appendix]\n", ""),
    },
    "a rule in the first line": {"docs/reference/ropes.md": ("# Ropes", "---\n\n# Ropes\n\n---\n")},
    "navigation that names pages by their addresses": {
        "mkdocs.yml": ("extra_css:", "  - A: reference/\n  - B: guide/tides/#neap-tides\nextra_css:")
    },
    "a fault that is silenced with a reason": {
        "link-check.yml": "relations: true\nsilence:\n  - {code: missing-page, files: 'docs/ref*', reason: to come}\n",
        **_in_ropes("[a](gone.md)"),
    },
    "navigation that leads out": {
        "mkdocs.yml": ("extra_css:", "  - A: https://example.com/\n  - B: /other/\nextra_css:")
    },
    "what is inherited and overridden": {
        "base.yml": "nav: [gone.md]\nextra_css: [gone.css]\n",
        "mkdocs.yml": ("site_name", "INHERIT: base.yml\nsite_name"),
    },
    "first page of a folder by another name": {
        "docs/appendix/more/README.md": "# More\n\n[a](../list.md)\n",
        **_in_ropes("[a](../appendix/more/README.md)"),
    },
    "redirects out of the site and from lost places": {
        "redirects.yml": "/a/: https://example.com/x\n/gone/#a: /guide/tides/\n/gone/: /guide/tides/\n"
    },
    "redirects to a page with an accent": {
        COMPOSED: COFFEE,
        "redirects.yml": "/a/: /appendix/caf%C3%A9/\n/b/: /appendix/caf\u00e9/\n",
    },
    "redirects of a plugin": {
        "mkdocs.yml": (
            "plugins: []",
            "plugins:\n  - redirects:\n      redirect_maps: {old.md: guide/tides.md#neap-tides, older.md: https://example.com/}",
        )
    },
    "book with a byte order mark": {"addresses.txt": f"\ufeff{BOOK}"},
    "book with remarks": {"addresses.txt": f"# Written by hand.\n\n{BOOK}"},
    "book with both spellings of an accent": {
        COMPOSED: COFFEE,
        "addresses.txt": "/appendix/caf%C3%A9/\n/appendix/caf\u00e9/\n/appendix/caf\u00e9/#coffee\n",
    },
    "book of what has moved": {"addresses.txt": "/guide/tides/#high-water\n/old-mooring/\n/old-mooring/#lines\n"},
}
