"""A source file in which targets as rendered are found again as written: code, comments and mathematics hidden."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property
from html import unescape

from playbook.tree.fault import Fault
from playbook.tree.verdict import Verdict

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FENCE = re.compile(
    r"^(?P<start>[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(?P<fence>`{3,}|~{3,})[^`\n]*\n"
    r".*?^[ \t>]*(?P=fence)[`~]*[ \t]*\r?$",
    re.DOTALL | re.MULTILINE,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"(?<![`\\])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\r?\n).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_CODE_ELEMENT = re.compile(r"<(pre|code|script|kbd|math)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_MATHEMATICS = re.compile(
    r"(?<!\\)\$\$(?:(?!\n[ \t]*\r?\n).)+?\$\$|\\\\?\((?:(?!\n[ \t]*\r?\n).)+?\\\)"
    r"|^\s*\\\\?\[\s*$.+?^\s*\\\\?\]\s*$|(?<![\\$\w])\$(?![\s$])[^$\n]*?(?<![\s\\])\$(?![\d$])",
    re.DOTALL | re.MULTILINE,
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!~^|:\"'<-])")
_INLINE = re.compile(r"\]\([ \t]*\n?[ \t]*")
_DEFINITION = re.compile(
    r"^(?P<indent>[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)\[(?!\^)[^\]\n]+\]:[ \t]*\n?[ \t]*<?(?P<target>[^\s>]+)>?",
    re.MULTILINE,
)
_AUTOLINK = re.compile(r"<(?P<target>(?:[a-zA-Z][\w+.-]*:|[\w.+-]+@)[^<>\s]*)>")
_BARE = re.compile(r"(?<![\w\"'(<=/])(?P<target>(?:https?|ftp)://[^\s<>)\]\"'`]+)")
_ATTRIBUTE = re.compile(
    r"\b(?:href|src|srcset|poster|data|action|style|id|name)\s*=\s*(?:\"(?P<d>[^\"]*)\"|'(?P<s>[^']*)'|(?P<u>[^\s\"'>}]+))",
    re.IGNORECASE,
)


SNIPPET = "snippet:"  # what sets an included file apart from a page of the same path


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def canonical(target: str) -> str:
    """Give a target with entities decoded and escapes taken off, so that both sides compare."""
    return _ESCAPED.sub(r"\1", unescape(target)).strip()


class Source:
    """The text of one file, with its places."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def body(self) -> str:
        """The text with front matter and blocks of code hidden."""
        return _FENCE.sub(_blank, _FRONT.sub(_blank, self.text, count=1))

    @cached_property
    def prose(self) -> str:
        """The text with everything hidden that is not read as prose."""
        text = _COMMENT.sub(_blank, self.body)
        for pattern in (_CODE, _CODE_ELEMENT, _MATHEMATICS):
            text = pattern.sub(_blank, text)
        return text

    @cached_property
    def _mathematics(self) -> str:
        return "\n".join(match[0] for match in _MATHEMATICS.finditer(self.body))

    def in_mathematics(self, target: str) -> bool:
        """Tell whether a target is nothing but round brackets in a formula, which Markdown takes for a link."""
        return f"]({target})" in self._mathematics

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer(r"\n", self.text))]

    @cached_property
    def _in_markdown(self) -> dict[str, list[int]]:
        """The places of every target, indexed once: a search per target took 45 s on one large page."""
        found: dict[str, set[int]] = defaultdict(set)
        prose = self.prose
        for match in _INLINE.finditer(prose):
            start, target = _inline_target(prose, match.end())
            found[canonical(target)].add(start)
        for pattern in (_DEFINITION, _AUTOLINK, _BARE):
            for match in pattern.finditer(prose):
                found[canonical(match["target"])].add(match.start("target"))
        return {target: sorted(places) for target, places in found.items()}

    @cached_property
    def _in_html(self) -> dict[str, list[int]]:
        """The places in attributes; one may hold a $ or a backtick, so code in a line is not hidden."""
        found: dict[str, set[int]] = defaultdict(set)
        for match in _ATTRIBUTE.finditer(_COMMENT.sub(_blank, self.body)):
            group = match.lastgroup or "d"
            found[unescape(match[group]).strip()].add(match.start(group))
            for part in re.finditer(r"[^\s,()'\"]+", match[group]) if group != "u" else ():
                found[unescape(part[0])].add(match.start(group) + part.start())
        return {target: sorted(places) for target, places in found.items()}

    def places(self, target: str, count: int, *, raw: bool = False) -> list[int]:
        """Give where a target is written that was rendered ``count`` times; empty if nowhere."""
        name = unescape(target).strip()
        places = self._in_html.get(name) if raw else self._in_markdown.get(name)
        if not places:
            places = self._in_markdown.get(name) or self._in_html.get(name) or []
        if len(places) > count:
            sure = [place for place in places if not self._doubtful(place)]
            places = sure or places[:count]
        return places or self._anywhere(target)

    def _anywhere(self, target: str) -> list[int]:
        for text in (self.prose, self.body):
            place = text.find(target) if target else -1
            if place >= 0:
                return [place]
        return []

    def _doubtful(self, place: int) -> bool:
        """Tell whether the line may be code by its indentation alone."""
        start = self.text.rfind("\n", 0, place) + 1
        before = self.text[:start].rstrip(" \t\r\n")
        gap = self.text[len(before) : start].count("\n") > 1
        return self.text.startswith(("    ", "\t"), start) and gap and not self._inside_block(start)

    def _inside_block(self, start: int) -> bool:
        for line in reversed(self.text[:start].splitlines()):
            if line.strip() and not line.startswith((" ", "\t")):
                return bool(re.match(r"(?:[-*+]|\d+[.)]|!!!|\?\?\?|===|///|\[\^|:)", line))
        return False

    def line(self, place: int) -> int:
        """Give the number of the line of a place."""
        return bisect_right(self._starts, place)

    def fault(self, place: int, written: str, message: str, hint: str, code: str) -> Fault:
        """Give a fault at a place of this file, with its line."""
        line = self.line(place)
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        source = self.text[start:end].rstrip("\r\n")
        return Fault(self.path, line, place - start + 1, written, message, hint, code, source)

    def told(self, place: int, written: str, verdict: Verdict) -> Fault:
        """Give a verdict as the fault at a place of this file."""
        return self.fault(place, written, verdict.message, verdict.hint, verdict.code)


class Sources:
    """The sources of a tree by path, each read when it is asked for."""

    def __init__(self, texts: Mapping[str, Callable[[], str]]) -> None:
        self._texts = texts
        self._read: dict[str, Source] = {}

    def __getitem__(self, path: str) -> Source:
        """Give the source of a path that is known."""
        if path not in self._read:
            self._read[path] = Source(path.removeprefix(SNIPPET), self._texts[path]())
        return self._read[path]

    def snippets(self) -> list[Source]:
        """Give the included files, by path."""
        return [self[path] for path in self._texts if path.startswith(SNIPPET)]


def _inline_target(text: str, start: int) -> tuple[int, str]:
    """Give place and target of an inline link that begins here: in angle brackets, or up to its own bracket."""
    if text.startswith("<", start):
        end = text.find(">", start)
        return start + 1, text[start + 1 : end] if end > 0 else ""
    depth, position = 0, start
    limit = min(len(text), start + 2000)
    while position < limit:
        sign = text[position]
        if sign == "\\":
            position += 1
        elif sign == "(":
            depth += 1
        elif sign == ")":
            if depth == 0:
                break
            depth -= 1
        elif sign == "\n" and text[position + 1 : position + 2] in ("", "\n"):
            break
        position += 1
    return start, re.sub(r"\s+(?:\"[^\"]*\"|'[^']*'|\"[^\"]*|\(.*\))\s*\Z", "", text[start:position], flags=re.DOTALL)
