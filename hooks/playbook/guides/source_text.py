"""The bytes of a file as text with plain line ends, and what is wrong with them."""

from __future__ import annotations

import codecs
import re

from playbook.guides.invisible_sign import without_invisible
from playbook.guides.merge_conflict import without_conflicts
from playbook.guides.nesting import without_deep_lines
from playbook.problems import Problem

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# What an editor of Windows saves by default; it gives a letter to nearly every byte.
_NARROW = "cp1252"
_SAVE = 'Save the file as "UTF-8".'


def source_text(path: str, content: bytes) -> tuple[str, list[Problem]]:
    """Give the text of a file, mended as far as possible, and a problem for each thing that had to be mended.

    What is no text at all gives none.
    """
    text, problems = _decoded(path, content)
    if "\r" in text:
        problems.append(_carriage_return(path, text))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for mend in (without_conflicts, without_invisible, without_deep_lines):
        text, found = mend(path, text)
        problems += found
    if not text.strip() and not problems:
        problems.append(Problem(path, 1, "", "is an empty file.", "Write the page or delete the file.", "empty-file"))
    return text, problems


def _decoded(path: str, content: bytes) -> tuple[str, list[Problem]]:
    wide = next((name for mark, name in _WIDE if content.startswith(mark)), "")
    if wide:
        told = Problem(path, 1, wide, "is how the file is saved.", _SAVE, "not-utf-8")
        return content.decode(wide, errors="replace"), [told]
    if b"\x00" in content:
        message, hint = "stands in no text: the file holds something else.", f"Delete it. If it is a text: {_SAVE}"
        return "", [Problem(path, 1, "byte 0x00", message, hint, "not-utf-8")]
    return _from_utf_8(path, content)


def _from_utf_8(path: str, content: bytes) -> tuple[str, list[Problem]]:
    problems = []
    if content.startswith(BYTE_ORDER_MARK):
        content = content.removeprefix(BYTE_ORDER_MARK)
        problems.append(_byte_order_mark(path))
    try:
        return content.decode("utf-8"), problems
    except UnicodeDecodeError as error:
        problems.append(_not_utf_8(path, content, error.start))
        return content.decode(_NARROW, errors="replace"), problems


def _byte_order_mark(path: str) -> Problem:
    message = "begins with an invisible byte order mark."
    return Problem(path, 1, "U+FEFF", message, 'Save the file as "UTF-8" without BOM.', "byte-order-mark")


def _carriage_return(path: str, text: str) -> Problem:
    number = text[: text.index("\r")].count("\n") + 1
    message = "is the first Windows line end of the file."
    return Problem(path, number, r"\r", message, 'Save the file with "LF" line ends.', "carriage-return")


def _not_utf_8(path: str, content: bytes, start: int) -> Problem:
    number = content[:start].count(b"\n") + 1
    written = f"byte 0x{content[start]:02X}"
    return Problem(path, number, written, "is not UTF-8 text.", _SAVE, "not-utf-8")


def without_code(path: str, text: str) -> str:
    """Give a text of the same length with blanks where a page shows code, and in the remarks of other files."""
    pattern = r"(?<!`)(`+)(?!`)(?:(?!\n\n).)*?(?<!`)\1(?!`)" if path.endswith(".md") else r"^\s*#[^\n]*"
    return re.sub(pattern, lambda match: re.sub(r"[^\n]", " ", match[0]), text, flags=re.DOTALL | re.MULTILINE)
