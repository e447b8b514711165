"""How plain text is printed: with the apostrophes and quotes of print, as Markdown's `smarty` sets those of prose."""

from __future__ import annotations

import re

_OPENING = re.compile(r'(?<![^\s(\[–-])"(?=\S)')
_MARKS = str.maketrans({"'": "’", '"': "”"})


def typeset(text: str) -> str:
    """Give a text with typographic apostrophes and quotes; a single mark is taken for an apostrophe."""
    if '"' not in text:
        return text.replace("'", "’")
    return _OPENING.sub("“", text).translate(_MARKS)
