"""Folding a text into the words that are searched; ``overrides/assets/playbook/search/words.js`` holds the same rules.

lunr's own stemmers disagree between Python and JavaScript on common words (pay, buy, why, money), so an index
made by one silently misses words asked by the other. Hence one small stemmer of our own, written twice and
tested on the same cases. It only takes off what is safe: plurals, -ing, -ed and a silent e. Short words and
stop words stay, since "why not" and "they said no" live on them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_APOSTROPHES = "['’‘ʼ`´]"
# The apostrophe is looked for first, since few signs are one.
_INNER_APOSTROPHE = re.compile(rf"{_APOSTROPHES}(?<=[^\W_].)(?=[^\W_])")
END = "."  # no word holds it
_VOWELS = re.compile(r"[aeiouy]+")
_CLOSED = re.compile(r"(?:^|[^aeiouy])[aeiouy][^aeiouwxy]$")
_DOUBLED = re.compile(r"([bcdghjkmnpqrtvwx])\1$")

# Words that the rules below would take apart wrongly.
_IRREGULAR = {
    "agreed": "agree",
    "does": "do",
    "evening": "evening",
    "goes": "go",
    "guaranteed": "guarantee",
    "news": "news",
    "used": "use",
    "using": "use",
}


def stems(text: str) -> list[str]:
    """Give the stems of all words of a text, in order."""
    return [stem(word) for word in folded(text)]


def folded(text: str) -> list[str]:
    """Give the words of a text in lower case, without accents and without apostrophes."""
    return _folded(text).split()


def words_with_ends(texts: Sequence[str]) -> list[str]:
    """Give the words of all texts, none of which holds a line end, in a row with `END` after each text.

    All at once, which takes a quarter of the time.
    """
    return _folded("\n".join([*texts, ""])).replace("\n", f" {END} ").split()


def run_together(texts: Sequence[str]) -> list[str]:
    """Give the letters and figures of each text alone: texts with the same words have the same, and few others."""
    lines = iter("\n".join(filter(str.isascii, texts)).lower().translate(_LETTERS_ALONE).split("\n"))
    return [next(lines) if text.isascii() else "".join(folded(text)) for text in texts]


def _folded(text: str) -> str:
    # Before decomposing, since the acute accent typed as an apostrophe decomposes into a space.
    joined = _INNER_APOSTROPHE.sub("", unicodedata.normalize("NFC", text))
    return unicodedata.normalize("NFKD", joined).lower().translate(_LETTERS)


@lru_cache(maxsize=1 << 14)  # most words of a text are words it had before
def stem(word: str) -> str:
    """Give what a folded word has in common with its plural and its other verb forms."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return _without_silent_end(_without_tense(_without_plural(word)))


class _Letters(dict[int, str]):
    """What becomes of each sign: letters, figures and line ends stay, accents go, the rest parts words; asked once."""

    def __missing__(self, code: int) -> str:
        category = unicodedata.category(chr(code))[0]
        self[code] = "" if category == "M" else chr(code) if category in "LN" else " "
        return self[code]


_LETTERS = _Letters({ord("\n"): "\n"})
_LETTERS_ALONE = {code: None for code in range(128) if not chr(code).isalnum() and chr(code) != "\n"}


def _without_plural(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")) and _VOWELS.search(word[:-2]):
        return word[:-2]
    return word[:-1]


def _without_tense(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ing") and len(word) > 4:
        return _verb(word, word[:-3])
    if word.endswith("ed") and len(word) > 4 and not word.endswith("eed"):
        return _verb(word, word[:-2])
    return word


def _verb(word: str, rest: str) -> str:
    if not _VOWELS.search(rest):
        return word
    if len(rest) > 3 and _DOUBLED.search(rest):
        return rest[:-1]
    return rest + "e" if _needs_e(rest) else rest


def _without_silent_end(word: str) -> str:
    if word.endswith("ll") and _syllables(word) > 1:
        return word[:-1]
    if word.endswith("ie") and len(word) > 4:
        return word[:-2] + "y"
    if word.endswith("e") and not word.endswith("ee") and len(word) > 3 and not _needs_e(word[:-1]):
        return word[:-1]
    return word


def _needs_e(rest: str) -> bool:
    """Say whether the word would be another without its e, as hope and hop, here and her."""
    return _syllables(rest) == 1 and _CLOSED.search(rest) is not None


def _syllables(word: str) -> int:
    return len(_VOWELS.findall(word))
