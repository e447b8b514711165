"""A fingerprint names contents: the order does not matter, every byte does."""

from __future__ import annotations

from playbook.site.fingerprint import fingerprint


def test_the_same_files_have_the_same_name_in_any_order() -> None:
    assert fingerprint({"a.md": b"one", "b.md": b"two"}) == fingerprint({"b.md": b"two", "a.md": b"one"})


def test_ten_hexadecimal_digits_are_a_name() -> None:
    assert fingerprint({"a.md": b"one"}) == "a386158d08"


def test_another_byte_another_path_or_another_border_makes_another_name() -> None:
    files = [{"a": b"bc"}, {"a": b"bd"}, {"b": b"bc"}, {"ab": b"c"}, {"a": b"b", "c": b""}, {"a": b"", "bc": b""}, {}]

    assert len({fingerprint(contents) for contents in files}) == len(files)
