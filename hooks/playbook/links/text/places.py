"""Where each target of a text is written, found from the target as it was rendered."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from html import unescape

_ESCAPED = r"\\([\\`*_{}\[\]()>#+.!~^|:\"'<-])"
_INLINE = r"\]\([ \t]*\n?[ \t]*"
_DEFINITION = (
    r"(?m)^(?P<indent>[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)\[(?!\^)(?P<label>[^\]\n]+)\]:"
    r"[ \t]*\n?[ \t]*<?(?P<target>[^\s>]+)>?"
)
_AUTOLINK = r"<(?P<target>(?:[a-zA-Z][\w+.-]*:|[\w.+-]+@)[^<>\s]*)>"
_BARE = r"(?<![\w\"'(<=/\[])(?P<target>(?:https?|ftp)://[^\s<>)\]\"'`]+)"
_ATTRIBUTE = (
    r"(?i)\b(?P<name>href|src|srcset|poster|data|action|style|id|name)\s*=\s*"
    r"(?:\"(?P<d>[^\"]*)\"|'(?P<s>[^']*)'|(?P<u>[^\s\"'>}]+))"
)
_STYLE = r"(?is)<style\b[^>]*>(?P<css>.*?)</style>"
_FARTHEST = 2000  # characters in which a bracket must be closed


def blank(match: re.Match[str]) -> str:
    """Hide a piece of text and keep its lines."""
    return re.sub(r"[^\n]", " ", match[0])


def canonical(target: str) -> str:
    """Give a target with entities decoded and escapes taken off, so that both sides compare."""
    return re.sub(_ESCAPED, r"\1", unescape(target)).strip()


def name_of(target: str, *, raw: bool) -> str:
    """Give a target as rendered so that all ways to write it are one: in raw HTML as a browser reads it."""
    return _bare(target) if raw else unescape(target).strip()


def _bare(target: str) -> str:
    """Give a target as a browser reads it: line ends and tabs are nothing to it."""
    return re.sub(r"[\t\r\n]", "", unescape(target)).strip()


class Places:
    """The places of all targets, indexed once: a search per target took 45 s on one large page."""

    def __init__(self, prose: str, visible: str) -> None:
        self.prose = prose
        self.visible = visible

    def of(self, target: str, count: int, *, raw: bool) -> list[int]:
        """Give the places of a target that was rendered ``count`` times, those of its own kind first."""
        if raw:
            return self._in_html.get(_bare(target)) or self._in_markdown.get(canonical(target), [])
        name = name_of(target, raw=False)
        return self._written(name, count) or self._in_html.get(_bare(target), [])

    def _written(self, name: str, count: int) -> list[int]:
        links, definitions, bare = (found.get(name, []) for found in (self._links, self._definitions, self._in_text))
        # Where an extension makes links of bare addresses, they make up what is missing.
        missing = 0 if definitions else max(count - len(links), 0)
        return sorted({*links, *definitions, *bare[:missing]})

    @cached_property
    def _in_markdown(self) -> dict[str, list[int]]:
        return {name: self._written(name, 1) for name in {*self._links, *self._definitions}}

    @cached_property
    def _links(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for match in re.finditer(_INLINE, self.prose):
            if _opened(self.prose, match.start()):
                start, target = _inline_target(self.prose, match.end())
                found[canonical(target)].append(start)
        for match in re.finditer(_AUTOLINK, self.prose):
            found[canonical(match["target"])].append(match.start("target"))
        return found

    @cached_property
    def _definitions(self) -> dict[str, list[int]]:
        """Definitions that somebody uses: any other makes no link."""
        found: dict[str, list[int]] = defaultdict(list)
        folded = " ".join(self.visible.split()).casefold()
        for match in re.finditer(_DEFINITION, self.prose):
            # As written: a label may be code, which the prose hides.
            label = " ".join(self.visible[match.start("label") : match.end("label")].split()).casefold()
            if folded.count(f"[{label}]") > folded.count(f"[{label}]:"):
                found[canonical(match["target"])].append(match.start("target"))
        return found

    @cached_property
    def _in_text(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for match in re.finditer(_BARE, self.prose):
            found[canonical(match["target"])].append(match.start("target"))
        return found

    @cached_property
    def _in_html(self) -> dict[str, list[int]]:
        """The places in attributes and styles; one may hold a $ or a backtick, so code in a line is not hidden."""
        found: dict[str, list[int]] = defaultdict(list)
        for match in re.finditer(_ATTRIBUTE, self.visible):
            group = match.lastgroup or "d"
            text, start = match[group], match.start(group)
            if match["name"].lower() in ("style", "srcset"):
                _add_parts(found, text, start)
            else:
                found[_bare(text)].append(start + len(text) - len(text.lstrip()))
        for match in re.finditer(_STYLE, self.visible):
            _add_parts(found, match["css"], match.start("css"))
        return found


def _add_parts(found: dict[str, list[int]], text: str, start: int) -> None:
    for part in re.finditer(r"[^\s,()'\"]+", text):
        found[_bare(part[0])].append(start + part.start())


def _opened(text: str, end: int) -> bool:
    """Tell whether the bracket that closes here was opened, and neither of the two is escaped."""
    if text[end - 1 : end] == "\\":
        return False
    depth = 0
    for place in range(end - 1, max(end - _FARTHEST, -1), -1):
        sign = text[place]
        if sign == "[" and depth == 0:
            return text[place - 1 : place] != "\\"
        depth += (sign == "]") - (sign == "[")
    return False


def _inline_target(text: str, start: int) -> tuple[int, str]:
    """Give place and target of an inline link that begins here: in angle brackets, or up to its own bracket."""
    if text.startswith("<", start):
        end = text.find(">", start)
        return start + 1, text[start + 1 : end] if end > 0 else ""
    end = _closing(text, start)
    return start, re.sub(r"(?s)\s+(?:\"[^\"]*\"|'[^']*'|\"[^\"]*|\(.*\))\s*\Z", "", text[start:end])


def _closing(text: str, start: int) -> int:
    """Give where the round bracket closes that opened in front of this place."""
    depth, position = 0, start
    limit = min(len(text), start + _FARTHEST)
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
    return position
