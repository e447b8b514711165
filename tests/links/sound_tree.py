"""A sound tree of documentation that shares nothing with our own content, full of what only looks like a fault."""

from __future__ import annotations

CONFIGURATION = """\
site_name: Harbour handbook
site_url: https://harbour.example/handbook/
theme: mkdocs
plugins: []
nav:
  - Home: index.md
  - Guide:
      - Mooring: guide/mooring.md
      - Tides: guide/tides.md
      - "Getting a berth": guide/berth place.md
  - Reference: reference/index.md
  - Ropes: reference/ropes.md
  - Signals: reference/signals.md
extra_css:
  - css/extra.css
exclude_docs: |
  /internal/
draft_docs: |
  drafts/
not_in_nav: |
  /appendix/
markdown_extensions:
  - attr_list
  - admonition
  - footnotes
  - tables
  - md_in_html
  - def_list
  - abbr
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tabbed:
      alternate_style: true
  - pymdownx.tasklist
  - pymdownx.snippets:
      base_path: [snippets]
  - toc:
      permalink: true
"""

INDEX = """\
---
title: Harbour
description: "A handbook: for boats"
---

# Harbour

Read [how to moor](guide/mooring.md), [tides](guide/tides.md#spring-tides "Tides"), [a berth](<guide/berth place.md>).
See also [the ropes][ropes] and ![a map](img/map.png), [![a map](img/map.png)](reference/index.md).

A long line with [a link over
two lines](reference/signals.md#flags) goes on here.

[ropes]: reference/ropes.md#knots "Knots"

<p><a href="guide/mooring/#lines">raw link to a built page</a> <img src="img/map.png" alt="map"></p>

The harbour master <https://harbour-authority.example/x?y=1&z=2> and <master@harbour.example>.
[Mail](mailto:master@harbour.example?subject=Berth%20please), [call](tel:+44-1234-567890).
[Top](#top), [nothing](#), [bare](#harbour), [quoted](guide/tides.md#:~:text=spring).
[Paper](files/paper.pdf#page=3), [the built-in](#__tabbed_1_1).
"""

MOORING = """\
# Mooring

Ask [Customer name] for [boat length] and the [x] of it; an [array][0] stays text, too.

- [ ] bow line
- [x] stern line

## Lines

Two lines[^1] are enough. `[code](nowhere.md)` and ``[code] (nowhere.md)`` stay code.

[^1]: See [tides](tides.md#neap-tides).

## Steps {#the-steps}

!!! note
    Inside a note: [signals](../reference/signals.md#flags).

??? tip "More"
    Folded: [ropes](../reference/ropes.md).

=== "Sail"
    Tab: [tides](tides.md).

=== "Motor"
    Tab: [index](../index.md#harbour).

```text
[broken](nowhere.md) and [a][b] and [[wiki]]
```

    [indented](code-is-not-a-link.md)

<!-- [comment](nowhere.md) [a][b] -->

Text \\[escaped\\](nowhere.md) and \\[a\\]\\[b\\].

<a name="old-name"></a>

[To the old name](#old-name) and [the steps](#the-steps).

--8<-- "tip.md"
"""

TIDES = """\
---
tags: [water]
---
# Tides

The height is $h[i][j] = a$ and \\\\(a[i](t)\\\\); it costs $5.

## Spring tides

| when | what |
|------|------|
| noon | [neap](#neap-tides) |

## Neap tides

<div markdown="1">
Inside HTML: [moor](mooring.md#lines).
</div>

*[HTML]: Hyper Text

## Größe

[Size](#groe), [back](mooring.md).
"""

BERTH = "# A berth\n\nTerm\n:   Meaning with [a link](mooring.md).\n\nWindows [file](../files/paper.pdf).\n"
REFERENCE = "# Reference\n\n[Ropes](ropes.md), [signals](signals.md), [appendix](../appendix/list.md).\n"
ROPES = """\
# Ropes

## Knots

Text [autolink](https://example.com/a_(b)) and [index](index.md).

## Splices

## Splices

The second heading of one name is nobody's target.
"""
SIGNALS = "# Signals\r\n\r\n## Flags\r\n\r\n[Ropes](ropes.md#knots)\r\n\r\n## Fog horns\r\n"
APPENDIX = "---\nid: appendix\nrelated: [guide/tides.md]\n---\n# List\n\n[Home](../index.md)\n"
CSS = (
    "/* url(nowhere.png) */\nbody { background: url('../img/map.png') }\na { cursor: url(data:image/png;base64,AA) }\n"
)

PICTURE = b"\x89PNG\r\n\x1a\n"


def sound_tree() -> dict[str, bytes]:
    """Give the files of the tree, by path."""
    texts = {
        "mkdocs.yml": CONFIGURATION,
        "docs/index.md": INDEX,
        "docs/guide/mooring.md": MOORING,
        "docs/guide/tides.md": TIDES.replace("tags: [water]", "tags: [water]\nid: tides\nrelated: [appendix]"),
        "docs/guide/berth place.md": BERTH,
        "docs/reference/index.md": REFERENCE,
        "docs/reference/ropes.md": ROPES,
        "docs/reference/signals.md": SIGNALS,
        "docs/appendix/list.md": APPENDIX,
        "docs/css/extra.css": CSS,
        "docs/internal/secret.md": "# Secret\n",
        "docs/drafts/idea.md": "# Idea\n",
        "snippets/tip.md": "A tip with [ropes](../reference/ropes.md#knots).\n",
        "link-check.yml": "relations: true\n",
        "redirects.yml": "/old-mooring/: /guide/mooring/\n/guide/tides/#high-water: /guide/tides/#spring-tides\n",
    }
    files = {path: text.encode() for path, text in texts.items()}
    return files | {"docs/img/map.png": PICTURE, "docs/files/paper.pdf": b"%PDF-1.4\n"}
