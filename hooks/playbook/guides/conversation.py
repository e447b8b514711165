"""The conversation as a graph: which line follows which reply, and every place where it would break off.

A line leads to its replies; without replies to its own target; without a target to the next line of its list. The last
line of a technique's "Say this" leads to the replies in "If they answer". Every reply leads to the line below it or to
its target. What leads nowhere is a dead end, what nothing leads to is unreachable; both are refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from playbook.guides.branch import Branch
from playbook.guides.guide import Guide
from playbook.guides.line import Line, Reply, Target

STOP = "stop"


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a reply or line leads: a line of a guide, or the end; ``anchor`` and ``label`` say how it was named."""

    guide: str
    line: str
    stop: bool
    note: str
    anchor: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class ResolvedReply:
    """A reply with the place it leads to."""

    heard: str
    spoken: bool
    to: Destination


@dataclass(frozen=True, slots=True)
class Step:
    """A line with everything that may follow it."""

    guide: str
    line: Line
    replies: tuple[ResolvedReply, ...]
    then: Destination | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A line where it stands: the replies it gets and the line after it in its list."""

    line: Line
    replies: tuple[Reply, ...]
    next_line: Line | None


def steps(guide: Guide, guides: Mapping[str, Guide]) -> tuple[Step, ...]:
    """Give every line of a sound guide, in page order, with its replies resolved to lines or to the end."""
    return tuple(_step(placed, guide, guides) for placed in placed_lines(guide))


def placed_lines(guide: Guide) -> Iterator[Placed]:
    """Give every line of a guide, in page order, with its replies and the line after it."""
    yield from _placed(guide.opening, guide.opening_replies)
    for branch in guide.branches:
        yield from _placed(branch.lines, branch.openings)


def destination(target: Target, guide: Guide, guides: Mapping[str, Guide]) -> Destination | None:
    """Give where a target leads, or nothing when it names no line, branch or guide."""
    if target.written == STOP:
        return Destination("", "", stop=True, note=target.note)
    page, _, anchor = target.written.rpartition("#")
    if page:
        there = guides.get(page)
        return _inside(there, anchor, target) if there else None
    return _inside(guide, anchor, target) or _whole(guides.get(anchor), target)


def first_line(branch: Branch) -> Line | None:
    """Give the line with which a branch begins."""
    return next(iter(first_lines(branch)), None)


def first_lines(branch: Branch) -> tuple[Line, ...]:
    """Give the lines at the top of a branch, and those right below the replies that open it."""
    return (*branch.lines, *(line for opening in branch.openings for line in opening.lines))


def _step(placed: Placed, guide: Guide, guides: Mapping[str, Guide]) -> Step:
    resolved = [(reply, _after(reply.target, reply.lines, guide, guides)) for reply in placed.replies]
    following = (placed.next_line,) if placed.next_line and not placed.replies else ()
    then = _after(placed.line.target, following, guide, guides)
    return Step(
        guide=guide.id,
        line=placed.line,
        replies=tuple(ResolvedReply(reply.heard, reply.spoken, to) for reply, to in resolved if to),
        then=then,
    )


def _after(
    target: Target | None, lines: Sequence[Line], guide: Guide, guides: Mapping[str, Guide]
) -> Destination | None:
    if target:
        return destination(target, guide, guides)
    if not lines:
        return None
    return Destination(guide.id, lines[0].id, stop=False, note="", anchor=lines[0].id, label=lines[0].text)


def _placed(lines: Sequence[Line], replies: Sequence[Reply]) -> Iterator[Placed]:
    for line, next_line in zip_longest(lines, lines[1:]):
        own = line.replies if next_line else (*line.replies, *replies)
        yield Placed(line, own, next_line)
        yield from _below(line.replies)
    yield from _below(replies)


def _below(replies: Sequence[Reply]) -> Iterator[Placed]:
    for reply in replies:
        yield from _placed(reply.lines, ())


def _inside(guide: Guide, name: str, target: Target) -> Destination | None:
    """Give the line or the first line of the branch of this name in a guide."""
    named = guide.line_by_id.get(name)
    if named:
        return Destination(guide.id, name, stop=False, note=target.note, anchor=name, label=named.text)
    branch = guide.branch_by_id.get(name)
    line = first_line(branch) if branch else None
    if branch is None or line is None:
        return None
    return Destination(guide.id, line.id, stop=False, note=target.note, anchor=branch.id, label=branch.title)


def _whole(guide: Guide | None, target: Target) -> Destination | None:
    if guide is None or not guide.opening:
        return None
    return Destination(guide.id, guide.opening[0].id, stop=False, note=target.note, label=guide.title)
