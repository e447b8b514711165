"""Faulty places: one dead link in every place that a text may have, each told at its own line."""

from __future__ import annotations

from kinds import Text

MARKDOWN: tuple[tuple[str, str, int], ...] = (
    ("a list", "- one\n- [a](gone.md)", 1),
    ("a list in a list", "1. one\n    - [a](gone.md)", 1),
    ("a task", "- [ ] [a](gone.md)", 0),
    ("a quotation", "> See [a](gone.md).", 0),
    ("a fence in a quotation, and behind it", "> ```\n> [a](gone.md)\n> ```\n>\n> [a](gone.md)", 4),
    ("a definition", "Term\n:   [a](gone.md)", 1),
    ("a footnote", "So it is[^7].\n\n[^7]: See [a](gone.md).", 2),
    ("a heading", "### See [a](gone.md)", 0),
    ("a folded note", "??? note\n    See [a](gone.md).", 1),
    ("a list of a note", "!!! note\n\n    - one\n    - [a](gone.md)", 3),
    ("a tab behind a fence", '=== "A"\n\n    ```\n    [a](gone.md)\n    ```\n\n    [a](gone.md)', 6),
    ("strong words", "**See [a](gone.md)**", 0),
    ("a paragraph of some lines", "One\ntwo\n[a](gone.md)\nthree", 2),
    ("front of its own code", "[a](gone.md)\n\n```\n[a](gone.md)\n```", 0),
    ("a line behind its own code", "`[a](gone.md)` [a](gone.md)", 0),
    ("a line behind a comment", "<!-- [a](gone.md) -->\n\n[a](gone.md)", 2),
    ("a line with a single backtick", "It`s [a](gone.md)", 0),
    ("a line with sums of money", "It costs $5, see [a](gone.md), or $6.", 0),
    ("a line behind mathematics", "$a[i](j)$ and [a](gone.md)", 0),
    ("round brackets", "(See [a](gone.md).)", 0),
    ("angle brackets", '[a](<gone.md> "Title")', 0),
    ("blanks", "[a]( gone.md )", 0),
    ("the line below its text", "[a](\ngone.md)", 1),
    ("a text of two lines", "[a\nb](gone.md)", 1),
    ("a text with brackets", "[a [b] c](gone.md)", 0),
    ("a text of code", "[`a`](gone.md)", 0),
    ("a text that is a picture", "[![a map](../img/map.png)](gone.md)", 0),
    ("front of attributes", "[a](gone.md){ .button }", 0),
    ("front of a fragment", "[a](gone.md#x)", 0),
    ("front of a question", "[a](gone.md?x=1&y=2)", 0),
    ("a short reference", "[gone]\n\n[gone]: gone.md", 2),
    ("a reference in capitals", "[a][GONE]\n\n[gone]: gone.md", 2),
    ("a definition with its title below", '[a][gone]\n\n[gone]: gone.md\n    "Title"', 2),
    ("a definition of two lines", "[a][gone]\n\n[gone]:\n    gone.md", 3),
    ("a definition in a quotation", "> [a][gone]\n>\n> [gone]: gone.md", 2),
    ("HTML read as Markdown in a line", '<p markdown="span">[a](gone.md)</p>', 0),
    ("folded HTML read as Markdown", '<details markdown="1"><summary>b</summary>\n[a](gone.md)\n</details>', 1),
)
HTML: tuple[tuple[str, str, int], ...] = (
    ("single quotes", "<p><a href='../gone/'>a</a></p>", 0),
    ("capitals", '<P><A HREF="../gone/">a</A></P>', 0),
    ("a tag of some lines", '<p><a\nclass="b"\nhref="../gone/">a</a></p>', 2),
    ("a question with entities", '<p><a href="../gone/?a=1&amp;b=2">a</a></p>', 0),
    ("a map", '<map name="m"><area href="../gone/"></map>', 0),
)
PICTURES: tuple[tuple[str, str, int], ...] = (
    ("second size", '<img src="../../img/map.png" srcset="../../img/map.png 1x, ../../img/gone.png 2x" alt="">', 0),
    ("source", '<picture><source srcset="../../img/gone.webp"><img src="../../img/map.png" alt=""></picture>', 0),
    ("style of a word", 'A <span style="background: url(../../img/gone.png)">b</span>', 0),
    ("button", '<p><input type="image" src="../../img/gone.png"></p>', 0),
    ("drawing", '<svg><image href="../../img/gone.png"/></svg>', 0),
    ("caption", "![a](../img/gone.png){ width=30 }", 0),
)
FILES: tuple[tuple[str, str, int], ...] = (
    ("film", '<video><source src="../../gone.mp4"></video>', 0),
    ("subtitles", '<video><track src="../../gone.vtt"></video>', 0),
    ("object", '<object data="../../gone.pdf"></object>', 0),
)
PLACES = (
    *(Text(f"page in {place}", "missing-page", text, above=above) for place, text, above in MARKDOWN),
    *(Text(f"raw link in {place}", "missing-page", text, above=above) for place, text, above in HTML),
    *(Text(f"picture as {place}", "missing-image", text, above=above) for place, text, above in PICTURES),
    *(Text(f"file as {place}", "missing-asset", text, above=above) for place, text, above in FILES),
)
