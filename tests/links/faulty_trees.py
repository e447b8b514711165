"""Faulty trees: what can be wrong in mkdocs.yml and everywhere else beside the text of a page."""

from __future__ import annotations

from edits import Edits
from faulty_fields import FIELDS
from faulty_files import FILES, MKDOCS
from faulty_promises import PROMISES
from kinds import Change
from sound_tree import CONFIGURATION


def _nav(entry: str) -> Edits:
    """Give an edit that adds an entry to the navigation."""
    return {MKDOCS: ("extra_css:", f"  - {entry}\nextra_css:")}


def _entry(kind: str, code: str, target: str, suggestion: str = "") -> Change:
    """Give an entry of the navigation with a bad target."""
    return Change(f"nav entry {kind}", code, _nav(f'Entry: "{target}"'), MKDOCS, target, suggestion)


CONFIGURED: tuple[Change, ...] = (
    _entry("with a misspelt scheme", "misspelt-scheme", "htps://example.com", "https://example.com"),
    _entry("that runs code", "unsafe-scheme", "javascript:x()"),
    _entry("on this computer", "localhost-link", "http://localhost:8000/"),
    _entry("without a whole mail address", "malformed-mail", "mailto:anna"),
    _entry("of the site that never was", "nav-missing", "https://harbour.example/handbook/gone/"),
    Change(
        "nav entry missing",
        "nav-missing",
        {MKDOCS: ("reference/ropes.md", "reference/anchors.md")},
        MKDOCS,
        "reference/anchors.md",
    ),
    Change(
        "nav entry misspelt",
        "nav-missing",
        {MKDOCS: ("reference/ropes.md", "reference/roeps.md")},
        MKDOCS,
        "reference/roeps.md",
        "reference/ropes.md",
    ),
    Change(
        "nav entry with a slash in front",
        "nav-missing",
        {MKDOCS: ("reference/ropes.md", "/reference/ropes.md")},
        MKDOCS,
        "/reference/ropes.md",
        "reference/ropes.md",
    ),
    Change(
        "nav entry in full",
        "own-url",
        {MKDOCS: ("reference/ropes.md", "https://harbour.example/handbook/reference/ropes/")},
        MKDOCS,
        "reference/ropes/",
        "reference/ropes.md",
    ),
    Change(
        "nav entry with a backslash",
        "nav-missing",
        {MKDOCS: ("reference/ropes.md", "reference\\ropes.md")},
        MKDOCS,
        "reference\\",
        "reference/ropes.md",
    ),
    Change(
        "nav entry from the folder of the configuration",
        "nav-missing",
        {MKDOCS: ("reference/ropes.md", "docs/reference/ropes.md")},
        MKDOCS,
        "docs/reference",
        "reference/ropes.md",
    ),
    Change("nav entry twice", "nav-duplicate", _nav("Again: guide/tides.md"), MKDOCS, "Again"),
    Change(
        "nav entry in capitals",
        "nav-wrong-case",
        {MKDOCS: ("reference/ropes.md", "reference/Ropes.md")},
        MKDOCS,
        "reference/Ropes.md",
        "reference/ropes.md",
    ),
    Change("nav entry of a draft", "nav-excluded", _nav("Idea: drafts/idea.md"), MKDOCS, "Idea"),
    Change("nav entry of an excluded page", "nav-excluded", _nav("Secret: internal/secret.md"), MKDOCS, "Secret"),
    Change(
        "nav entry missing in what is inherited",
        "nav-missing",
        {MKDOCS: "INHERIT: base.yml\n", "base.yml": CONFIGURATION.replace("reference/ropes", "reference/roeps")},
        "base.yml",
        "roeps",
        "reference/ropes.md",
    ),
    Change(
        "style sheet missing",
        "missing-asset",
        {MKDOCS: ("css/extra.css", "css/other.css")},
        MKDOCS,
        "css/other.css",
    ),
    Change(
        "style sheet misspelt",
        "missing-asset",
        {MKDOCS: ("css/extra.css", "css/exrta.css")},
        MKDOCS,
        "css/exrta.css",
        "css/extra.css",
    ),
    Change(
        "style sheet missing in a folder that is inherited from",
        "missing-asset",
        {
            MKDOCS: "INHERIT: a/base.yml\n",
            "a/base.yml": "INHERIT: ../b.yml\n",
            "b.yml": CONFIGURATION.replace("css/extra", "css/exxtra"),
        },
        "b.yml",
        "exxtra",
        "css/extra.css",
    ),
    Change(
        "script missing",
        "missing-asset",
        {MKDOCS: ("extra_css:", "extra_javascript:\n  - path: js/gone.js\n    type: module\nextra_css:")},
        MKDOCS,
        "js/gone.js",
    ),
    Change(
        "sign of the site misspelt",
        "missing-asset",
        {MKDOCS: ("theme: mkdocs", "theme: {name: material, favicon: img/mpa.png}")},
        MKDOCS,
        "mpa",
        "img/map.png",
    ),
    Change(
        "remote style sheet in the configuration",
        "remote-asset",
        {MKDOCS: ("css/extra.css", "https://fonts.example.com/x.css")},
        MKDOCS,
        "fonts",
    ),
    Change(
        "remote script in the configuration",
        "remote-asset",
        {MKDOCS: ("extra_css:", "extra_javascript:\n  - https://cdn.example.com/x.js\nextra_css:")},
        MKDOCS,
        "https://cdn",
    ),
    Change(
        "snippet for every page missing",
        "missing-snippet",
        {MKDOCS: ("base_path: [snippets]", "base_path: [snippets]\n      auto_append: [gone.md]")},
        MKDOCS,
        "gone.md",
    ),
)
WISHES = "link-check.yml"
WISHED: tuple[Change, ...] = (
    Change(
        "link to an address that a redirect answers",
        "moved-target",
        {"docs/reference/ropes.md": ("[index]", '<a href="../../old-mooring/">a</a> [index]')},
        "docs/reference/ropes.md",
        "old-mooring",
        "../../guide/mooring/",
    ),
    Change(
        "silence that nothing needs",
        "unused-silence",
        {WISHES: "relations: true\nsilence:\n  - {code: missing-page, files: docs/*, reason: a test}\n"},
        WISHES,
        "code",
    ),
    Change(
        "silence without a reason",
        "malformed-silence",
        {WISHES: "relations: true\nsilence:\n  - {code: missing-page, files: docs/*}\n"},
        WISHES,
        "code",
    ),
)

CHANGES = (*WISHED, *CONFIGURED, *FILES, *FIELDS, *PROMISES)
