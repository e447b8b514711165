"""A guide: one situation or technique, read from its Markdown file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import dropwhile

from playbook.front_matter import FrontMatter, read_front_matter
from playbook.guides.branch import Branch, read_branches
from playbook.guides.cue import Cue, Cues, Run, as_runs, read_cues
from playbook.guides.fields import KINDS, field_problems
from playbook.guides.line import Line, Reply, Target, Variant, all_lines, all_replies
from playbook.guides.script import Script, read_script
from playbook.guides.section import GENERATED_ANCHORS, Row, Section, read_sections
from playbook.problems import Problem
from playbook.yaml_text import Entry

_CHECK = re.compile(r"Check:\s*(?P<question>.*?)\s*(?:->|→)\s*(?P<target>\S+)")


@dataclass(frozen=True)
class SilentCheck:
    """What the rep asks silently before the first line, and where a yes leads."""

    question: str
    target: Target


@dataclass(frozen=True)
class Guide:
    """A guide as written: its fields, its sections, and its script, cues and branches as values."""

    path: str
    front: FrontMatter
    sections: tuple[Section, ...]
    silent_check: SilentCheck | None
    opening: tuple[Line, ...]
    opening_replies: tuple[Reply, ...]
    branches: tuple[Branch, ...]
    cues: Sequence[Cue]

    @cached_property
    def id(self) -> str:
        """The permanent id: the last part of the address."""
        return self.front.text("id")

    @cached_property
    def kind(self) -> str:
        """``situation`` or ``technique``."""
        return self.front.text("kind")

    @cached_property
    def title(self) -> str:
        """The heading of the page."""
        return self.front.text("title")

    @property
    def job(self) -> str:
        """What the guide gets you, in one sentence."""
        return self.front.text("job")

    @property
    def moment(self) -> str:
        """What has just been said, as on the tile."""
        return self.front.text("moment")

    @property
    def tab(self) -> str:
        """The courteous name of the page in tabs and history; a customer may see it on a shared screen."""
        return self.front.text("tab")

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts from our sources that the page carries."""
        return self.front.texts("facts")

    @property
    def origin(self) -> str:
        """``ours`` when no source holds anything of the page, else empty."""
        return self.front.text("origin")

    @property
    def url(self) -> str:
        """The address from the root of the site, as ``techniques/phone-first/``."""
        return f"{self.kind}s/{self.id}/"

    @cached_property
    def shown_cues(self) -> tuple[Cue, ...]:
        """The cues that stand on the page; all others are only searched."""
        return tuple(Cues(run for run in self.cue_runs if run.kind.shown))

    @property
    def cue_runs(self) -> tuple[Run, ...]:
        """The cues as runs."""
        return (self.cues if isinstance(self.cues, Cues) else as_runs(self.cues)).runs

    def lines(self) -> tuple[Line, ...]:
        """Every line to say, in page order."""
        return self._lines

    @cached_property
    def _lines(self) -> tuple[Line, ...]:
        in_branches = (line for branch in self.branches for line in all_lines(branch.lines, branch.openings))
        return (*all_lines(self.opening, self.opening_replies), *in_branches)

    @cached_property
    def line_by_id(self) -> Mapping[str, Line]:
        """Every line by its id; of two with the same id the first."""
        return {line.id: line for line in reversed(self._lines)}

    @cached_property
    def branch_by_id(self) -> Mapping[str, Branch]:
        """Every branch by its id; of two with the same id the first."""
        return {branch.id: branch for branch in reversed(self.branches)}

    def replies(self) -> tuple[Reply, ...]:
        """Every reply, in page order."""
        return self._replies

    @cached_property
    def _replies(self) -> tuple[Reply, ...]:
        in_branches = (reply for branch in self.branches for reply in all_replies(branch.lines, branch.openings))
        return (*all_replies(self.opening, self.opening_replies), *in_branches)

    def additions(self) -> tuple[tuple[str, str], ...]:
        """Every branch and line that no source holds: its id and its words."""
        branches = [(branch.id, branch.title) for branch in self.branches if branch.ours]
        said: list[Line | Variant] = []
        for line in self.lines():
            said += [line, *line.variants]
        return (*branches, *((part.id, part.text) for part in said if part.ours))

    def targets(self) -> Iterator[Target]:
        """Every target, the silent check's first."""
        if self.silent_check:
            yield self.silent_check.target
        yield from (line.target for line in self.lines() if line.target)
        yield from (reply.target for reply in self.replies() if reply.target)

    def section(self, anchor: str) -> Section | None:
        """The section with this anchor, if the page has it."""
        return next((section for section in self.sections if section.anchor == anchor), None)

    def anchors(self) -> tuple[str, ...]:
        """Every anchor of the page: sections, branches, lines and their variants."""
        lines = [identifier for line in self.lines() for identifier in (line.id, *(v.id for v in line.variants))]
        branches = [branch.id for branch in self.branches]
        return (*(section.anchor for section in self.sections), *branches, *lines, *GENERATED_ANCHORS)


def read_guide(path: str, text: str) -> tuple[Guide, list[Problem]]:
    """Give the guide written in a file and what is wrong with its form."""
    front, read = read_front_matter(path, text)
    problems = read + field_problems(path, front, read)
    front = _named_by_path(path, front)
    rows = [Row(number, line) for number, line in enumerate(text.split("\n"), 1) if number >= front.body_line]
    if any(problem.code == "no-front-matter" for problem in read):
        rows = _from_first_section(rows)
    sections, found = read_sections(path, front.text("kind"), rows)
    guide, more = _guide(path, front, sections)
    return guide, problems + found + more


def _named_by_path(path: str, front: FrontMatter) -> FrontMatter:
    """Let the path stand in for an id or a kind that cannot be read, so that nobody is told what follows from that."""
    folder, _, name = path.rpartition("/")
    entries = {"id": Entry(name.removesuffix(".md"), 1), **front.entries}
    if front.text("kind") not in KINDS:
        entries["kind"] = Entry(folder.rpartition("/")[2].removesuffix("s"), front.number("kind"))
    return replace(front, entries=entries)


def _from_first_section(rows: Sequence[Row]) -> list[Row]:
    return list(dropwhile(lambda row: not row.text.startswith("## "), rows))


def _guide(path: str, front: FrontMatter, sections: tuple[Section, ...]) -> tuple[Guide, list[Problem]]:
    rows = {section.anchor: section.rows for section in reversed(sections)}
    opening, problems = read_script(path, rows.get("now", rows.get("say-this", ())))
    below, found = read_script(path, rows.get("if-they", ()))
    branches, more = read_branches(path, rows.get("branches", ()))
    cues, wrong = read_cues(path, rows.get("they-say", ()))
    check, paragraphs = _check(opening.paragraphs)
    guide = Guide(path, front, sections, check, opening.lines, below.replies, branches, cues)
    problems += found + more + wrong + _misplaced(path, opening, below)
    if not opening.lines and not problems:
        problems += [_speechless(path, section) for section in sections[:1] if guide.silent_check]
    return guide, problems + _stray(path, (*paragraphs, *below.paragraphs))


def _speechless(path: str, section: Section) -> Problem:
    hint = 'Add one: - Say ref-1: "Words to say."'
    return Problem(path, section.number, f"## {section.heading}", "has no line to say.", hint, "empty-section")


def _check(paragraphs: Sequence[Row]) -> tuple[SilentCheck | None, list[Row]]:
    checks = [(match, row) for row in paragraphs if (match := _CHECK.fullmatch(row.text))]
    if not checks:
        return None, list(paragraphs)
    match, first = checks[0]
    check = SilentCheck(match["question"], Target(match["target"], "", first.number))
    return check, [row for row in paragraphs if row is not first]


def _misplaced(path: str, opening: Script, below: Script) -> list[Problem]:
    told = "is a reply with no line above it.", "Indent it below the line it answers."
    replies = [Problem(path, reply.number, reply.heard, *told, "stray-reply") for reply in opening.replies]
    hint = "Begin the bullet with the reply and indent the line below it."
    lines = [Problem(path, line.number, line.text, "answers no reply.", hint, "stray-line") for line in below.lines]
    return replies + lines


def _stray(path: str, rows: Sequence[Row]) -> list[Problem]:
    hint = 'Write bullets: - Say ref-1: "Words to say." or, above them, Check: a question? -> target'
    return [Problem(path, row.number, row.text, "is not part of the script.", hint, "stray-text") for row in rows]
