"""The diagram of a conversation: its opening, its branches, the guides it goes on to, and the ways between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from playbook.guides.branch import Branch
from playbook.guides.conversation import Destination
from playbook.guides.guide import Guide
from playbook.guides.line import Line, Reply, Target, all_lines, all_replies

WIDTH, ROW, BOX_WIDTH, BOX_HEIGHT = 940, 36, 268, 28
LEFT, MIDDLE, RIGHT = 8, 320, 664
OPENING = ""


@dataclass(frozen=True)
class Node:
    """A box: its words, where it leads, its upper left corner, and the curves that leave it as the ``d`` of a path.

    ``branch`` is the branch on the same page, ``guide`` the id of another; the opening has neither.
    """

    label: str
    branch: str
    guide: str
    x: int
    y: int
    curves: tuple[str, ...]


@dataclass(frozen=True)
class Diagram:
    """Everything to draw."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    box_width: int = BOX_WIDTH
    box_height: int = BOX_HEIGHT


def diagram(guide: Guide, onward: Mapping[Target, Destination], titles: Mapping[str, str]) -> Diagram:
    """Draw the opening on the left, the branches in the middle, other guides on the right, and every way as a curve.

    ``onward`` tells where the targets of the guide lead, ``titles`` the titles of those guides by id.
    """
    ways = dict.fromkeys(_ways(guide, onward))
    others = list(dict.fromkeys(end for _, end in ways if end in titles))
    branches = {branch.id: branch.title for branch in guide.branches}
    height = max(len(branches), len(others), 1) * ROW
    placed = {
        **_column([OPENING], LEFT, height),
        **_column(list(branches), MIDDLE, height),
        **_column(others, RIGHT, height),
    }
    labels = {OPENING: guide.title, **branches, **{other: titles[other] for other in others}}
    curves = {
        name: tuple(_curve(placed[start], placed[end]) for start, end in ways if start == name) for name in placed
    }
    nodes = (
        Node(label, name if name in branches else "", name if name in titles else "", *placed[name], curves[name])
        for name, label in labels.items()
    )
    return Diagram(WIDTH, height, tuple(nodes))


def _ways(guide: Guide, onward: Mapping[Target, Destination]) -> Iterator[tuple[str, str]]:
    """Give every way from the opening or a branch to a branch or another guide, in page order."""
    owners = {line.id: branch.id for branch in guide.branches for line in all_lines(branch.lines, branch.openings)}
    for start, targets in _targets(guide):
        for place in (onward[target] for target in targets if target in onward):
            end = owners.get(place.line, OPENING) if place.guide == guide.id else place.guide
            if end and end != start:
                yield start, end


def _targets(guide: Guide) -> Iterator[tuple[str, Iterable[Target]]]:
    check = (guide.silent_check.target,) if guide.silent_check else ()
    yield OPENING, (*check, *_targets_below(guide.opening, guide.opening_replies))
    for branch in guide.branches:
        yield branch.id, _targets_of(branch)


def _targets_of(branch: Branch) -> Iterable[Target]:
    return _targets_below(branch.lines, branch.openings)


def _targets_below(lines: Sequence[Line], replies: Sequence[Reply]) -> tuple[Target, ...]:
    found = [said.target for said in all_lines(lines, replies)] + [r.target for r in all_replies(lines, replies)]
    return tuple(target for target in found if target)


def _column(names: Sequence[str], x: int, height: int) -> dict[str, tuple[int, int]]:
    step = height / max(len(names), 1)
    return {name: (x, round(step * (number + 0.5) - BOX_HEIGHT / 2)) for number, name in enumerate(names)}


def _curve(start: tuple[int, int], end: tuple[int, int]) -> str:
    """Give the curve between two boxes: across between columns, round the outside within one."""
    half = BOX_HEIGHT // 2
    y, to_y = start[1] + half, end[1] + half
    if start[0] == end[0]:
        side = start[0] + BOX_WIDTH
        out = side + 12 + min(abs(to_y - y) // 5, 50)
        return f"M{side} {y}C{out} {y} {out} {to_y} {side} {to_y}"
    x, to_x = start[0] + BOX_WIDTH, end[0]
    return f"M{x} {y}C{x + 40} {y} {to_x - 40} {to_y} {to_x} {to_y}"
