"""Limits on length: a text with more words, or a section with more or fewer items, than it may have."""

from __future__ import annotations

from playbook.measure import words
from playbook.problems import Problem


def too_long(path: str, number: int, text: str, what: str, most: int) -> list[Problem]:
    """Give a problem when a text has more words than ``most``."""
    count = len(words(text))
    if count <= most:
        return []
    message = f"has {count} words; the limit for {what} is {most}."
    return [Problem(path, number, text, message, f"Cut {count - most}.", "too-long")]


def wrong_count(path: str, number: int, written: str, what: str, count: int, bounds: tuple[int, int]) -> list[Problem]:
    """Give a problem when there are fewer or more of something than the bounds allow."""
    fewest, most = bounds
    if fewest <= count <= most:
        return []
    wanted = str(most) if fewest == most else f"{fewest} to {most}" if fewest else f"at most {most}"
    hint = f"Add {fewest - count}." if count < fewest else f"Take out {count - most}."
    message = f"has too {'few' if count < fewest else 'many'} {what} ({count}); it needs {wanted}."
    return [Problem(path, number, written, message, hint, "wrong-count")]
