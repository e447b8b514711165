"""The text of a link as a reader sees it: whether it says where the link leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.tree.source import Source
from playbook.tree.values import Reference
from playbook.tree.verdict import Verdict

CLEAR, EMPTY, VAGUE = "clear", "empty", "vague"

_CLICK = r"(?:please )?(?:click|tap|press) (?:here|this|on this|this link|on this link|me)"
_NO_TEXT = Verdict(
    "empty-text", "has no text, so nobody can see or hear it.", remedy="Write what is found there as its text."
)
_NO_SENSE = Verdict(
    "vague-text",
    "has a text that does not say where it leads.",
    remedy="Write what is found there between the brackets.",
)
_BARE = r"(?i)<a\s[^<>]*?href=[\"'](?P<target>[^\"'<>]+)[\"'][^<>]*>\s*</a>"


def label_of(text: str) -> str:
    """Give what a text is worth: pages keep no more of it."""
    if len(text) > 60:
        return CLEAR
    label = " ".join(text.split())
    if not label:
        return EMPTY
    return VAGUE if re.fullmatch(_CLICK, label.rstrip(".!"), re.IGNORECASE) else CLEAR


def label_verdict(reference: Reference) -> Verdict | None:
    """Give what is wrong with the text of a link, or nothing; raw HTML comes in pieces and may only seem empty."""
    if reference.label == CLEAR or not reference.target:
        return None
    if reference.label == VAGUE:
        return _NO_SENSE
    return None if reference.raw else _NO_TEXT


def label_places(source: Source, target: str, code: str) -> list[int]:
    """Give the places of links whose fault is their text, which a target alone does not find."""
    text = r"[ \t]*" if code == "empty-text" else r"[^\]\[]*"
    if code == "vague-text":
        text = rf"[*_ ]*{_CLICK}[.!*_ ]*"
    end = re.escape(target) if target else r"[ \t]*(?:<>)?[ \t]*(?=[)\"'])"
    found = [match.start("t") for match in re.finditer(rf"(?i)\[{text}\]\(\s*<?(?P<t>{end})", source.prose)]
    if found:
        return found
    if code == "empty-target":
        return [match.start() for match in re.finditer(r"(?:href|src)=(?:\"\s*\"|'\s*')", source.body)]
    pattern = rf"(?i)href=[\"']?(?P<t>{re.escape(target)})[\"']?[^>]*>\s*{text}\s*</a>"
    return [match.start("t") for match in re.finditer(pattern, source.body)]


def has_bare_link(html: str) -> bool:
    """Tell whether rendered HTML holds a link without a text."""
    return bool(re.search(_BARE, html))


def bare_links(source: Source) -> Iterator[tuple[int, str, Verdict]]:
    """Give the links in raw HTML without a text: only the whole page shows them."""
    for match in re.finditer(_BARE, source.prose):
        if not re.search(r"aria-label|title=|\sid=|\sname=", match[0]):
            yield match.start("target"), match["target"], _NO_TEXT
