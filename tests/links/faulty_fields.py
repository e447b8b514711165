"""Faulty fields at the top of pages, each with the one fault that must be told."""

from __future__ import annotations

from edits import Edits
from kinds import Change

SIGNALS, ROPES, LIST = "docs/reference/signals.md", "docs/reference/ropes.md", "docs/appendix/list.md"


def _fields(**pages: str) -> Edits:
    """Give an edit that gives pages of the reference fields."""
    heads = {name: f"# {name.capitalize()}" for name in pages}
    return {
        f"docs/reference/{name}.md": (heads[name], f"---\n{text}\n---\n{heads[name]}") for name, text in pages.items()
    }


FIELDS: tuple[Change, ...] = (
    Change(
        "broken front matter",
        "broken-front-matter",
        {"docs/index.md": ('description: "A handbook: for boats"', "description: A handbook: for boats")},
        "docs/index.md",
        "description",
    ),
    Change(
        "front matter not closed",
        "broken-front-matter",
        {LIST: "---\nid: appendix\n# List\n\n[x](../index.md)\n"},
        LIST,
    ),
    Change("front matter too low", "broken-front-matter", {LIST: "\n---\nid: appendix\n---\n# List\n"}, LIST, "---"),
    Change("front matter with four dashes", "broken-front-matter", {LIST: "----\nid: appendix\n----\n# List\n"}, LIST),
    Change("front matter behind a blank", "broken-front-matter", {LIST: " ---\nid: appendix\n---\n# List\n"}, LIST),
    Change(
        "front matter with a tab",
        "broken-front-matter",
        {LIST: "---\nid: appendix\n\ttitle: x\n---\n# List\n"},
        LIST,
        "title",
    ),
    Change(
        "front matter that is a list",
        "broken-front-matter",
        {LIST: "---\n- id: appendix\n- title: List\n---\n# List\n"},
        LIST,
        "- id",
    ),
    Change("page id twice", "duplicate-page-id", _fields(signals="id: tides"), SIGNALS, "id: tides"),
    Change("relation to nothing", "missing-relation", _fields(ropes="related: [no-page.md]"), ROPES, "related"),
    Change(
        "relation to a misspelt page",
        "missing-relation",
        _fields(ropes="needs: [singals.md]"),
        ROPES,
        "needs",
        "signals.md",
    ),
    Change("relation to no id", "missing-relation", _fields(ropes="needs: [nobody]"), ROPES, "needs"),
    Change("relation to a misspelt id", "missing-relation", _fields(ropes="needs: [tidse]"), ROPES, "needs", "tides"),
    Change("relation to no place", "missing-relation", _fields(ropes="needs: [signals.md#whirlpools]"), ROPES, "needs"),
    Change(
        "relation to a misspelt place",
        "missing-relation",
        _fields(ropes="needs: [signals.md#fog-hrons]"),
        ROPES,
        "needs",
        "signals.md#fog-horns",
    ),
    Change("relation one-sided", "one-sided-relation", _fields(ropes="related: [tides]"), ROPES, "related"),
    Change(
        "prerequisites in a circle",
        "circular-relation",
        _fields(ropes="needs: [signals.md]", signals="needs: [ropes.md]"),
        ROPES,
        "needs",
    ),
    Change("picture in front matter", "missing-relation", _fields(ropes="image: ../img/chart.png"), ROPES, "image"),
    Change(
        "picture deep in front matter",
        "missing-relation",
        _fields(ropes="social:\n  image: img/gone.png"),
        ROPES,
        "gone",
    ),
)
