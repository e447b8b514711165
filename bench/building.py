"""What a build costs: ours beside the stock theme with its search, and zensical where it can be fetched, in turn.

Processor seconds, wall seconds, peak memory, bytes of the site and of a guide's page: for our guides with all their
cues, and at three sizes with as many cues a guide as somebody may write for a thousand; and where the time of our own
build goes, by wing. The stock theme reads no cues, so that they cost us alone.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import Any

from cost import Cost, cost
from knowledge_base import REPOSITORY, write_knowledge_base, write_stock
from packages import python_folder
from tables import Table

FEW = 180  # cues of a guide, besides those that its page prints
ALL = None  # as many as ours have
SIZES = ((34, ALL, 3), (34, FEW, 3), (250, FEW, 3), (1000, FEW, 1))  # guides, cues of each, rounds
PROFILED = (SIZES[0], SIZES[2])
SHOWN = 12  # wings and packages
ZENSICAL = "zensical==0.0.73"  # what it needs for a newer one is not in the registry
GUIDE = "situations/reference-request/index.html"
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(REPOSITORY / "hooks")}
MKDOCS = (sys.executable, "-m", "mkdocs", "--quiet", "build")


def measured() -> dict[str, Any]:
    """Give the costs of all builds, size by size, and the shares of the wings in two of ours."""
    builds, wings = [], []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            found = _at(Path(folder), *size)
            builds.append(found)
            if size in PROFILED:
                name = f"{found['guides']:,} guides, {found['cues']:,} cues"
                wings.append({"of": name, "shares": _wings(Path(folder) / "ours")})
    return {"builds": builds, "wings": wings}


def _at(folder: Path, guides: int, cues: int | None, rounds: int) -> dict[str, Any]:
    ours, stock = folder / "ours", folder / "stock"
    ours.mkdir()
    stock.mkdir()
    count, said = write_knowledge_base(ours, guides, cues)
    write_stock(stock, ours)
    commands = _commands()
    runs: dict[str, list[Cost]] = defaultdict(list)
    for _ in range(rounds):  # in turn, so that whatever else the machine does hits all
        for name, command in commands.items():
            project = ours if name == "ours" else stock
            shutil.rmtree(project / "site", ignore_errors=True)
            runs[name].append(cost(command, project, os.environ | ENVIRONMENT))
            if name == "ours":
                sizes = {"site": _bytes(project / "site"), "page": (project / "site" / GUIDE).stat().st_size}
    return {
        "guides": count,
        "cues": said,
        "whole": cues is ALL,
        **sizes,
        **{name: _middle(costs) for name, costs in runs.items()},
    }


def _commands() -> dict[str, tuple[str, ...]]:
    folder = python_folder(ZENSICAL)
    # Our own anchors are not known to the stock pages; that it tells so is of no interest here.
    told = f'PYTHONPATH="{folder}" exec "{sys.executable}" -m zensical build --clean 2> /dev/null'
    zensical = ("sh", "-c", told)
    return {"ours": MKDOCS, "stock": MKDOCS, **({"zensical": zensical} if folder else {})}


def _middle(costs: list[Cost]) -> dict[str, Any]:
    """Give the middle of each figure, and the least and the greatest processor time."""
    processor = [one.processor for one in costs]
    return {
        "processor": median(processor),
        "spread": [min(processor), max(processor)],
        "wall": median(one.wall for one in costs),
        "memory": median(one.memory for one in costs),
    }


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _wings(project: Path) -> dict[str, float]:
    """Give the share of each wing, and of each package we build upon, in the time of one build, the greatest first."""
    profile = project / "profile"
    command = (sys.executable, __file__, str(profile))
    subprocess.run(command, cwd=project, env=os.environ | ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
    spent: dict[str, float] = defaultdict(float)
    for (path, _, _), (_, _, own, _, _) in pstats.Stats(str(profile)).stats.items():  # type: ignore[attr-defined]
        spent[_wing(path)] += own
    total = sum(spent.values())
    return {name: share / total for name, share in sorted(spent.items(), key=lambda one: -one[1])}


def _wing(path: str) -> str:
    parts = Path(path).parts
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1].removesuffix(".py")
    if "playbook" in parts and "hooks" in parts:
        name = parts[parts.index("playbook") + 1]
        return "playbook" if name.endswith(".py") else f"playbook/{name}"
    return "playbook_mkdocs" if "hooks" in parts else "python"


def tables(found: dict[str, Any]) -> list[Table]:
    """Give the costs size by size, and where our time goes in two of them."""
    names = [name for name in ("ours", "stock", "zensical") if name in found["builds"][0]]
    costs = ["guides", "cues", *(f"{name}, s" for name in names), "ours : stock", *(f"{name}, MB" for name in names)]
    return [
        Table(
            "Processor seconds and peak memory of a build beside stock Material with its search, medians; in the first "
            "row our guides with all their cues, in the others guides with about two hundred each",
            [*costs, "ours : stock", "site, MB", "a guide, KB"],
            [_row(row, names) for row in found["builds"]],
        ),
        *(_shares(**one) for one in found["wings"]),
    ]


def _shares(of: str, shares: dict[str, float]) -> Table:
    greatest = sorted(shares.items(), key=lambda one: -one[1])[:SHOWN]
    rows = [[name, f"{share:.1%}"] for name, share in greatest]
    return Table(f"Where our time goes ({of}), by wing or package", ["wing or package", "share"], rows)


def _row(row: dict[str, Any], names: list[str]) -> list[str]:
    cells = [f"{row['guides']:,}", f"{row['cues']:,}"]
    for figure, digits in (("processor", 1), ("memory", 0)):
        cells += [f"{row[name][figure]:.{digits}f}" for name in names]
        cells.append(f"{row['ours'][figure] / row['stock'][figure]:.2f}")
    return [*cells, f"{row['site'] / 1e6:.1f}", f"{row['page'] / 1e3:.1f}"]


def _profile(place: str) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    config = load_config("mkdocs.yml")
    config.plugins.on_startup(command="build", dirty=False)
    watch = cProfile.Profile()
    watch.runcall(build, config)
    watch.dump_stats(place)


if __name__ == "__main__":
    _profile(sys.argv[1])
