"""Which known name a misspelt one surely meant: the one that is near and clearly nearer than any other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Ratio of difflib from which two names count as near, and by which one must be nearer than the next.
_NEAR, _NEARER = 0.8, 0.03


def nearest(written: str, known: Iterable[str], *, figures_count: bool = True) -> str:
    """Give the one known name that is near and clearly nearer than any other, or nothing.

    Names that differ in a figure are two names, step-2 and step-3, unless figures do not count.
    """
    import difflib  # needed only where something is wrong, and slow to load

    pool = sorted({*known} - {written})
    slips = [name for name in pool if _is_slip(written, name) or name.casefold() == written.casefold()]
    found = slips if len(slips) == 1 else difflib.get_close_matches(written, pool, n=2, cutoff=_NEAR)
    if not found or (figures_count and _figures(found[0]) != _figures(written)):
        return ""
    if len(found) == 1:
        return found[0]
    scores = [difflib.SequenceMatcher(None, name, written).ratio() for name in found]
    return found[0] if scores[0] - scores[1] > _NEARER else ""


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Give 'Did you mean "x"?' for the one known name that is near, else nothing."""
    near = nearest(written, known, figures_count=False)
    return f'Did you mean "{near}"?' if near else ""


def plain(text: str) -> str:
    """Give a name without accents, capitals and signs, so that all ways to spell it are one."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[\W_]+", "-", "".join(sign for sign in decomposed if not unicodedata.combining(sign))).strip("-")


def _figures(name: str) -> str:
    """Give the figures of a name."""
    return re.sub(r"\D", "", name)


def _is_slip(written: str, name: str) -> bool:
    """Tell whether two letters of a short name changed places: difflib finds nothing near in so few letters."""
    if len(written) != len(name) or not 3 <= len(name) <= 6:
        return False
    wrong = [place for place in range(len(name)) if written[place] != name[place]]
    if len(wrong) != 2 or wrong[1] - wrong[0] != 1:
        return False
    first, second = wrong
    return written[first] == name[second] and written[second] == name[first]
