"""Edits of a tree as data: what is written into which file."""

from __future__ import annotations

from collections.abc import Mapping

Files = dict[str, bytes]
# The whole of a file, or what is put into the place of a piece of it.
Edit = str | bytes | tuple[str, str]
Edits = Mapping[str, Edit]


def edited(files: Mapping[str, bytes], edits: Edits) -> Files:
    """Give files with their edits made."""
    return {**files, **{path: _edited(files, path, edit) for path, edit in edits.items()}}


def line_of(files: Mapping[str, bytes], path: str, mark: str) -> int:
    """Give the number of the first line that holds a text."""
    text = files[path].decode("utf-8", "replace")
    return text[: text.index(mark)].count("\n") + 1


def _edited(files: Mapping[str, bytes], path: str, edit: Edit) -> bytes:
    if isinstance(edit, bytes):
        return edit
    if isinstance(edit, str):
        return edit.encode()
    old, new = (part.encode() for part in edit)
    assert old in files[path], f"{path} lacks {edit[0]}"
    return files[path].replace(old, new, 1)
