"""Labels of references and footnotes that nothing defines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from playbook.links.text.left import Left, Stayed
from playbook.links.verdict import Verdict

_FULL = (
    r"(?<![\\\w\]!])!?\[(?P<text>(?:[^\[\]\\\n]|\\.|\n(?!\s*\n)|\[[^\[\]\n]*\])+)"
    r"\](?:[ ]|\n[ \t]*)?\[(?P<label>[^\[\]\n^]*)\](?![(\[:+*?])"
)
_NOTE = r"(?<![\\\[(])\[\^(?P<label>[\w.:-]+)\](?![:+*?{/)])"
_NOTE_DEFINED = r"(?m)^[ \t>]*\[\^([^\]]+)\]:"
# One word behind the colon, and behind that a title or nothing: what has more makes no definition.
_DEFINED = (
    r"(?m)^[ \t>]*(?:[-*+][ \t]+)?\[(?P<label>[^\]\n]+)\]:[ \t]*\n?[ \t]*[^\s]+[ \t]*"
    r"(?:\n?[ \t]*(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\)))?[ \t]*\r?$"
)
# Characters of a regular expression, or figures: not the name of anything.
_NO_NAME = r"[\d\W_]+|[a-z]-[a-z]|.-.|[\"'].*"


def undefined_references(left: Left, others: str, made_elsewhere: Callable[[str], bool]) -> Iterator[Stayed]:
    """Give every reference with a label that neither the page nor what it includes defines.

    ``made_elsewhere`` tells of a label that a plugin would have defined.
    """
    defined = {_folded(match["label"]) for match in re.finditer(_DEFINED, f"{left.written}\n{others}")}
    for match in re.finditer(_FULL, left.prose):
        text = left.written[match.start("text") : match.end("text")]
        label = left.written[match.start("label") : match.end("label")] or text
        between = left.prose[match.end("text") : match.start("label")]
        if _folded(label) in defined or _is_no_label(text, label) or made_elsewhere(label):
            continue
        # With a blank between them they are two places to fill in, side by side.
        if not re.fullmatch(r"\]\s+\[", between) and left.shows(f"][{match['label']}]"):
            yield match.start(), len(match[0]), _undefined(label)


def _is_no_label(text: str, label: str) -> bool:
    return text.strip() in ("", "x", "X") or text.startswith("^") or bool(re.fullmatch(_NO_NAME, label.strip()))


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()


def _undefined(label: str) -> Verdict:
    name = " ".join(label.split())
    remedy = f"Add a line [{name}]: with its target, or write the target in round brackets."
    return Verdict("undefined-reference", f"names the reference '{name}', which is not defined.", remedy=remedy)


def undefined_notes(left: Left, others: str) -> Iterator[Stayed]:
    """Give every footnote that is named and not written."""
    defined = set(re.findall(_NOTE_DEFINED, f"{left.prose}\n{others}"))
    for match in re.finditer(_NOTE, left.prose):
        if match["label"] not in defined and not _is_class(match["label"]) and left.shows(match[0]):
            remedy = f"Add a line {match[0]}: with the note."
            verdict = Verdict("undefined-footnote", "is a footnote that is not written.", remedy=remedy)
            yield match.start(), len(match[0]), verdict


def _is_class(label: str) -> bool:
    """Tell whether a label is a class of characters in a regular expression, as a-z or a-zA-Z0-9."""
    return bool(re.fullmatch(r"(?:\w-\w)+|[.:_-]+", label))
