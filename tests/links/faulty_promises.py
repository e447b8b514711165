"""Faulty promises: redirects and published addresses, each with the one fault that must be told."""

from __future__ import annotations

from edits import Edits
from kinds import Change

BOOK = "/\n/guide/mooring/\n/guide/mooring/#lines\n/guide/tides/\n/reference/ropes/\n"
LIST, LATIN = "docs/appendix/list.md", "id: appendix\n\nGröße\n".encode("latin-1")


def _redirect(entry: str) -> Edits:
    return {"redirects.yml": ("/old-mooring/", f"{entry}\n/old-mooring/")}


def _map(entry: str) -> Edits:
    plugin = f"plugins:\n  - redirects:\n      redirect_maps:\n        {entry}"
    return {"mkdocs.yml": ("plugins: []", plugin)}


def _book(old: str, new: str) -> Edits:
    return {"addresses.txt": BOOK.replace(old, new)}


MOVED: tuple[Change, ...] = (
    Change("redirect to nowhere", "redirect-to-missing-page", _redirect("/a/: /quayside/"), "redirects.yml", "/a/"),
    Change(
        "redirect to a misspelt page",
        "redirect-to-missing-page",
        _redirect("/a/: /guide/tidse/"),
        "redirects.yml",
        "/a/",
        "/guide/tides/",
    ),
    Change("redirect to a draft", "redirect-to-missing-page", _redirect("/a/: /drafts/idea/"), "redirects.yml", "/a/"),
    Change(
        "redirect to no anchor",
        "redirect-to-missing-anchor",
        _redirect("/a/: /guide/tides/#whirlpools"),
        "redirects.yml",
        "/a/",
    ),
    Change(
        "redirect to a misspelt anchor",
        "redirect-to-missing-anchor",
        _redirect("/a/: /guide/tides/#sprng-tides"),
        "redirects.yml",
        "/a/",
        "/guide/tides/#spring-tides",
    ),
    Change("redirect loop", "redirect-loop", _redirect("/a/: /b/\n/b/: /a/"), "redirects.yml", "/a/"),
    Change("redirect to itself", "redirect-loop", _redirect("/a/: /a/"), "redirects.yml", "/a/"),
    Change(
        "redirect chain", "redirect-chain", _redirect("/a/: /old-mooring/"), "redirects.yml", "/a/", "/guide/mooring/"
    ),
    Change(
        "redirect chain with an anchor",
        "redirect-chain",
        _redirect("/a/: /old-mooring/#lines"),
        "redirects.yml",
        "/a/",
        "/guide/mooring/#lines",
    ),
    Change(
        "redirect over a page",
        "redirect-shadows-page",
        _redirect("/guide/tides/: /guide/mooring/"),
        "redirects.yml",
        "/guide/tides/",
    ),
    Change(
        "redirect over an anchor",
        "redirect-shadows-page",
        _redirect("/guide/tides/#neap-tides: /guide/mooring/"),
        "redirects.yml",
        "#neap-tides",
    ),
    Change("redirect without a slash", "malformed-redirect", _redirect("a: /guide/mooring/"), "redirects.yml", "a:"),
    Change(
        "redirect without the last slash",
        "malformed-redirect",
        _redirect("/a/: /guide/tides"),
        "redirects.yml",
        "/a/",
        "/guide/tides/",
    ),
    Change(
        "redirect in full",
        "malformed-redirect",
        _redirect("/a/: https://harbour.example/handbook/guide/tides/"),
        "redirects.yml",
        "/a/",
        "/guide/tides/",
    ),
    Change("redirect to a list", "malformed-redirect", _redirect("/a/: [/guide/mooring/]"), "redirects.yml", "/a/"),
    Change("redirect to nothing", "malformed-redirect", _redirect("/a/:"), "redirects.yml", "/a/"),
    Change(
        "redirect twice",
        "malformed-redirect",
        _redirect("/guide/tides/#high-water: /guide/tides/"),
        "redirects.yml",
        "#spring-tides",
    ),
    Change(
        "redirect to a draft in full",
        "redirect-to-missing-page",
        _redirect("/a/: https://harbour.example/handbook/drafts/idea/"),
        "redirects.yml",
        "/a/",
    ),
    Change(
        "redirect to a page in capitals",
        "redirect-to-missing-page",
        _redirect("/a/: /Guide/Tides/"),
        "redirects.yml",
        "/a/",
        "/guide/tides/",
    ),
    Change(
        "redirect to a source",
        "redirect-to-missing-page",
        _redirect("/a/: /guide/tides.md"),
        "redirects.yml",
        "/a/",
        "/guide/tides/",
    ),
    Change(
        "redirect chain of anchors",
        "redirect-chain",
        _redirect("/guide/tides/#a: /guide/tides/#high-water"),
        "redirects.yml",
        "#a:",
        "/guide/tides/#spring-tides",
    ),
    Change(
        "redirect in a plugin to no anchor",
        "redirect-to-missing-anchor",
        _map("old.md: guide/tides.md#nope"),
        "mkdocs.yml",
        "old.md",
    ),
    Change(
        "redirect in a plugin over a page",
        "redirect-shadows-page",
        _map("guide/tides.md: guide/mooring.md"),
        "mkdocs.yml",
        "guide/tides.md: ",
    ),
    Change(
        "redirect chain in a plugin",
        "redirect-chain",
        _map("{old.md: older.md, older.md: guide/tides.md}"),
        "mkdocs.yml",
        "old.md",
        "guide/tides.md",
    ),
    Change(
        "link to a page moved by a plugin",
        "missing-page",
        {
            **_map("guide/old.md: guide/tides.md"),
            "docs/reference/ropes.md": ("[index]", "[a](../guide/old.md) [index]"),
        },
        "docs/reference/ropes.md",
        "old.md",
        "../guide/tides.md",
    ),
    Change("redirect in a plugin", "redirect-to-missing-page", _map("old.md: guide/no.md"), "mkdocs.yml", "old.md"),
    Change(
        "redirect in a plugin to a misspelt page",
        "redirect-to-missing-page",
        _map("old.md: guide/tidse.md"),
        "mkdocs.yml",
        "old.md",
        "guide/tides.md",
    ),
)
PROMISED: tuple[Change, ...] = (
    Change(
        "published page gone",
        "address-gone",
        _book("/reference/", "/guide/vanished/\n/reference/"),
        "addresses.txt",
        "vanished",
    ),
    Change("published anchor gone", "anchor-gone", _book("#lines", "#ropes-and-lines"), "addresses.txt", "#ropes"),
    Change(
        "published anchor not moved with its page",
        "anchor-gone",
        _book("/reference/", "/old-mooring/#whirlpools\n/reference/"),
        "addresses.txt",
        "#whirlpools",
    ),
    Change(
        "book out of order",
        "malformed-address",
        {"addresses.txt": f"{BOOK}/guide/mooring/#the-steps\n"},
        "addresses.txt",
        "#the-steps",
    ),
    Change(
        "address twice",
        "malformed-address",
        _book("/guide/tides/", "/guide/tides/\n/guide/tides/"),
        "addresses.txt",
        "/guide/tides/\n/reference/",
    ),
    Change(
        "address without a slash",
        "malformed-address",
        _book("/reference/", "guide\n/reference/"),
        "addresses.txt",
        "guide\n",
    ),
    Change(
        "promise of a page that cannot be read",
        "not-utf-8",
        {LIST: LATIN, **_book("/guide/mooring/\n", "/appendix/list/\n/appendix/list/#list\n/guide/mooring/\n")},
        LIST,
        "Gr",
    ),
)

PROMISES = (*MOVED, *PROMISED)
