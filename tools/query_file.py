"""Read a file of queries: JSON lines with what somebody typed and, if known, the guides and lines that answer it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Query:
    """Something typed into the ask box; ``best`` and ``lines`` are None when nobody has judged what answers it.

    ``lines`` and ``never`` are moments: those whose line fits, and those whose line would do harm. A ``closed`` query
    counts in totals only, so that nobody tunes by it.
    """

    text: str
    best: tuple[str, ...] | None = None
    ok: tuple[str, ...] = ()
    lines: tuple[str, ...] | None = None
    never: tuple[str, ...] = ()
    closed: bool = False


class QueryError(Exception):
    """A file of queries cannot be used; the text says where and why."""


def read_queries(path: Path) -> list[Query]:
    """Give the queries of a file, one for each line that is not blank."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise QueryError(f"{path}:1: cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        number = error.object[: error.start].count(b"\n") + 1
        raise QueryError(f"{path}:{number}: is not UTF-8 text.") from None
    queries = [_query(f"{path}:{number}", line) for number, line in enumerate(lines, 1) if line.strip()]
    if not queries:
        raise QueryError(f"{path}:1: has no query.")
    return queries


def _query(place: str, line: str) -> Query:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        raise QueryError(f"{place}: is not a line of JSON.") from None
    if not isinstance(fields, dict):
        raise QueryError(f'{place}: is not an object as {{"query": "they said no"}}.')
    if "query" not in fields:
        raise QueryError(f'{place}: has no "query".')
    text = fields["query"]
    if not isinstance(text, str) or not text.strip():
        raise QueryError(f'{place}: "query" must be a text that is not empty.')
    best = _ids(place, fields, "best", "guide ids") if "best" in fields else None
    lines = _ids(place, fields, "lines", "moments") if "lines" in fields else None
    ok, never = _ids(place, fields, "ok", "guide ids"), _ids(place, fields, "never", "moments")
    return Query(text, best, ok, lines, never, _closed(place, fields))


def _ids(place: str, fields: dict[str, Any], key: str, what: str) -> tuple[str, ...]:
    ids = fields.get(key, [])
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise QueryError(f'{place}: "{key}" must be a list of {what}.')
    return tuple(ids)


def _closed(place: str, fields: dict[str, Any]) -> bool:
    half = fields.get("half", "open")
    if half not in ("open", "closed"):
        raise QueryError(f'{place}: "half" must be "open" or "closed".')
    return bool(half == "closed")
