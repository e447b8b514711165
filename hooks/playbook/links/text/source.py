"""A source file: its text with everything hidden that is not read as prose, and the lines of its places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property

import yaml

from playbook.links.around.outline import value_of
from playbook.links.text.places import Places, blank
from playbook.links.verdict import Verdict
from playbook.problems import Problem
from playbook.yaml_text import compose

FRONT_MATTER = r"(?s)\A\ufeff?---[ \t]*\r?\n(?P<fields>.*?\n|)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
_FENCE = (
    r"(?sm)^(?P<start>[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(?P<fence>`{3,}|~{3,})[^`\n]*\n"
    r".*?^[ \t>]*(?P=fence)[`~]*[ \t]*\r?$"
)
_COMMENT = r"(?s)<!--.*?-->"
_CODE = r"(?s)(?<![`\\])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\r?\n).)+?(?<!`)(?P=ticks)(?!`)"
_CODE_ELEMENT = r"(?is)<(pre|code|script|style|kbd|samp|math|textarea)\b[^>]*>.*?</\1\s*>"
# In these nothing is ever read as Markdown.
_RAW_ELEMENT = r"(?is)<(pre|script|style|math|textarea)\b[^>]*>.*?</\1\s*>"
_MATHEMATICS = (
    r"(?sm)(?<!\\)\$\$(?:(?!\n[ \t]*\r?\n).)+?\$\$|(?<![\w\]])\\\\?\((?:(?!\n[ \t]*\r?\n).)+?\\\\?\)"
    r"|^\s*\\\\?\[\s*$.+?^\s*\\\\?\]\s*$|\\\\?\[(?=\s)[^\n]+?\s\\\\?\]"
    r"|(?<![\\$\w])\$(?![\s$])[^$\n]*?(?<![\s\\])\$(?![\d$])"
)
_BLOCK = r"(?:[-*+]|\d+[.)]|!!!|\?\?\?|===|///|\[\^|:)"

SNIPPET = "snippet:"  # what sets an included file apart from a page of the same path


class Source:
    """The text of one file, with its places."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def body(self) -> str:
        """The text with front matter and blocks of code hidden."""
        return re.sub(_FENCE, blank, re.sub(FRONT_MATTER, blank, self.text, count=1))

    @cached_property
    def visible(self) -> str:
        """The body without comments; one that begins in code within a line is code."""
        code = [match.span() for match in re.finditer(_CODE, self.body)]
        return re.sub(_COMMENT, lambda match: match[0] if _is_within(match.start(), code) else blank(match), self.body)

    @cached_property
    def prose(self) -> str:
        """The text with everything hidden that is not read as prose."""
        text = self.visible
        for pattern in (_CODE, _CODE_ELEMENT, _MATHEMATICS):
            text = re.sub(pattern, blank, text)
        return text

    @cached_property
    def _mathematics(self) -> str:
        text = re.sub(_CODE, blank, self.visible)
        return "\n".join(match[0] for match in re.finditer(_MATHEMATICS, text))

    @cached_property
    def outline(self) -> yaml.Node | None:
        """The text as YAML, or nothing where it is none."""
        with suppress(yaml.YAMLError):
            return compose(self.text)
        return None

    @cached_property
    def fields(self) -> tuple[int, yaml.Node | None]:
        """Where the fields at the top begin, and these as YAML, or nothing where they are none."""
        front = re.match(FRONT_MATTER, self.text)
        with suppress(yaml.YAMLError):
            return (front.start("fields"), compose(front["fields"])) if front else (0, None)
        return 0, None

    def in_mathematics(self, target: str) -> bool:
        """Tell whether a target is nothing but round brackets in a formula, which Markdown takes for a link."""
        return f"]({target})" in self._mathematics

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer(r"\n", self.text))]

    @cached_property
    def _places(self) -> Places:
        return Places(self.prose, self.visible)

    def places(self, target: str, count: int, *, raw: bool = False) -> list[int]:
        """Give where a target is written that was rendered ``count`` times; empty if nowhere."""
        found = self._places.of(target, count, raw=raw)
        if len(found) <= count:
            return found
        sure = [place for place in found if not self.is_indented_code(place)]
        return (sure or found)[:count]

    @cached_property
    def _shown(self) -> str:
        """The text without what is code for sure: it may hold a backtick or a dollar that opens nothing."""
        return re.sub(_RAW_ELEMENT, blank, self.visible)

    def mention(self, target: str) -> list[int]:
        """Give where a target stands somewhere in the text, though in no form that is known."""
        if not target.strip():
            return []
        pattern = rf"(?<![\w/.-]){re.escape(target)}(?![\w/-])"
        match = re.search(pattern, self.prose) or re.search(pattern, self._shown)
        return [match.start()] if match else []

    def is_hidden(self, target: str) -> bool:
        """Tell whether a target stands in blocks of code, comments or scripts alone."""
        return target in self.text and target not in self._shown

    def is_indented_code(self, place: int) -> bool:
        """Tell whether the line of a place is code by its indentation alone."""
        start = self.text.rfind("\n", 0, place) + 1
        while self.text.startswith(("    ", "\t"), start):
            before = self.text[:start].rstrip(" \t\r\n")
            if not before or self.text[len(before) : start].count("\n") > 1:
                return self._is_deeper(start)
            start = before.rfind("\n") + 1  # a further line of the same block
        return False

    def _is_deeper(self, start: int) -> bool:
        """Tell whether a line stands at least four blanks deeper than the text of the block that holds it."""
        depth = _depth(self.text[start:].partition("\n")[0])
        for line in reversed(self.text[:start].splitlines()):
            if line.strip() and _depth(line) < depth:
                inside = _depth(line) + (4 if re.match(_BLOCK, line.lstrip()) else 0)
                return depth >= inside + 4
        return True

    def position(self, place: int) -> tuple[int, int]:
        """Give line and column of a place, both from 1."""
        line = bisect_right(self._starts, place)
        return line, place - self._starts[line - 1] + 1

    def problem(self, place: int, written: str, message: str, hint: str, code: str, severity: str = "") -> Problem:
        """Give a problem at a place of this file, with its line."""
        line, column = self.position(place)
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        source = self.text[start:end].rstrip("\r\n")
        return Problem(self.path, line, written, message, hint, code, column, source, severity)

    def told_broken(self, error: yaml.YAMLError, verdict: Verdict, start: int, end: int) -> Problem:
        """Give a verdict on YAML between two places that cannot be read, in the line where that shows."""
        mark = getattr(error, "problem_mark", None)
        shown = min(start + (mark.index if mark else 0), max(len(self.text[:end].rstrip()) - 1, start))
        line = self.text[self.text.rfind("\n", 0, shown) + 1 :].partition("\n")[0]
        return self.told(shown, line.strip(), verdict)

    def told(self, place: int, written: str, verdict: Verdict) -> Problem:
        """Give a verdict as the problem at a place of this file."""
        return self.problem(place, written, verdict.message, verdict.hint, verdict.code, verdict.severity)


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


def first_value(sources: Sequence[Source], *names: str) -> tuple[Source, yaml.Node | None]:
    """Give the node below these keys in the first source that has it: mkdocs.yml goes before what it inherits from."""
    for source in sources:
        found = value_of(source.outline, *names)
        if found is not None:
            return source, found
    return sources[0], None


def _is_within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < place < end for start, end in spans)


def _depth(line: str) -> int:
    """Give how many blanks a line begins with; a tab is as wide as four."""
    blanks = line[: len(line) - len(line.lstrip(" \t"))]
    return len(blanks.expandtabs(4))
