"""The pictures that the README shows of what was measured, for light pages and for dark ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib as mpl

mpl.use("svg")
mpl.rcParams.update({"svg.hashsalt": "next-line", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 10})

from matplotlib import pyplot as plt

PICTURES = Path(__file__).resolve().parent.parent / "pictures"
MARKS = {"ours": "o", "stock": "s", "zensical": "^"}
Series = dict[str, list[tuple[int, float]]]  # guides and a figure, point by point


class Look(NamedTuple):
    """What a picture is drawn in: its ground, its words and lines, and a colour for each series."""

    ground: str
    ink: str
    series: Mapping[str, str]


LOOKS = {
    "": Look("#ffffff", "#1f2328", {"ours": "#0b57d0", "stock": "#b3470a", "zensical": "#3a7d1e"}),
    "-dark": Look("#0d1117", "#e6edf3", {"ours": "#79b8ff", "stock": "#ffab70", "zensical": "#85e89d"}),
}


def draw(results: dict[str, Any]) -> None:
    """Draw how processor time, memory and the size of a page grow with the number of guides, each with as many cues.

    What ours take with all their cues is a point of its own.
    """
    builds = results["building"]["builds"]
    rows = [row for row in builds if not row["whole"]]
    whole = next(row for row in builds if row["whole"])
    pictures = {
        "build-time": (_lines(rows, "processor"), _point(whole, "processor"), "processor seconds of a build"),
        "build-memory": (_lines(rows, "memory"), _point(whole, "memory"), "peak memory of a build, MB"),
        "guide-size": ({"ours": _points(rows, [row["page"] / 1000 for row in rows])}, {}, "a guide's page, KB"),
    }
    PICTURES.mkdir(exist_ok=True)
    for name, (lines, points, label) in pictures.items():
        for ending, look in LOOKS.items():
            _draw(PICTURES / f"{name}{ending}.svg", lines | points, label, look)


def _lines(rows: list[dict[str, Any]], figure: str) -> Series:
    names = [name for name in MARKS if name in rows[0]]
    return {name: _points(rows, [row[name][figure] for row in rows]) for name in names}


def _point(row: dict[str, Any], figure: str) -> Series:
    return {f"ours, all {row['cues']:,} cues": _points([row], [row["ours"][figure]])}


def _points(rows: list[dict[str, Any]], values: list[float]) -> list[tuple[int, float]]:
    return [(row["guides"], value) for row, value in zip(rows, values, strict=True)]


def _draw(file: Path, series: Series, label: str, look: Look) -> None:
    """Draw lines from nothing on, so that what grows with the guides alone is straight."""
    figure, axes = plt.subplots(figsize=(5, 3), facecolor=look.ground)
    for name, points in series.items():
        of = name.partition(",")[0]
        marker, color = (MARKS[of], look.series[of]) if of == name else ("*", look.ink)
        axes.plot(
            *zip(*points, strict=True),
            marker=marker,
            color=color,
            linestyle="-" if len(points) > 1 else "none",
            label=name,
        )
    axes.set_facecolor(look.ground)
    axes.set_xlabel("guides", color=look.ink)
    axes.set_ylabel(label, color=look.ink)
    greatest = [max(values) for values in zip(*(point for points in series.values() for point in points), strict=True)]
    axes.set(xlim=(0, 1.05 * greatest[0]), ylim=(0, 1.1 * greatest[1]))
    axes.tick_params(colors=look.ink)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(look.ink)
    if len(series) > 1:
        axes.legend(frameon=False, labelcolor=look.ink)
    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})
    plt.close(figure)
