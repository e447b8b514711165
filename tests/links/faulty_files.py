"""Faulty files: names, encodings, style sheets and snippets, each with the one fault that must be told."""

from __future__ import annotations

from faulty_fields import LIST, ROPES, SIGNALS
from faulty_promises import LATIN
from kinds import Change

MKDOCS = "mkdocs.yml"
COFFEE, COMPOSED, DECOMPOSED = "# Coffee\n", "docs/appendix/caf\u00e9.md", "docs/appendix/cafe\u0301.md"

FILES: tuple[Change, ...] = (
    Change("orphan", "orphan-page", {"docs/guide/lonely.md": "# Lonely\n"}, "docs/guide/lonely.md"),
    Change(
        "orphan that links itself",
        "orphan-page",
        {"docs/guide/lonely.md": "# Lonely\n\n[a](lonely.md)\n"},
        "docs/guide/lonely.md",
    ),
    Change(
        "two files, one address",
        "url-collision",
        {"docs/guide/tides/index.md": "# Tides\n\n[x](../mooring.md)\n"},
        "docs/guide/tides/index.md",
    ),
    Change(
        "readme beside index",
        "url-collision",
        {"docs/reference/README.md": "# Reference\n"},
        "docs/reference/README.md",
    ),
    Change(
        "built page beside its source",
        "url-collision",
        {
            MKDOCS: ("theme: mkdocs", "theme: mkdocs\nuse_directory_urls: false"),
            "docs/index.md": ("guide/mooring/#lines", "guide/mooring.html#lines"),
            "docs/guide/tides.html": "<p>Tides</p>\n",
            "redirects.yml": "",
        },
        "docs/guide/tides.html",
    ),
    Change("addresses in capitals", "case-collision", {"docs/img/Map.png": b"x"}, "docs/img/map.png"),
    Change("names that look the same", "case-collision", {COMPOSED: COFFEE, DECOMPOSED: COFFEE}, COMPOSED),
    Change("latin-1", "not-utf-8", {LIST: LATIN}, LIST, "Gr"),
    Change(
        "page with a zero",
        "nul-character",
        {LIST: b"---\nid: appendix\nrelated: [tides]\n---\n# List\n\nA\0 zero.\n"},
        LIST,
        "\0",
    ),
    Change(
        "page in two bytes a letter",
        "not-utf-8",
        {LIST: "id: appendix, and no mark".encode("utf-16-le")},
        LIST,
    ),
    Change(
        "snippet in latin-1",
        "not-utf-8",
        {"snippets/tip.md": "A tip\n\nGröße\n".encode("latin-1")},
        "snippets/tip.md",
        "Gr",
    ),
    Change(
        "style sheet with a missing picture",
        "missing-image",
        {"docs/css/extra.css": "a {}\nb { background: url(../img/no.png) }\n"},
        "docs/css/extra.css",
        "no.png",
    ),
    Change(
        "style sheet with a picture in capitals",
        "wrong-case",
        {"docs/css/extra.css": "a { background: url(../img/MAP.png) }\n"},
        "docs/css/extra.css",
        "MAP",
        "../img/map.png",
    ),
    Change(
        "style sheet with a picture from its own folder",
        "wrong-depth",
        {"docs/css/extra.css": "a { background: url(img/map.png) }\n"},
        "docs/css/extra.css",
        "map",
        "../img/map.png",
    ),
    Change(
        "style sheet that loads one that is missing",
        "missing-asset",
        {"docs/css/extra.css": '@import "gone.css";\n'},
        "docs/css/extra.css",
    ),
    Change(
        "style sheet with a remote font",
        "remote-asset",
        {"docs/css/extra.css": '@import "https://fonts.example.com/x";\n'},
        "docs/css/extra.css",
    ),
    Change("Windows line ends", "missing-page", {SIGNALS: ("ropes.md#knots", "quayside.md")}, SIGNALS, "quayside.md"),
    Change(
        "snippet with a dead link",
        "missing-page",
        {"snippets/tip.md": "A tip\nwith [a](quayside.md).\n"},
        "snippets/tip.md",
        "quayside",
    ),
    Change(
        "snippet in a snippet missing",
        "missing-snippet",
        {"snippets/tip.md": 'A tip\n\n--8<-- "gone.md"\n'},
        "snippets/tip.md",
        "gone.md",
    ),
    Change(
        "snippet in a block missing",
        "missing-snippet",
        {"snippets/tip.md": "A tip\n\n--8<--\ngone.md\n; other.md\n--8<--\n"},
        "snippets/tip.md",
        "gone.md",
    ),
    Change(
        "lines of a snippet that is missing",
        "missing-snippet",
        {"snippets/tip.md": 'A tip\n\n--8<-- "gone.md:1:3"\n'},
        "snippets/tip.md",
        "gone.md",
    ),
    Change(
        "snippet outside of its folder",
        "missing-snippet",
        {"snippets/tip.md": 'A tip\n\n--8<-- "../redirects.yml"\n'},
        "snippets/tip.md",
        "redirects",
    ),
    Change(
        "name in other code points",
        "unicode-form",
        {COMPOSED: COFFEE, ROPES: ("[index]", "[a](../appendix/cafe\u0301.md) [index]")},
        ROPES,
        "appendix",
        "../appendix/caf\u00e9.md",
    ),
    Change(
        "name encoded in latin-1",
        "percent-encoding",
        {COMPOSED: COFFEE, ROPES: ("[index]", "[a](../appendix/caf%E9.md) [index]")},
        ROPES,
        "appendix",
        "../appendix/caf\u00e9.md",
    ),
    Change(
        "own address without its www",
        "own-url",
        {
            MKDOCS: ("https://harbour.example", "https://www.harbour.example"),
            ROPES: ("[index]", "[a](https://harbour.example/handbook/guide/tides/) [index]"),
        },
        ROPES,
        "handbook",
        "../guide/tides.md",
    ),
)
