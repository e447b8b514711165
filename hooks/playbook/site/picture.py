"""The picture of the whole: where each guide stands, and the curves of the conversations that run between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from playbook.guides.graph import Edge
from playbook.guides.guide import Guide

WIDTH, ROW, BOX_WIDTH, BOX_HEIGHT = 880, 36, 268, 28
LEFT, RIGHT = 8, 468


@dataclass(frozen=True)
class Node:
    """A guide in the picture: the upper left corner of its box, and the curves that leave it as the ``d`` of a path."""

    guide: Guide
    x: int
    y: int
    curves: tuple[str, ...]


@dataclass(frozen=True)
class Picture:
    """Everything to draw."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    box_width: int = BOX_WIDTH
    box_height: int = BOX_HEIGHT


def picture(guides: Mapping[str, Guide], edges: Sequence[Edge]) -> Picture:
    """Draw situations on the left, techniques on the right, and every conversation as a curve."""
    spoken = [edge for edge in edges if edge.spoken]
    left = sorted(name for name, guide in guides.items() if guide.kind == "situation")
    right = _in_order((name for name in sorted(guides) if name not in left), left, spoken)
    height = max(len(left), len(right), 1) * ROW
    placed = {**_column(left, LEFT, height), **_column(right, RIGHT, height)}
    curves = {
        name: [_curve(placed[name], placed[edge.end]) for edge in spoken if edge.start == name] for name in placed
    }
    nodes = (Node(guides[name], *placed[name], tuple(curves[name])) for name in (*left, *right))
    return Picture(WIDTH, height, tuple(nodes))


def _in_order(names: Iterable[str], left: Sequence[str], edges: Sequence[Edge]) -> list[str]:
    """Put each technique near the situations it belongs to: of the simple orders this one crosses fewest curves."""

    def middle(name: str) -> tuple[float, str]:
        near = [left.index(e.start) for e in edges if e.end == name and e.start in left]
        near += [left.index(e.end) for e in edges if e.start == name and e.end in left]
        return (sum(near) / len(near) if near else len(left) / 2, name)

    return sorted(names, key=middle)


def _column(names: Sequence[str], x: int, height: int) -> dict[str, tuple[int, int]]:
    step = height / max(len(names), 1)
    return {name: (x, round(step * (number + 0.5) - BOX_HEIGHT / 2)) for number, name in enumerate(names)}


def _curve(start: tuple[int, int], end: tuple[int, int]) -> str:
    """Give the curve between two boxes: across between the columns, round the outside within one."""
    middle = BOX_HEIGHT // 2
    y, to_y = start[1] + middle, end[1] + middle
    if start[0] == end[0]:
        side = start[0] + BOX_WIDTH
        out = side + 16 + min(abs(to_y - y) // 4, 110)
        return f"M{side} {y}C{out} {y} {out} {to_y} {side} {to_y}"
    if start[0] < end[0]:
        x, to_x = start[0] + BOX_WIDTH, end[0]
        return f"M{x} {y}C{x + 90} {y} {to_x - 90} {to_y} {to_x} {to_y}"
    x, to_x = start[0], end[0] + BOX_WIDTH
    return f"M{x} {y}C{x - 90} {y} {to_x + 90} {to_y} {to_x} {to_y}"
