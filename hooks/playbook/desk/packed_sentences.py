"""Sentences as text that packs small: each word is its number, in one to five signs, without anything between them.

The commonest words take one sign, and sentences that begin alike stand together, so that gzip finds them. A number as
digits with blanks between takes a seventh more (measured on our cues). ``search/packed_sentences.js`` reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

# Printable ASCII without the two signs that JSON would double; the blank parts sentences.
SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')
# How many first signs begin a number of so many signs more.
LEADS = ((68, 0), (21, 1), (2, 2), (1, 4))


def packed(words: Iterable[int], signs_of: Mapping[int, str] | Sequence[str]) -> str:
    """Give sentences as one text, each once; their order is lost.

    ``words`` holds them one behind the other, 0 after each, and ``signs_of`` what stands for each word, a blank for 0.
    Sorted as text they come as their numbers would: what begins a number says how long it is.
    """
    return " ".join(sorted({*"".join(map(signs_of.__getitem__, words)).split(" ")} - {""}))


@lru_cache(maxsize=1 << 16)  # the same few numbers come again and again
def signs(number: int) -> str:
    """Give a number as one to five signs."""
    first = 0
    for leads, more in LEADS:
        room = leads * len(SIGNS) ** more
        if number < room:
            return SIGNS[first + number // len(SIGNS) ** more] + _digits(number % len(SIGNS) ** more, more)
        number -= room
        first += leads
    raise ValueError(f"more words than can be packed: {number}")


def _digits(number: int, count: int) -> str:
    return "".join(SIGNS[number // len(SIGNS) ** place % len(SIGNS)] for place in reversed(range(count)))
