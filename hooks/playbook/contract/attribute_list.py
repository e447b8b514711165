"""Attribute lists, as ``{#an-id}`` behind a heading: they may name an id or a class, and nothing that acts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.guides.source_text import without_code
from playbook.problems import Problem

# Where Markdown reads one: behind a link, a picture or emphasis, or at the end of a block.
_LIST = re.compile(r"(?:(?<=[\])*_`])|(?<=\s)(?=\{[^{}\n]*\}[ ]*$)|^[ ]*)\{:?(?P<inside>[^{}\n]*)\}", re.MULTILINE)
_NAMED = re.compile(r"[#.][\w:.-]+")
_WORDS = re.compile(r"[^\s\"'=]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"']*))?|\S")


def attribute_list_problems(path: str, text: str) -> Iterator[Problem]:
    """Give every word of an attribute list that sets anything but an id or a class."""
    if "{" not in text or not path.endswith(".md"):
        return
    for match in _LIST.finditer(without_code(path, text)):
        odd = next((word for word in _WORDS.findall(match["inside"]) if not _NAMED.fullmatch(word)), "")
        if odd:
            number = text.count("\n", 0, match.start("inside")) + 1
            message, hint = "sets more than an id or a class.", "Keep {#an-id} or {.a-class} at most."
            yield Problem(path, number, match[0].strip(), message, hint, "attribute-list")
