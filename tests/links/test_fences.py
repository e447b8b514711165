"""Fences of formatters and plugins that are not installed: what stands in them is code all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_tree import BOTH, PAGE, checked, small_tree, write

from playbook_mkdocs.rehearsal import read_tree


@pytest.mark.parametrize("tag", ["object/apply:no.such.make {kwds: {a: 1}}", "name:no.such.make "])
def test_a_fence_whose_formatter_is_not_installed_stays_code(tmp_path: Path, tag: str) -> None:
    fence = f"{{name: own, class: own, format: !!python/{tag}, validator: !!python/name:no.such.test }}"
    files = small_tree(
        f"markdown_extensions:\n  - pymdownx.superfences:\n      custom_fences:\n        - {fence}\n",
        f'{PAGE}\n```own\n[x](y.md)\n```\n\n```own run="1" b\n[x](y.md)\n\n# C\n```\n',
    )

    assert checked(files, tmp_path) == (
        BOTH,
        [
            "no.such.make in mkdocs.yml is not installed; checked without it.",
            "no.such.test in mkdocs.yml is not installed; checked without it.",
        ],
    )


FENCES = """\
# A

[B](#b) [C](#c)

```python exec="1" session="f"
d = "See [commands](../commands/)."

# comment
```

## B

```py play
[q](no.md)

[q](no.md)
```

> ~~~ {.py on=1 off}
> [q](no.md)
>
> [q](no.md)
> ~~~

## C

```code``` begins this line, and [this link](no.md) is one.

```text
[q](no.md)
```
"""


@pytest.mark.parametrize("extension", ["pymdownx.superfences", "fenced_code"])
def test_fences_with_options_of_a_missing_plugin_are_code(tmp_path: Path, extension: str) -> None:
    page = FENCES if extension == "pymdownx.superfences" else FENCES.replace("\n> ", "\n").replace("\n>\n", "\n\n")
    files = small_tree(f"plugins: [markdown-exec]\nmarkdown_extensions: [{extension}]\n", page)

    assert checked(files, tmp_path) == (
        ["docs/index.md:27 'no.md'"],
        ["plugin markdown-exec is not installed; checked without it."],
    )


def test_a_fence_that_nobody_reads_is_checked_as_it_is_published(tmp_path: Path) -> None:
    files = small_tree("markdown_extensions: [pymdownx.superfences]\n", "# A\n\n```py play\nx\n\n[q](no.md)\n```\n")
    write(files, tmp_path)
    tree, notes = read_tree(str(tmp_path))

    assert [reference.target for reference in tree.pages["index.md"].references] == ["no.md"]
    assert notes == []
