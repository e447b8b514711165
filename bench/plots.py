"""The pictures that the README shows of what was measured."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("svg")
mpl.rcParams.update({"svg.hashsalt": "next-line", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 10})

from matplotlib import pyplot as plt

PICTURES = Path(__file__).resolve().parent.parent / "pictures"


def draw(results: dict[str, Any]) -> None:
    """Draw how processor time, memory and the size of a page grow with the number of guides."""
    rows = results["building"]["builds"]
    guides = [row["guides"] for row in rows]
    _lines("processor", guides, _of(rows, "processor"), "processor seconds of a build")
    _lines("memory", guides, _of(rows, "memory"), "peak memory of a build, MB")
    _lines("page", guides, {"ours": [row["page"] / 1000 for row in rows]}, "a guide's page, KB")


def _of(rows: list[dict[str, Any]], figure: str) -> dict[str, list[float]]:
    names = [name for name in ("ours", "stock", "zensical") if name in rows[0]]
    return {name: [row[name][figure] for row in rows] for name in names}


def _lines(name: str, guides: list[int], series: dict[str, list[float]], label: str) -> None:
    figure, axes = plt.subplots(figsize=(5, 3))
    for one, values in series.items():
        axes.plot(guides, values, marker="o", label=one)
    axes.set(xlabel="guides", ylabel=label, ylim=(0, None), xlim=(0, None))
    axes.spines[["top", "right"]].set_visible(False)
    if len(series) > 1:
        axes.legend(frameon=False)
    figure.tight_layout()
    PICTURES.mkdir(exist_ok=True)
    figure.savefig(PICTURES / f"{name}.svg", metadata={"Date": None})
    plt.close(figure)
