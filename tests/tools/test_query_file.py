"""A file of queries is read, or refused with the place of its first mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from query_file import Query, QueryError, read_queries

REFUSED = {
    "broken JSON": (b'{"query": "a"}\n{"query": "b"', "2: is not a line of JSON."),
    "JSON nested without end": (b"[" * 100_000, "1: is not a line of JSON."),
    "a list": (b"[]", '1: is not an object as {"query": "they said no"}.'),
    "no query": (b'\n{"best": []}', '2: has no "query".'),
    "a number for a query": (b'{"query": 7}', '1: "query" must be a text that is not empty.'),
    "a blank query": (b'{"query": " "}', '1: "query" must be a text that is not empty.'),
    "best as text": (b'{"query": "a", "best": "phone-first"}', '1: "best" must be a list of guide ids.'),
    "best as null": (b'{"query": "a", "best": null}', '1: "best" must be a list of guide ids.'),
    "ok with numbers": (b'{"query": "a", "ok": [1]}', '1: "ok" must be a list of guide ids.'),
    "lines as text": (b'{"query": "a", "lines": "price#pri-1"}', '1: "lines" must be a list of moments.'),
    "never as null": (b'{"query": "a", "never": null}', '1: "never" must be a list of moments.'),
    "a third half": (b'{"query": "a", "half": "left"}', '1: "half" must be "open" or "closed".'),
    "Latin-1": (b'{"query": "a"}\n{"query": "caf\xe9"}', "2: is not UTF-8 text."),
    "nothing": (b"\n\n", "1: has no query."),
}


def test_a_query_may_come_with_or_without_the_guides_that_answer_it(tmp_path: Path) -> None:
    file = tmp_path / "queries.jsonl"
    file.write_text(
        '{"query": "they said no"}\n\n'
        '{"query": "weather", "best": []}\r\n'
        '{"query": "caf\\u00e9\u2028?", "best": ["phone-first"], "ok": ["step-back"], "kind": "said"}',
        encoding="utf-8",
    )
    assert read_queries(file) == [
        Query("they said no", None),
        Query("weather", ()),
        Query("café\u2028?", ("phone-first",), ("step-back",)),
    ]


def test_a_query_may_come_with_the_moments_that_fit_and_those_that_do_harm(tmp_path: Path) -> None:
    file = tmp_path / "said.jsonl"
    file.write_text(
        '{"query": "a", "lines": ["price#pri-1"], "never": ["price#pri-9"], "best": ["price"], "half": "closed"}\n'
        '{"query": "b", "lines": [], "half": "open"}',
        encoding="utf-8",
    )
    assert read_queries(file) == [
        Query("a", ("price",), (), ("price#pri-1",), ("price#pri-9",), closed=True),
        Query("b", None, (), ()),
    ]


@pytest.mark.parametrize(("content", "mistake"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_cannot_be_used_is_refused_with_the_line(tmp_path: Path, content: bytes, mistake: str) -> None:
    file = tmp_path / "queries.jsonl"
    file.write_bytes(content)
    with pytest.raises(QueryError) as refused:
        read_queries(file)
    assert str(refused.value) == f"{file}:{mistake}"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QueryError) as refused:
        read_queries(tmp_path / "none.jsonl")
    assert str(refused.value) == f"{tmp_path}/none.jsonl:1: cannot be read: No such file or directory."
