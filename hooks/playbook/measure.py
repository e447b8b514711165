"""How long a text is for a reader: its words and its sentences."""

from __future__ import annotations

import re
from itertools import pairwise

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_WORD = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+)*", re.UNICODE)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")


def words(text: str) -> list[str]:
    """Give the words of a text; of a link its text counts, its address does not."""
    return _WORD.findall(_LINK.sub(r"\1", text))


def sentences(text: str) -> list[str]:
    """Give the sentences of a text, each without surrounding space."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    parts = [text[start:end].strip() for start, end in pairwise([0, *ends, len(text)])]
    return [part for part in parts if part]
