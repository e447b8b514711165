"""The bytes of a file as text with plain line ends, and what is wrong with them."""

from __future__ import annotations

from playbook.problems import Problem

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def source_text(path: str, content: bytes) -> tuple[str, list[Problem]]:
    """Give the text of a file, mended as far as possible, and a problem for each thing that had to be mended."""
    problems = []
    if content.startswith(BYTE_ORDER_MARK):
        content = content.removeprefix(BYTE_ORDER_MARK)
        problems.append(_byte_order_mark(path))
    if b"\r" in content:
        problems.append(_carriage_return(path, content))
        content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        problems.append(_not_utf_8(path, content, error.start))
        text = content.decode("utf-8", errors="replace")
    if not text.strip():
        problems.append(Problem(path, 1, "", "is an empty file.", "Write the page or delete the file.", "empty-file"))
    return text, problems


def _byte_order_mark(path: str) -> Problem:
    message = "begins with an invisible byte order mark."
    return Problem(path, 1, "U+FEFF", message, 'Save the file as "UTF-8" without BOM.', "byte-order-mark")


def _carriage_return(path: str, content: bytes) -> Problem:
    number = content[: content.index(b"\r")].count(b"\n") + 1
    message = "is the first Windows line end of the file."
    return Problem(path, number, r"\r", message, 'Save the file with "LF" line ends.', "carriage-return")


def _not_utf_8(path: str, content: bytes, start: int) -> Problem:
    number = content[:start].count(b"\n") + 1
    written = f"byte 0x{content[start]:02X}"
    return Problem(path, number, written, "is not UTF-8 text.", 'Save the file as "UTF-8".', "not-utf-8")
