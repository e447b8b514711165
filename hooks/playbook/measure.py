"""How long and how hard a text is for a reader, and when it has more than it may: words, sentences, seconds, grade."""

from __future__ import annotations

import re
from itertools import pairwise

from playbook.problems import Problem

SPOKEN_WORDS_A_MINUTE = 173

_VOWELS = re.compile(r"[aeiouy]+")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_WORD = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+)*", re.UNICODE)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")


def words(text: str) -> list[str]:
    """Give the words of a text; of a link its text counts, its address does not."""
    return _WORD.findall(_LINK.sub(r"\1", text) if "](" in text else text)


def sentences(text: str) -> list[str]:
    """Give the sentences of a text, each without surrounding space."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    parts = [text[start:end].strip() for start, end in pairwise([0, *ends, len(text)])]
    return [part for part in parts if part]


def seconds_to_say(text: str) -> float:
    """Give the seconds it takes to say a text at 173 words a minute, a seller's usual pace (a vendor's figure)."""
    return len(words(text)) * 60 / SPOKEN_WORDS_A_MINUTE


def grade(text: str) -> float:
    """Give the Flesch-Kincaid reading grade of a text, 0 for a text without words (Kincaid and others 1975)."""
    found = words(text)
    if not found:
        return 0.0
    a_sentence = len(found) / max(1, len(sentences(text)))
    a_word = sum(syllables(word) for word in found) / len(found)
    return 0.39 * a_sentence + 11.8 * a_word - 15.59


def syllables(word: str) -> int:
    """Give the syllables of an English word, counted as groups of vowels; a silent final e does not count."""
    spoken = word.lower()
    groups = len(_VOWELS.findall(spoken))
    silent = spoken.endswith("e") and not spoken.endswith(("le", "ee", "ye"))
    silent = silent or (spoken.endswith("ed") and spoken[-3:-2] not in ("t", "d"))
    return max(1, groups - silent)


def too_long(path: str, number: int, text: str, what: str, most: int, written: str = "") -> list[Problem]:
    """Give a problem when a text has more words than ``most``; ``written`` stands for one that is too long to quote."""
    if len(text) <= 2 * most:
        return []  # so few signs hold no more words, and nearly every text is as short as that
    count = len(words(text))
    if count <= most:
        return []
    message = f"has {count} words; the limit for {what} is {most}."
    return [Problem(path, number, written or text, message, f"Cut {count - most}.", "too-long")]


def wrong_count(path: str, number: int, written: str, what: str, count: int, bounds: tuple[int, int]) -> list[Problem]:
    """Give a problem when there are fewer or more of something than the bounds allow."""
    fewest, most = bounds
    if fewest <= count <= most:
        return []
    wanted = str(most) if fewest == most else f"{fewest} to {most}" if fewest else f"at most {most}"
    hint = f"Add {fewest - count}." if count < fewest else f"Take out {count - most}."
    message = f"has too {'few' if count < fewest else 'many'} {what} ({count}); it needs {wanted}."
    return [Problem(path, number, written, message, hint, "wrong-count")]
