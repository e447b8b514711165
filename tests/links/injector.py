"""The fault injector: every kind of fault put into the sound tree, each with the place where it must be told.

Kinds are data: what is added to which file, or a function for what is not text of a page. A seed chooses where a text
goes, so that a kind is not found by its surroundings.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sound_tree import sound_tree

Files = dict[str, bytes]


@dataclass(frozen=True)
class Injected:
    """A tree with one fault: its kind, where it must be told, and the suggestion it must carry, if any."""

    kind: str
    files: Mapping[str, bytes]
    path: str
    line: int
    code: str
    suggestion: str = ""

    def __str__(self) -> str:
        """Give the name under which pytest shows it."""
        return self.kind


# Kind, code, what is written, and the suggestion where there must be one. All go into docs/guide/mooring.md.
TEXTS: tuple[tuple[str, str, str, str], ...] = (
    ("page that never was", "missing-page", "[a](quayside.md)", ""),
    ("page misspelt", "missing-page", "[a](tidse.md)", "tides.md"),
    ("page by reference", "missing-page", "[a][gone]\n\n[gone]: quayside.md", ""),
    ("page with a title", "missing-page", '[a](quayside.md "Quay")', ""),
    ("page in a note", "missing-page", "!!! warning\n    See [a](quayside.md).", ""),
    ("page in a tab", "missing-page", '=== "A"\n    See [a](quayside.md).', ""),
    ("page in a table", "missing-page", "| a | b |\n|---|---|\n| x | [a](quayside.md) |", ""),
    ("page in HTML with Markdown", "missing-page", '<div markdown="1">\nSee [a](quayside.md).\n</div>', ""),
    ("page moved by a redirect", "missing-page", "[a](../old-mooring.md)", "mooring.md"),
    ("anchor that never was", "missing-anchor", "[a](tides.md#whirlpools)", ""),
    ("anchor misspelt", "missing-anchor", "[a](tides.md#sprng-tides)", "tides.md#spring-tides"),
    ("anchor in capitals", "missing-anchor", "[a](tides.md#Spring-Tides)", "tides.md#spring-tides"),
    ("anchor with underscores", "missing-anchor", "[a](tides.md#spring_tides)", "tides.md#spring-tides"),
    ("anchor of another page", "missing-anchor", "[a](tides.md#fog-horns)", "../reference/signals.md#fog-horns"),
    ("anchor of one word that another page has", "missing-anchor", "[a](tides.md#flags)", ""),
    ("anchor of this page", "missing-anchor", "[a](#linse)", "#lines"),
    ("anchor in a definition", "missing-anchor", "[a][far]\n\n[far]: tides.md#whirlpools", ""),
    ("anchor that has moved", "missing-anchor", "[a](tides.md#high-water)", "tides.md#spring-tides"),
    ("picture that never was", "missing-image", "![a](../img/chart.png)", ""),
    ("picture misspelt", "missing-image", "![a](../img/mapp.png)", "../img/map.png"),
    ("picture by reference", "missing-image", "![a][pic]\n\n[pic]: ../img/chart.png", ""),
    ("file that never was", "missing-asset", "[a](../files/form.docx)", ""),
    ("capital letters", "wrong-case", "[a](Tides.md#spring-tides)", "tides.md#spring-tides"),
    ("capital letters of a picture", "wrong-case", "![a](../img/Map.PNG)", "../img/map.png"),
    ("too shallow", "wrong-depth", "[a](reference/ropes.md)", "../reference/ropes.md"),
    ("too deep", "outside-docs", "[a](../../reference/ropes.md)", "../reference/ropes.md"),
    ("picture too shallow", "wrong-depth", "![a](img/map.png)", "../img/map.png"),
    ("another extension", "wrong-extension", "[a](tides.markdown)", "tides.md"),
    ("another picture format", "wrong-extension", "![a](../img/map.jpg)", "../img/map.png"),
    ("no extension", "built-link", "[a](tides)", "tides.md"),
    ("slash behind the file", "wrong-slash", "[a](/guide/tides.md)", "tides.md"),
    ("built page", "built-link", "[a](tides.html)", "tides.md"),
    ("built folder", "built-link", "[a](../tides/)", "tides.md"),
    ("built folder with an anchor", "built-link", "[a](../tides/#neap-tides)", "tides.md#neap-tides"),
    ("built address from the root", "built-link", "[a](/guide/tides/)", "tides.md"),
    ("backslash", "backslash", "[a](..\\reference\\ropes.md)", "../reference/ropes.md"),
    ("encoded twice", "percent-encoding", "[a](berth%2520place.md)", "berth%20place.md"),
    ("encoded as a form", "percent-encoding", "[a](berth+place.md)", "berth%20place.md"),
    ("excluded page", "excluded-target", "[a](../internal/secret.md)", ""),
    ("draft", "draft-target", "[a](../drafts/idea.md)", ""),
    ("outside", "outside-docs", "[a](../../../etc/passwd)", ""),
    ("raw link to Markdown", "raw-markdown-link", '<p><a href="tides.md">a</a></p>', "../tides/"),
    (
        "raw link to Markdown in a line",
        "raw-markdown-link",
        'See <a href="tides.md#spring-tides">a</a>.',
        "../tides/#spring-tides",
    ),
    ("raw picture", "raw-path", '<img src="../img/map.png" alt="a">', "../../img/map.png"),
    ("raw picture that never was", "missing-image", '<img src="../../img/chart.png" alt="a">', ""),
    ("srcset", "missing-image", '<img src="../../img/map.png" srcset="../../img/chart.png 2x" alt="a">', ""),
    ("poster", "missing-image", '<video poster="../../img/chart.png"></video>', ""),
    ("raw link without quotes", "missing-page", "<p><a href=../quayside/>a</a></p>", ""),
    ("style attribute", "missing-image", '<div style="background: url(../../img/chart.png)">a</div>', ""),
    ("undefined reference", "undefined-reference", "See [the quay][quay].", ""),
    ("undefined short reference", "undefined-reference", "See [the quay][].", ""),
    ("undefined reference of a picture", "undefined-reference", "See ![the quay][quay].", ""),
    ("undefined footnote", "undefined-footnote", "So it is[^9].", ""),
    ("space before the target", "broken-markup", "See [a] (tides.md).", "[a](tides.md)"),
    ("brackets the wrong way round", "broken-markup", "See (a)[tides.md].", "[a](tides.md)"),
    ("link not closed", "broken-markup", "See [a](tides.md and more.", "[a](tides.md)"),
    ("text not closed", "broken-markup", "See [a(tides.md) and more.", "[a](tides.md)"),
    ("text not opened", "broken-markup", "See a](tides.md) and more.", "[a](tides.md)"),
    ("target in braces", "broken-markup", "See [a]{tides.md}.", "[a](tides.md)"),
    ("wiki link", "wiki-link", "See [[Tides]].", ""),
    ("wiki link with a text", "wiki-link", "See [[tides|the tides]].", ""),
    ("id twice", "duplicate-id", "## New {#the-steps}", ""),
    ("id twice in HTML", "duplicate-id", '<p id="the-steps">a</p>', ""),
    ("id of a heading again", "duplicate-id", '<a id="lines"></a>', ""),
    ("numbered id", "fragile-anchor", "[a](../reference/ropes.md#splices_1)", ""),
    ("script", "unsafe-scheme", "[a](javascript:alert(1))", ""),
    ("script in capitals", "unsafe-scheme", '<a href="JavaScript:alert(1)">a</a>', ""),
    ("script behind entities", "unsafe-scheme", '<a href="&#106;avascript&colon;alert(1)">a</a>', ""),
    ("script behind a tab", "unsafe-scheme", '<p><a href="java&#9;script:alert(1)">a</a></p>', ""),
    ("data", "unsafe-scheme", "[a](data:text/html;base64,AAAA)", ""),
    ("old script", "unsafe-scheme", "[a](vbscript:x)", ""),
    ("file of a computer", "file-link", "[a](file:///home/me/x.pdf)", ""),
    ("drive", "file-link", "[a](C:/Users/me/x.pdf)", ""),
    ("network folder", "file-link", "[a](\\\\\\\\server\\\\share\\\\x.pdf)", ""),
    ("network folder with slashes", "file-link", "[a](//server/share/x.pdf)", ""),
    ("localhost", "localhost-link", "[a](http://localhost:8000/x)", ""),
    ("loopback", "localhost-link", "<http://127.0.0.1:8000/>", ""),
    ("mail without a host", "malformed-mail", "[a](mailto:master@harbour)", ""),
    ("mail without an at", "malformed-mail", "[a](mailto:master)", ""),
    ("mail without a scheme", "malformed-mail", "[a](master@harbour.example)", "mailto:master@harbour.example"),
    ("telephone with letters", "malformed-telephone", "[a](tel:call-me)", ""),
    ("one slash", "misspelt-scheme", "[a](https:/example.com/x)", "https://example.com/x"),
    ("no slash", "misspelt-scheme", "[a](http:example.com)", "http://example.com"),
    ("misspelt scheme", "misspelt-scheme", "[a](htps://example.com/x)", "https://example.com/x"),
    ("scheme with two t", "misspelt-scheme", "[a](htttp://example.com/x)", "http://example.com/x"),
    ("scheme without a colon", "misspelt-scheme", "[a](https//example.com/x)", "https://example.com/x"),
    ("scheme twice", "misspelt-scheme", "[a](https://https://example.com/x)", "https://example.com/x"),
    ("no scheme", "misspelt-scheme", "[a](www.example.com/x)", "https://www.example.com/x"),
    ("remote picture", "remote-asset", "![a](https://cdn.example.com/x.png)", ""),
    ("remote picture without a scheme", "remote-asset", "![a](//cdn.example.com/x.png)", ""),
    ("remote script", "remote-asset", '<script src="https://cdn.example.com/x.js"></script>', ""),
    ("remote frame", "remote-asset", '<iframe src="https://video.example.com/x"></iframe>', ""),
    ("remote style sheet", "remote-asset", '<link rel="stylesheet" href="https://cdn.example.com/x.css">', ""),
    ("remote font", "remote-asset", "<style>@import url(https://fonts.example.com/x);</style>", ""),
    (
        "own address in full",
        "own-url",
        "[a](https://harbour.example/handbook/guide/tides/#neap-tides)",
        "tides.md#neap-tides",
    ),
    ("own address that never was", "own-url", "[a](https://harbour.example/handbook/guide/quayside/)", ""),
    ("no text", "empty-text", "See [](tides.md).", ""),
    ("no target", "empty-target", "See [a]().", ""),
    ("raw link without a text", "empty-text", 'See <a href="../tides/"></a>.', ""),
    ("click here", "vague-text", "For tides [click here](tides.md).", ""),
    ("missing snippet", "missing-snippet", '--8<-- "nothing.md"', ""),
    ("missing section of a snippet file", "missing-snippet", '--8<-- "nothing.md:part"', ""),
)

# Texts that must not be told.
DECOYS: tuple[str, ...] = (
    "[a](<berth place.md>) and [b](berth%20place.md)",
    "Sign [Name] [Date] and [Name][2].",
    "`[a](nowhere.md)` and <code>[a][b]</code>",
    "~~~\n[a](nowhere.md)\n~~~",
    "- item\n\n    ```\n    [a](nowhere.md)\n    ```",
    '<!-- <img src="nowhere.png"> -->',
    "[a](tides.md#gro%CC%88%C3%9Fe) is not, but [a](tides.md#top) is fine.".replace(
        "[a](tides.md#gro%CC%88%C3%9Fe) is not, but ", ""
    ),
    "[a](https://example.com/nowhere.md#x) and <https://example.com>",
    "[a](irc://example.com/x) and [a](ftp://example.com/x) and [a](slack://x)",
    "![a](data:image/png;base64,AA==)",
    "[a](../files/paper.pdf#page=2)",
    "[](){#made-here}\n\n[a](#made-here)",
    '<span id="also-here"></span>\n\n[a](#also-here)',
    "Text (see below)[^1] with a note.",
    "The list [a] (in words) stays.",
    "\\[a\\](nowhere.md)",
    "$x[i][j]$ and $$\n[a](b)\n$$",
    "[a]: tides.md\n\n[a] and [a][] and [b][a]",
    '[a](tides.md "a (b) c")',
    "[a](?print=1) and [a](tides.md?x=1#spring-tides)",
    "[a](.) and [a](mooring.md)",
    '<p><a href="../../reference/">a</a> <a href="./">b</a> <a href="#lines">c</a></p>',
    '<p><a href="/handbook/guide/tides/">a</a></p>',
    '<svg viewBox="0 0 1 1"><path id="lines" d="M0 0"/></svg>',
    "[a](mailto:a@b.example,c@d.example?subject=x) [b](tel:+1(555)010-9999)",
    "[click here to see how tides come in](tides.md)",
    "+ [ ] open\n+ [x] done",
    "[a](#lines)\n{: #unused .x }",
)
PAGE = "docs/guide/mooring.md"


def injected(seed: int) -> Iterator[Injected]:
    """Give every kind of fault, each in a tree of its own."""
    chance = random.Random(seed)
    for kind, code, text, suggestion in TEXTS:
        files = sound_tree()
        line = _add(files, PAGE, text, chance if not kind.startswith("id twice") else None)
        yield Injected(kind, files, PAGE, line + _offset(kind), code, suggestion)
    for kind, code, change in CHANGES:
        files = sound_tree()
        path, line = change(files)
        yield Injected(kind, files, path, line, code)


def tree_of_decoys(seed: int) -> Files:
    """Give the tree with everything in it that must stay silent."""
    chance, files = random.Random(seed), sound_tree()
    for text in DECOYS:
        _add(files, PAGE, text, chance)
    return files


def _add(files: Files, path: str, text: str, chance: random.Random | None) -> int:
    """Put a paragraph below some heading or at the end, and give its line."""
    lines = files[path].decode().split("\n")
    places = [number + 1 for number, line in enumerate(lines) if line.startswith(("# ", "## "))] + [len(lines)]
    place = chance.choice(places) if chance else places[-1]
    lines[place:place] = ["", *text.split("\n"), ""]
    files[path] = "\n".join(lines).encode()
    return place + 2


def _offset(kind: str) -> int:
    """Give how many lines below the first the fault stands."""
    if kind.endswith(("by reference", "in a definition")) or kind in ("picture by reference",):
        return 2
    if kind in ("page in a note", "page in a tab", "page in HTML with Markdown"):
        return 1
    return 2 if kind == "page in a table" else 0


def _line(files: Files, path: str, part: str) -> int:
    text = files[path].decode("utf-8", "replace")
    return text[: text.index(part)].count("\n") + 1


def _replace(path: str, old: str, new: str, mark: str = "") -> Callable[[Files], tuple[str, int]]:
    def change(files: Files) -> tuple[str, int]:
        assert files[path].count(old.encode()) >= 1, f"{path} lacks {old}"
        files[path] = files[path].replace(old.encode(), new.encode(), 1)
        return path, _line(files, path, mark or new)

    return change


def _write(path: str, content: str | bytes, line: int = 1, at: str = "") -> Callable[[Files], tuple[str, int]]:
    def change(files: Files) -> tuple[str, int]:
        files[path] = content.encode() if isinstance(content, str) else content
        return at or path, line

    return change


def _redirects(entry: str, line: int = 3) -> Callable[[Files], tuple[str, int]]:
    def change(files: Files) -> tuple[str, int]:
        files["redirects.yml"] += entry.encode()
        return "redirects.yml", line

    return change


def _fields(**pages: str) -> Callable[[Files], tuple[str, int]]:
    """Give pages fields; the fault is told at the first of them, in line 2."""

    def change(files: Files) -> tuple[str, int]:
        for name, fields in pages.items():
            path = f"docs/reference/{name}.md"
            files[path] = f"---\n{fields}\n---\n".encode() + files[path]
        return f"docs/reference/{next(iter(pages))}.md", 2

    return change


def _unicode(files: Files) -> tuple[str, int]:
    """Name a file with one code point for a letter, and link it with two."""
    files["docs/guide/caf\u00e9.md"] = b"# Coffee\n"
    files["docs/reference/ropes.md"] += "\n[a](../guide/cafe\u0301.md)\n".encode()
    files["mkdocs.yml"] = files["mkdocs.yml"].replace(b"  /appendix/", b"  /appendix/\n  /guide/caf*")
    return "docs/reference/ropes.md", files["docs/reference/ropes.md"].count(b"\n")


BOOK = "/\n/guide/mooring/\n/guide/mooring/#lines\n/guide/tides/\n/reference/ropes/\n"

CHANGES: tuple[tuple[str, str, Callable[[Files], tuple[str, int]]], ...] = (
    ("nav entry missing", "nav-missing", _replace("mkdocs.yml", "reference/ropes.md", "reference/anchors.md")),
    (
        "nav entry twice",
        "nav-duplicate",
        _replace("mkdocs.yml", "extra_css:", "  - Again: guide/tides.md\nextra_css:", "Again"),
    ),
    ("nav entry in capitals", "nav-wrong-case", _replace("mkdocs.yml", "reference/ropes.md", "reference/Ropes.md")),
    (
        "nav entry of a draft",
        "nav-excluded",
        _replace("mkdocs.yml", "extra_css:", "  - Idea: drafts/idea.md\nextra_css:", "Idea"),
    ),
    ("style sheet missing", "missing-asset", _replace("mkdocs.yml", "css/extra.css", "css/other.css")),
    (
        "remote script in the configuration",
        "remote-asset",
        _replace(
            "mkdocs.yml", "extra_css:", "extra_javascript:\n  - https://cdn.example.com/x.js\nextra_css:", "https://cdn"
        ),
    ),
    ("orphan", "orphan-page", _write("docs/guide/lonely.md", "# Lonely\n")),
    ("two files, one address", "url-collision", _write("docs/guide/tides/index.md", "# Tides\n\n[x](../mooring.md)\n")),
    ("readme beside index", "url-collision", _write("docs/reference/README.md", "# Reference\n")),
    ("addresses in capitals", "case-collision", _write("docs/img/Map.png", b"x", at="docs/img/map.png")),
    ("latin-1", "not-utf-8", _write("docs/appendix/list.md", "id: appendix\n\nGröße\n".encode("latin-1"), 3)),
    (
        "broken front matter",
        "broken-front-matter",
        _replace("docs/index.md", 'description: "A handbook: for boats"', "description: A handbook: for boats"),
    ),
    (
        "front matter not closed",
        "broken-front-matter",
        _write("docs/appendix/list.md", "---\nid: appendix\n# List\n\n[x](../index.md)\n"),
    ),
    (
        "front matter too low",
        "broken-front-matter",
        _write("docs/appendix/list.md", "\n---\nid: appendix\n---\n# List\n", 2),
    ),
    (
        "style sheet with a missing picture",
        "missing-image",
        _write("docs/css/extra.css", "a {}\nb { background: url(../img/no.png) }\n", 2),
    ),
    (
        "style sheet with a remote font",
        "remote-asset",
        _write("docs/css/extra.css", '@import "https://fonts.example.com/x";\n'),
    ),
    ("snippet with a dead link", "missing-page", _write("snippets/tip.md", "A tip\nwith [a](quayside.md).\n", 2)),
    ("Windows line ends", "missing-page", _replace("docs/reference/signals.md", "ropes.md#knots", "quayside.md")),
    ("redirect to nowhere", "redirect-to-missing-page", _redirects("/a/: /quayside/\n")),
    ("redirect to no anchor", "redirect-to-missing-anchor", _redirects("/a/: /guide/tides/#whirlpools\n")),
    ("redirect loop", "redirect-loop", _redirects("/a/: /b/\n/b/: /a/\n")),
    ("redirect to itself", "redirect-loop", _redirects("/a/: /a/\n")),
    ("redirect chain", "redirect-chain", _redirects("/a/: /old-mooring/\n")),
    ("redirect over a page", "redirect-shadows-page", _redirects("/guide/tides/: /guide/mooring/\n")),
    ("redirect over an anchor", "redirect-shadows-page", _redirects("/guide/tides/#neap-tides: /guide/mooring/\n")),
    ("redirect without a slash", "malformed-redirect", _redirects("a: /guide/mooring/\n")),
    ("redirect to a list", "malformed-redirect", _redirects("/a/: [/guide/mooring/]\n")),
    ("redirect to nothing", "malformed-redirect", _redirects("/a/:\n")),
    ("redirect twice", "malformed-redirect", _redirects("/old-mooring/: /guide/tides/\n")),
    (
        "redirect in a plugin",
        "redirect-to-missing-page",
        _replace(
            "mkdocs.yml",
            "plugins: []",
            "plugins:\n  - redirects:\n      redirect_maps:\n        old.md: guide/no.md",
            "old.md",
        ),
    ),
    ("page id twice", "duplicate-page-id", _fields(signals="id: tides")),
    ("relation to nothing", "missing-relation", _fields(ropes="related: [no-page.md]")),
    ("relation to no id", "missing-relation", _fields(ropes="needs: [nobody]")),
    ("relation one-sided", "one-sided-relation", _fields(ropes="related: [tides]")),
    (
        "prerequisites in a circle",
        "circular-relation",
        _fields(ropes="needs: [signals.md]", signals="needs: [ropes.md]"),
    ),
    ("picture in front matter", "missing-relation", _fields(ropes="image: ../img/chart.png")),
    ("name in other code points", "unicode-form", _unicode),
    (
        "published page gone",
        "address-gone",
        _write("addresses.txt", BOOK.replace("/reference/", "/guide/vanished/\n/reference/"), 5),
    ),
    ("published anchor gone", "anchor-gone", _write("addresses.txt", BOOK.replace("#lines", "#ropes-and-lines"), 3)),
    (
        "book out of order",
        "malformed-address",
        _write("addresses.txt", BOOK + "/guide/\n".replace("/guide/", "/guide/mooring/#the-steps"), 6),
    ),
)
