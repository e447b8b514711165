"""Links that were meant and did not become links: what is left of them in the rendered text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from playbook.tree.fault import Fault
from playbook.tree.source import Source, canonical
from playbook.tree.values import Page, Settings

# A page without any of these in its rendered text has nothing to look for; most have none.
_LEFTOVER = re.compile(r"\]\s?\[|\]\s?\(|\)\[|\[\^|\[\[|\]\s?&lt;|\[[^\]<]*\([^)\s<]*\.\w+")
_LEFT_IN_TEXT = re.compile(r"\]\s?\[|\]\s?\(|\)\[|\[\^|\[\[|\]\s?<|\[[^\]]*\(|\]\{|\w\]\(")
_NOT_TEXT = re.compile(
    r"<(pre|code|script|style|kbd|math|svg)\b.*?</\1\s*>|<(span|div) class=\"arithmatex\">.*?</\2>|<!--.*?-->",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<[^>]*>")
_TARGET = r"(?:<[^>\n]+>|[^\s()\[\]]+)"
# What looks like the target of a link and not like a remark in brackets.
_LINKLIKE = re.compile(
    r"<?(?:https?://\S+|mailto:\S+|\.{0,2}/\S*|#[\w-]+|[\w./%-]+\.(?:md|html?|png|jpe?g|gif|svg|pdf|webp|css|js|zip|csv)(?:[?#]\S*)?|(?:[\w.-]+/)+[\w.-]*(?:#\S*)?)>?",
    re.IGNORECASE,
)
_FULL = re.compile(
    r"(?<![\\\w\]!])!?\[(?P<text>(?:[^\[\]\\\n]|\\.|\n(?!\s*\n)|\[[^\[\]\n]*\])+)"
    r"\](?:[ ]|\n[ \t]*)?\[(?P<label>[^\[\]\n^]*)\](?![(\[:])"
)
_NOTE = re.compile(r"(?<![\\\[])\[\^(?P<label>[^\]\s]+)\](?!:)")
_SPACED = re.compile(
    r"(?<![\\])\[(?P<text>[^\[\]\n]+)\](?:[ \t]+|[ \t]*\n[ \t]*)\((?P<target>" + _TARGET + r")(?:\s+\"[^\"\n]*\")?\)"
)
_REVERSED = re.compile(r"(?<![\\\w\]])\((?P<text>[^()\n]+)\)\[(?P<target>[^\[\]\n]+)\](?![(\[:])")
_OPEN = re.compile(r"(?<!\\)\[(?P<text>[^\[\]\n]*)\]\((?P<target><?[^\s()<>]+)(?=[^\n)]*(?:\n|\Z))")
_NO_CLOSE = re.compile(r"(?<!\\)\[(?P<text>[^\[\]()\n]+)\((?P<target>[^\s()]+)\)(?![^\n]*\])")
_NO_OPEN = re.compile(r"(?<![\\\w\]\[)])(?P<text>[\w'-]+)\]\((?P<target>[^\s()]+)\)")
_WRONG_BRACKETS = re.compile(
    r"(?<!\\)\[(?P<text>[^\[\]\n]+)\](?:\{(?P<c>[^\s{}#.:=][^\s{}=]*)\}"
    r"|<(?P<a>[^\s<>]+)>)"
)
_WIKI = re.compile(r"(?<![\\\[\w])!?\[\[(?P<target>[^\[\]\n]+)\]\](?!\()")
_DEFINED = re.compile(r"^[ \t>]*(?:[-*+][ \t]+)?\[(?P<label>[^\]\n]+)\]:", re.MULTILINE)
_NO_ROW = ("TOC", "toc")


def may_be_broken(page: Page) -> bool:
    """Tell whether the text of a rendered page holds what is left of a link."""
    return bool(_LEFTOVER.search(page.html)) and bool(_LEFT_IN_TEXT.search(_seen(page.html)))


def markup_faults(page: Page, settings: Settings, source: Source, included: str) -> Iterator[Fault]:
    """Give every link of a page that was written so that it stayed text; ``included`` is what snippets bring."""
    text = _seen(page.html)
    taken: set[int] = set()
    for place, written, message, hint, code in _candidates(source.prose, settings, text, included):
        if not any(abs(place - other) < 3 for other in taken):
            taken.add(place)
            yield source.fault(place, written, message, hint, code)


def _seen(html: str) -> str:
    """Give the text of rendered HTML, code and drawings left out, spaces as one."""
    return " ".join(unescape(_TAG.sub("", _NOT_TEXT.sub(" ", html))).split())


_Found = tuple[int, str, str, str, str]


def _candidates(prose: str, settings: Settings, text: str, included: str) -> Iterator[_Found]:
    for find in (_wiki, _footnotes, _spaced, _reversed, _unclosed, _bracketed):
        yield from find(prose, text)
    missing = settings.missing_plugins & {"mkdocstrings", "autorefs"}
    if not missing:
        defined = {" ".join(m["label"].split()).casefold() for m in _DEFINED.finditer(prose + "\n" + included)}
        yield from _undefined(prose, text, defined)


def _shown(piece: str, text: str) -> bool:
    """Tell whether a piece of source is still there as text."""
    return " ".join(canonical(piece).split()) in text


def _undefined(prose: str, text: str, defined: set[str]) -> Iterator[_Found]:
    for match in _FULL.finditer(prose):
        label = match["label"] or match["text"]
        plain = " ".join(re.sub(r"[*_`]", "", match["text"]).split())
        written = f"][{match['label']}]"
        known = " ".join(label.split()).casefold() in defined
        code_like = not plain or plain in (" ", "x", "X") or re.fullmatch(r"[\d\W]+", label)
        if known or code_like or match["text"].startswith("^"):
            continue
        if _shown(written, text) or _shown(f"] [{match['label']}]", text):
            if re.fullmatch(r"\]\s+\[", prose[match.end("text") : match.start("label")]):
                continue  # two places to fill in, side by side
            yield (
                match.start(),
                match[0],
                f"names the reference '{label}', which is not defined.",
                _define(label),
                "undefined-reference",
            )


def _define(label: str) -> str:
    return f"Add a line [{' '.join(label.split())}]: with its target, or write the target in round brackets."


def _footnotes(prose: str, text: str) -> Iterator[_Found]:
    defined = {match[1] for match in re.finditer(r"^[ \t>]*\[\^([^\]]+)\]:", prose, re.MULTILINE)}
    for match in _NOTE.finditer(prose):
        if match["label"] not in defined and _shown(match[0], text):
            hint = f"Add a line {match[0]}: with the note."
            yield match.start(), match[0], "is a footnote that is not written.", hint, "undefined-footnote"


def _spaced(prose: str, text: str) -> Iterator[_Found]:
    for match in _SPACED.finditer(prose):
        if _LINKLIKE.fullmatch(match["target"]) and _shown(f"] ({match['target']}", text):
            hint = f'Did you mean "[{match["text"]}]({match["target"]})"?'
            yield match.start(), match[0], "has a space between text and target.", hint, "broken-markup"


def _reversed(prose: str, text: str) -> Iterator[_Found]:
    for match in _REVERSED.finditer(prose):
        if _LINKLIKE.fullmatch(match["target"]) and _shown(f")[{match['target']}]", text):
            hint = f'Did you mean "[{match["text"]}]({match["target"]})"?'
            yield match.start(), match[0], "has its brackets the wrong way round.", hint, "broken-markup"


def _unclosed(prose: str, text: str) -> Iterator[_Found]:
    for pattern, message, piece in (
        (_OPEN, "is a link that is not closed.", "]({target}"),
        (_NO_CLOSE, "lacks the bracket behind its text.", "({target})"),
        (_NO_OPEN, "lacks the bracket in front of its text.", "]({target})"),
    ):
        for match in pattern.finditer(prose):
            target = match["target"].rstrip(".,;:!?")
            shown = _shown(piece.format(target=target), text)
            if shown and _LINKLIKE.fullmatch(target.lstrip("<")):
                hint = f'Did you mean "[{match["text"].strip()}]({target})"?' if match["text"] else ""
                yield match.start(), match[0], message, hint, "broken-markup"


def _bracketed(prose: str, text: str) -> Iterator[_Found]:
    for match in _WRONG_BRACKETS.finditer(prose):
        target = match["c"] or match["a"]
        if (
            _LINKLIKE.fullmatch(target)
            and (_shown(f"]{{{target}}}", text) or match["a"])
            and f"[{match['text']}]" in text
        ):
            hint = f'Did you mean "[{match["text"]}]({target})"?'
            yield match.start(), match[0], "has its target in the wrong kind of brackets.", hint, "broken-markup"


def _wiki(prose: str, text: str) -> Iterator[_Found]:
    for match in _WIKI.finditer(prose):
        target = match["target"]
        if target in _NO_ROW or target != target.strip() or not _shown(f"[[{target}]]", text):
            continue
        hint = "Write it as [text](page.md)."
        yield match.start(), match[0], "is a link of a wiki, which stays text here.", hint, "wiki-link"
