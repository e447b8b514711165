"""Links whose brackets are not as Markdown wants them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from playbook.links.text.left import Left, Stayed
from playbook.links.verdict import Verdict

_TARGET = r"(?:<[^>\n]+>|[^\s()\[\]]+)"
# What looks like the target of a link and not like a remark in brackets.
_LINKLIKE = (
    r"(?i)<?(?:https?://\S+|mailto:\S+|\.{0,2}/\S*|#[a-z_][\w-]*"
    r"|[\w./%-]+\.(?:md|html?|png|jpe?g|gif|svg|pdf|webp|css|js|zip|csv)(?:[?#]\S*)?|(?:[\w.-]+/)+(?:#\S*)?)>?"
)
_SPACED = (
    r"(?<!\\)(?P<link>!?\[(?P<text>[^\[\]\n]+)\])(?:[ \t]+|[ \t]*\r?\n[ \t]*)"
    r"\((?P<target>" + _TARGET + r")(?:\s+\"[^\"\n]*\")?\)"
)
_REVERSED = r"(?<![\\\w\]])\((?P<text>[^()\n]+)\)\[(?P<target>[^\[\]\n]+)\](?![(\[:])"
_OPEN = r"(?<!\\)(?P<link>!?\[(?P<text>[^\[\]\n]*)\])\((?P<target><?[^\s()<>]+)(?=[^\n)]*(?:\n|\[|\Z))"
_NO_CLOSE = r"(?<!\\)(?P<link>!?\[(?P<text>[^\[\]()\n]+))\((?P<target>[^\s()]+)\)(?![^\n]*\])"
_WHOLE = r"(?<!\\)!?\[(?P<text>(?:[^\[\]\n\\]|\\.)+)\]\((?P<target>[^\s()]+)\)"
_NO_OPEN = r"(?<![\\\w\]\[)])(?P<text>[\w'-]+)\]\((?P<target>[^\s()]+)\)"
_WRONG_BRACKETS = (
    r"(?<!\\)(?P<link>!?\[(?P<text>[^\[\]\n]+)\])"
    + r"(?:\{(?P<braces>(?:\.{0,2}/|[^\s{}#.:=])[^\s{}=]*)\}|<(?P<angle>[^\s<>/][^\s<>]*)>)"
)


def broken_links(left: Left) -> Iterator[Stayed]:
    """Give every link that is still there as text, with its brackets as they should be."""
    for find in (_spaced, _reversed, _open, _without_close, _without_open, _in_wrong_brackets):
        yield from find(left)


def _spaced(left: Left) -> Iterator[Stayed]:
    for match in _link_like(_SPACED, left, lambda match: f"] ({match['target']}"):
        yield _broken(match, f"{match['link']}({match['target']})", "has a space between text and target.")


def _reversed(left: Left) -> Iterator[Stayed]:
    for match in _link_like(_REVERSED, left, lambda match: f")[{match['target']}]"):
        yield _broken(match, f"[{match['text']}]({match['target']})", "has its brackets the wrong way round.")


def _open(left: Left) -> Iterator[Stayed]:
    for match in _link_like(_OPEN, left, lambda match: f"]({_ended(match['target'])}"):
        meant = f"{match['link']}({_ended(match['target'])})" if match["text"] else ""
        yield _broken(match, meant, "is a link that is not closed.")


def _without_close(left: Left) -> Iterator[Stayed]:
    for match in _link_like(_NO_CLOSE, left, lambda match: f"({match['target']})"):
        yield _broken(match, f"{match['link'].rstrip()}]({match['target']})", "lacks the bracket behind its text.")


def _without_open(left: Left) -> Iterator[Stayed]:
    closed = [match.span() for match in re.finditer(_WHOLE, left.prose)]
    for match in _link_like(_NO_OPEN, left, lambda match: f"{match['text']}]({match['target']})"):
        if not any(start <= match.start() < end for start, end in closed):
            yield _broken(match, f"[{match['text']}]({match['target']})", "lacks the bracket in front of its text.")
    yield from _unread(left)


def _unread(left: Left) -> Iterator[Stayed]:
    """Give the links that are whole and yet stayed text: inside raw HTML nothing is read as Markdown."""
    for match in _link_like(_WHOLE, left, lambda match: match[0]):
        remedy = 'Write markdown="1" into the tag around it (extension md_in_html), or an <a href>.'
        message = "stands in raw HTML, where Markdown is not read."
        yield match.start(), len(match[0]), Verdict("broken-markup", message, remedy=remedy)


def _in_wrong_brackets(left: Left) -> Iterator[Stayed]:
    for match in re.finditer(_WRONG_BRACKETS, left.prose):
        target = match["braces"] or match["angle"]
        # An address between angle brackets is a link by itself, so that the brackets are gone.
        shown = left.shows(f"]{{{target}}}") or left.shows(f"]<{target}>") or left.shows(f"]{target}")
        shown = shown or (bool(match["angle"]) and left.shows(match["link"]))
        if re.fullmatch(_LINKLIKE, target) and shown:
            yield _broken(match, f"{match['link']}({target})", "has its target in the wrong kind of brackets.")


def _link_like(pattern: str, left: Left, shown: Callable[[re.Match[str]], str]) -> Iterator[re.Match[str]]:
    """Give the matches whose target looks like one and of which this piece stayed text."""
    for match in re.finditer(pattern, left.prose):
        if re.fullmatch(_LINKLIKE, _ended(match["target"]).lstrip("<")) and left.shows(shown(match)):
            yield match


def _ended(target: str) -> str:
    """Give a target without the signs that end the sentence around it."""
    return target.rstrip(".,;:!?")


def _broken(match: re.Match[str], meant: str, message: str) -> Stayed:
    return match.start(), len(match[0]), Verdict("broken-markup", message, meant)
