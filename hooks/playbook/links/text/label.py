"""The text of a link as a reader sees it: whether it says where the link leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.links.text.source import Source
from playbook.links.values import Page, Reference
from playbook.links.verdict import Verdict
from playbook.problems import Problem

_BLANK = r"(?:\s|&nbsp;|\xa0)+"
CLEAR, EMPTY, VAGUE = "clear", "empty", "vague"

_CLICK = r"(?:please )?(?:click|tap|press) (?:here|this|on this|this link|on this link|me)".replace(" ", _BLANK)
_NO_TEXT = Verdict(
    "empty-text", "has no text, so nobody can see or hear it.", remedy="Write what is found there as its text."
)
_NO_SENSE = Verdict(
    "vague-text",
    "has a text that does not say where it leads.",
    remedy="Write what is found there between the brackets.",
)
_NO_TARGET = (
    r"(?i)<(?:a|img|script|iframe|source|video|audio|embed)\b[^<>]*?\s"
    r"(?P<t>(?:href|src)(?:=(?:\"\s*\"|'\s*')|(?!\s*=)(?=[\s>])))"
)
# Without a target, and without the braces behind it that make it a place to link to.
_NO_TARGET_IN_MARKDOWN = r"(?<!\\)!?\[[^\]\[]*\]\((?P<t>)\s*(?:<>)?\s*(?:\"[^\"\n]*\"|'[^'\n]*')?\s*\)(?!\{[^}\n]*#)"
_BAD_LABEL = (
    r"(?is)<a\s[^<>]*?href=(?P<q>[\"']?)(?P<target>[^\"'<>\s]+)(?P=q)[^<>]*>"
    rf"(?P<text>(?:\s|&nbsp;|\xa0|<br\s*/?>|</?(?:span|strong|em|b|i)>|{_CLICK}[.!]?)*)</a>"
)


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
    if code == "empty-target":
        found = [*re.finditer(_NO_TARGET_IN_MARKDOWN, source.prose), *re.finditer(_NO_TARGET, source.prose)]
        return [match.start("t") for match in found]
    text = rf"[*_ ]*{_CLICK}[.!*_ ]*" if code == "vague-text" else r"(?:\s|&nbsp;)*"
    inline = rf"(?i)\[{text}\]\(\s*<?(?P<t>{re.escape(target)})"
    attribute = rf"(?i)href=[\"']?(?P<t>{re.escape(target)})[\"']?[^>]*>\s*{text}\s*</a>"
    found = list(re.finditer(inline, source.prose)) or list(re.finditer(attribute, source.body))
    return [match.start("t") for match in found]


def has_bad_label(page: Page) -> bool:
    """Tell whether a page may hold a link in raw HTML whose text says nothing."""
    raw = any(reference.raw and reference.tag == "a" for reference in page.references)
    return raw and bool(re.search(_BAD_LABEL, page.html))


def bad_labels(page: Page, source: Source) -> Iterator[Problem]:
    """Give the links in raw HTML whose text says nothing: they come to Markdown in pieces, only the page is whole."""
    if not has_bad_label(page):
        return
    for match in re.finditer(_BAD_LABEL, source.prose):
        named = re.search(r"(?i)aria-label|title=|\sid=|\sname=", match[0])
        said = re.sub(r"<[^>]*>|&nbsp;", " ", match["text"]).strip()
        if said or not named:
            yield source.told(match.start("target"), match["target"], _NO_SENSE if said else _NO_TEXT)
