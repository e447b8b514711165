"""Links that were meant and did not become links: what is left of them in the rendered text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from playbook.links.ground import Ground
from playbook.links.relative_link import from_address
from playbook.links.target.scheme import is_elsewhere
from playbook.links.text.leftover import seen
from playbook.links.text.places import canonical
from playbook.links.text.source import Source
from playbook.links.values import Page
from playbook.links.verdict import Verdict
from playbook.problems import Problem

_WIKI = r"(?<![\\\[\w])!?\[\[(?P<target>[^\[\]\n]+)\]\](?!\()"
# Tables of contents, lists of data and classes of regular expressions have two brackets, too.
_NO_WIKI = r"(?i)toc|[\d\s.,;:+*/%-]*|.*[\"'`=,].*|[:.=][\w-]+[:.=]"
_WIKI_LINK = Verdict("wiki-link", "is a link of a wiki, which stays text here.", remedy="Write it as [text](page.md).")

_NOTE = r"(?<![\\\[(])\[\^(?P<label>[\w.:-]+)\](?![:+*?{/)])"
_NOTE_DEFINED = r"(?m)^[ \t>]*\[\^([^\]]+)\]:"
_CLASS = r"(?:\w-\w)+|[.:_-]+"  # of characters in a regular expression, as a-z or a-zA-Z0-9

_REFERENCE = (
    r"(?<![\\\w\]!])!?\[(?P<text>(?:[^\[\]\\\n]|\\.|\n(?!\s*\n)|\[[^\[\]\n]*\])+)"
    r"(?P<between>\](?:[ ]|\n[ \t]*)?\[)(?P<label>[^\[\]\n^]*)\](?![(\[:+*?])"
)
# One word behind the colon, and behind that a title or nothing: what has more makes no definition.
_DEFINED = (
    r"(?m)^[ \t>]*(?:[-*+][ \t]+)?\[(?P<label>[^\]\n]+)\]:[ \t]*\n?[ \t]*[^\s]+[ \t]*"
    r"(?:\n?[ \t]*(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\)))?[ \t]*\r?$"
)
# Characters of a regular expression, or figures: not the name of anything.
_NO_NAME = r"[\d\W_]+|[a-z]-[a-z]|.-.|[\"'].*"

# The number of an issue, which often has its author behind it, in brackets, too.
_TAG = r"(?i)(?:(?:PR|MR|GH|issue|bug)[ -]?[#!]?|[#!])\d+"

# What looks like the target of a link and not like a remark in brackets.
_LINKLIKE = (
    r"(?i)(?:https?://\S+|mailto:\S+|\.{0,2}/\S*|#[a-z_][\w-]*"
    r"|[\w./%-]+\.(?:md|html?|png|jpe?g|gif|svg|pdf|webp|css|js|zip|csv)(?:[?#]\S*)?|(?:[\w.-]+/)+(?:#\S*)?)>?"
)
_LINK = r"(?<!\\)(?P<link>!?\[(?P<text>[^\[\]\n]+)\])"
_WHOLE = r"(?<!\\)!?\[(?P<text>(?:[^\[\]\n\\]|\\.)+)\]\((?P<target>[^\s()]+)\)"
_NO_OPEN = r"(?<![\\\w\]\[)])(?P<text>[\w'-]+)\]\((?P<target>[^\s()]+)\)"
_KIND = "has its target in the wrong kind of brackets."
_SPACED = _LINK + r"(?:[ \t]+|[ \t]*\r?\n[ \t]*)\((?P<target><[^>\n]+>|[^\s()\[\]]+)(?:\s+\"[^\"\n]*\")?\)"
# A link with wrong brackets, the pieces of which one stays text, how it is right, and what is wrong with it.
_WRONG_LINKS: tuple[tuple[str, tuple[str, ...], str, str], ...] = (
    (_SPACED, ("] ({target}",), "{link}({target})", "has a space between text and target."),
    (
        r"(?<![\\\w\]])\((?P<text>[^()\n]+)\)\[(?P<target>[^\[\]\n]+)\](?![(\[:])",
        *((")[{target}]",), "[{text}]({target})", "has its brackets the wrong way round."),
    ),
    (
        r"(?<!\\)(?P<link>!?\[(?P<text>[^\[\]\n]*)\])\((?P<target><?[^\s()<>]+)(?=[^\n)]*(?:\n|\[|\Z))",
        *(("]({ended}",), "{link}({ended})", "is a link that is not closed."),
    ),
    (
        r"(?<!\\)(?P<link>!?\[(?P<text>[^\[\]()\n]+?))[ \t]*\((?P<target>[^\s()]+)\)(?![^\n]*\])",
        *(("({target})",), "{link}]({target})", "lacks the bracket behind its text."),
    ),
    (_NO_OPEN, ("{text}]({target})",), "[{text}]({target})", "lacks the bracket in front of its text."),
    (_WHOLE, ("{whole}",), "", "stands in raw HTML, where Markdown is not read."),
    # An address between angle brackets is a link by itself, so that the brackets are gone.
    (
        _LINK + r"\{(?P<target>(?:\.{0,2}/|[^\s{}#.:=])[^\s{}=]*)\}",
        *(("]{{{target}}}", "]{target}"), "{link}({target})", _KIND),
    ),
    (_LINK + r"<(?P<target>[^\s<>/][^\s<>]*)>", ("]<{target}>", "]{target}", "{link}"), "{link}({target})", _KIND),
)
_IN_HTML = 'Write markdown="1" into the tag around it (extension md_in_html), or an <a href>.'

# A thing that stayed text, and what is wrong with it.
_Stayed = tuple[re.Match[str], Verdict]


@dataclass(frozen=True, eq=False)
class _Texts:
    """A page: its prose, the same with code shown, the prose that it includes, and the text that readers see."""

    page: Page
    ground: Ground
    prose: str
    written: str
    others: str
    seen: str

    def shows(self, piece: str) -> bool:
        """Tell whether a piece of source is still there as text."""
        return " ".join(canonical(piece).split()) in self.seen

    def leads(self, target: str) -> bool:
        """Tell whether a target leads to another host or to something that is there."""
        path = unquote(target.partition("#")[0])
        name = self.page.from_here(path)
        there = self.ground.lookup.file(name) or self.ground.lookup.page_at(from_address(self.page.url, path))
        return not path or is_elsewhere(target) or bool(there)


def markup_problems(page: Page, ground: Ground, source: Source, snippets: Sequence[Source]) -> Iterator[Problem]:
    """Give every link of a page that was written so that it stayed text."""
    others = "\n".join(snippet.prose for snippet in snippets)
    texts = _Texts(page, ground, source.prose, source.visible, others, seen(page.html))
    taken: set[int] = set()
    for match, verdict in _stayed(texts):
        place = match.start()
        if not any(abs(place - other) < 3 for other in taken) and not source.is_indented_code(place):
            taken.add(place)
            yield source.told(place, source.text[place : match.end()], verdict)


def _stayed(texts: _Texts) -> Iterator[_Stayed]:
    for match in re.finditer(_WIKI, texts.prose):
        if not re.fullmatch(_NO_WIKI, match["target"]) and texts.shows(f"[[{match['target']}]]"):
            yield match, _WIKI_LINK
    yield from _notes(texts)
    yield from _links(texts)
    yield from _references(texts)


def _notes(texts: _Texts) -> Iterator[_Stayed]:
    """Give every footnote that is named and not written."""
    defined = set(re.findall(_NOTE_DEFINED, f"{texts.prose}\n{texts.others}"))
    for match in re.finditer(_NOTE, texts.prose):
        if match["label"] not in defined and not re.fullmatch(_CLASS, match["label"]) and texts.shows(match[0]):
            remedy = f"Add a line {match[0]}: with the note."
            yield match, Verdict("undefined-footnote", "is a footnote that is not written.", remedy=remedy)


def _links(texts: _Texts) -> Iterator[_Stayed]:
    """Give every link with wrong brackets, and how they should be."""
    closed = {match.end() for match in re.finditer(_WHOLE, texts.prose)}
    for pattern, pieces, right, message in _WRONG_LINKS:
        for match in re.finditer(pattern, texts.prose):
            ended = match["target"].rstrip(".,;:!?")  # without the signs that end the sentence around it
            if not re.fullmatch(_LINKLIKE, ended.lstrip("<")):
                continue
            # With a blank between them, a word and a remark in brackets look the same.
            remark = pattern == _SPACED and not texts.leads(ended.strip("<>"))
            whole = pattern == _NO_OPEN and match.end() in closed
            named = {**match.groupdict(), "ended": ended, "whole": match[0]}
            if not remark and not whole and any(texts.shows(piece.format_map(named)) for piece in pieces):
                meant = right.format_map(named) if match["text"] else ""
                yield match, Verdict("broken-markup", message, meant, "" if right else _IN_HTML)


def _references(texts: _Texts) -> Iterator[_Stayed]:
    """Give every reference with a label that neither the page nor what it includes defines."""
    defined = {_folded(match["label"]) for match in re.finditer(_DEFINED, f"{texts.written}\n{texts.others}")}
    for match in re.finditer(_REFERENCE, texts.prose):
        text = texts.written[match.start("text") : match.end("text")]
        label = texts.written[match.start("label") : match.end("label")] or text
        if _folded(label) in defined or _is_no_label(text, label) or texts.ground.doubts.label(label):
            continue
        # With a blank between them they are two places to fill in, side by side.
        if not re.fullmatch(r"\]\s+\[", match["between"]) and texts.shows(f"][{match['label']}]"):
            name = " ".join(label.split())
            remedy = f"Add a line [{name}]: with its target, or write the target in round brackets."
            message = f"names the reference '{name}', which is not defined."
            yield match, Verdict("undefined-reference", message, remedy=remedy)


def _is_no_label(text: str, label: str) -> bool:
    if text.strip() in ("", "x", "X") or text.startswith("^"):
        return True
    return bool(re.fullmatch(_NO_NAME, label.strip()) or re.fullmatch(_TAG, text))


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
