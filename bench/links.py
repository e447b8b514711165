"""What the link check costs: the same trees built with and without it, side by side.

A build with and one without run at the same time, so that whatever else the machine does hits both; the middle one of
several such pairs counts. (Taking turns, one build differed from the next by a third.) As a second witness the check's
own share of one build's processor time is taken from inside of it, and how much that is against rendering the pages
from Markdown alone. The last column is `python -m playbook.check` by itself, which renders the pages and stops, against
the plain build.

The pages are as busy as real documentation (uv, httpx, trivy: 540 to 880 words a page, 4 to 9 links, 4 to 10 blocks of
code, 8 to 11 headings, 9 to 37 words in code). Smaller sizes find their modules compiled, as every build after the
first does; at the greatest that does not count.
"""

from __future__ import annotations

import functools
import importlib
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from cost import cost
from tables import Table

HOOK = Path(__file__).resolve().parent.parent / "hooks" / "mkdocs_link_check.py"
CHECK = (sys.executable, "-m", "playbook.check")
SIZES = (25, 250, 1000)
ROUNDS = {25: 5, 250: 2, 1000: 1}
WORDS = [
    "harbour",
    "berth",
    "rope",
    "tide",
    "signal",
    "mooring",
    "captain",
    "line",
    "deck",
    "anchor",
    "flag",
    "crew",
    "chart",
    "buoy",
    "pilot",
    "quay",
]
CONFIGURATION = """\
site_name: Harbour
theme: {name: material, font: false}
plugins: []
markdown_extensions: [admonition, attr_list, footnotes, tables, pymdownx.superfences, {toc: {permalink: true}}]
"""


def measured() -> list[dict[str, float]]:
    """Give seconds of processor time and memory, without and with the check, size by size."""
    found = []
    for pages in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            write_tree(Path(folder), pages)
            plain, checked, growth = side_by_side(Path(folder), ROUNDS[pages])
            share, added = inside(Path(folder))
            inner = {"growth": growth, "inside": share, "added": added}
            alone = cost([*CHECK, "plain.yml"], Path(folder), environment(Path(folder))).processor
        seconds = {"plain": plain[0], "checked": checked[0], "alone": alone / plain[0]}
        found.append({"pages": pages, **seconds, **inner, "plain MB": plain[1], "checked MB": checked[1]})
    return found


def tables(found: list[dict[str, float]]) -> list[Table]:
    """Give what the check adds, size by size."""
    columns = [
        "pages",
        "plain, s",
        "checked, s",
        "more time",
        "share inside",
        "of rendering",
        "plain, MB",
        "checked, MB",
        "by itself",
    ]
    rows = [
        [
            f"{row['pages']:.0f}",
            *(f"{row[name]:.2f}" for name in ("plain", "checked")),
            *(f"{row[name]:.1%}" for name in ("growth", "inside", "added")),
            *(f"{row[name]:.0f}" for name in ("plain MB", "checked MB")),
            f"{row['alone']:.0%}",
        ]
        for row in found
    ]
    title = "The link check as a hook and by itself, on made-up pages as busy as real documentation, a dozen links each"
    return [Table(title, columns, rows)]


def side_by_side(folder: Path, rounds: int) -> tuple[tuple[float, float], tuple[float, float], float]:
    """Give middle time (s) and memory (MB) of builds without and with the check, and by how much the time grows."""
    compiling = int(rounds > 1)  # the first pair compiles modules
    pairs = [pair(folder, turned=bool(number % 2)) for number in range(rounds + compiling)][compiling:]
    plain, checked = ([runs[number] for runs in pairs] for number in (0, 1))
    growth = statistics.median(checked[0] / plain[0] - 1 for plain, checked in pairs)
    return middle(plain), middle(checked), growth


def pair(folder: Path, *, turned: bool) -> tuple[tuple[float, float], tuple[float, float]]:
    """Build without and with the check at the same time and give what each used."""
    with ThreadPoolExecutor(2) as pool:
        names = ("checked", "plain") if turned else ("plain", "checked")
        runs = {name: pool.submit(build, folder, name) for name in names}
        return runs["plain"].result(), runs["checked"].result()


def middle(runs: list[tuple[float, float]]) -> tuple[float, float]:
    """Give the middle time and the middle memory of some builds."""
    return statistics.median(seconds for seconds, _ in runs), statistics.median(megabytes for _, megabytes in runs)


def build(folder: Path, name: str) -> tuple[float, float]:
    """Build once and give seconds of processor time and the greatest memory in MB."""
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--config-file", f"{name}.yml"]
    found = cost([*command, "--site-dir", f"site-{name}"], folder, environment(folder))
    return found.processor, found.memory


def inside(folder: Path) -> tuple[float, float]:
    """Give the share of the check in the processor time of one build, its loading included, and against rendering."""
    command = [sys.executable, __file__, "--inside", "checked.yml"]
    run = subprocess.run(command, cwd=folder, env=environment(folder), stdout=subprocess.PIPE, text=True, check=True)
    share, added = run.stdout.split()
    return float(share), float(added)


def environment(folder: Path) -> dict[str, str]:
    """Give the environment of a build: no advertisement, and modules compiled in the folder of the tree."""
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return {**given, **quiet, "PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONPATH": str(HOOK.parent)}


def print_share(configuration: str) -> None:
    """Build once in this process and print the share of the check, and how much it is against rendering alone."""
    watch, rendering = Stopwatch(), Stopwatch()
    sys.path.insert(0, str(HOOK.parent))
    from mkdocs.commands import build as building
    from mkdocs.config import load_config

    load_config("plain.yml")  # loads what a plain build needs, too
    with watch:
        importlib.import_module(HOOK.stem)
    collector = importlib.import_module("playbook_mkdocs.collector")
    collector._Collecting.run = watch.around(collector._Collecting.run)
    config = load_config(configuration)
    for methods in config.plugins.events.values():
        methods[:] = [watch.around(method) if HOOK.stem in method.__module__ else method for method in methods]
    config.plugins.on_startup(command="build", dirty=False)
    building._populate_page = rendering.around(building._populate_page, but=watch)
    building.build(config)
    print(watch.seconds / time.process_time(), watch.seconds / rendering.seconds)


class Stopwatch:
    """Adds up processor time."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.began = 0.0

    def __enter__(self) -> None:
        """Begin."""
        self.began = time.process_time()

    def __exit__(self, *_: object) -> None:
        """End."""
        self.seconds += time.process_time() - self.began

    def around(self, function: Callable[..., Any], but: Stopwatch | None = None) -> Callable[..., Any]:
        """Give a function that is timed, without what another stopwatch adds up meanwhile."""

        @functools.wraps(function)
        def timed(*values: Any, **named: Any) -> Any:
            before = but.seconds if but else 0.0
            with self:
                found = function(*values, **named)
            self.seconds -= but.seconds - before if but else 0.0
            return found

        return timed


def write_tree(folder: Path, pages: int) -> None:
    """Write pages of about 700 words with a dozen links each; the same every time."""
    chance = random.Random(pages)
    names = [f"part{number // 25}/page{number}.md" for number in range(pages)]
    for name in names:
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(name, names, chance), encoding="utf-8")
    (folder / "docs" / "index.md").write_text(f"# Harbour\n\n[First]({names[0]})\n", encoding="utf-8")
    (folder / "plain.yml").write_text(CONFIGURATION, encoding="utf-8")
    (folder / "checked.yml").write_text(f"{CONFIGURATION}hooks: ['{HOOK}']\n", encoding="utf-8")


def page(name: str, names: list[str], chance: random.Random) -> str:
    """Give a page: eight sections with links and code, a note, a table and a footnote."""

    def prose(words: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(words))

    def link() -> str:
        other = os.path.relpath(chance.choice(names), os.path.dirname(name))  # noqa: PTH120 - names of pages, not files
        return f"[{prose(2)}]({other}#section-{chance.randrange(8)})"

    parts = [f"# {prose(3)}"]
    for number in range(8):
        said = f"{prose(25)} `{prose(1)}` {prose(15)} {link()}, {prose(20)} **{prose(2)}**."
        items = f"- {prose(6)}\n- `a[0](x)` {prose(4)}"
        parts += [f"## Section {number}", said, items + (f"\n- {link()}" if number % 2 else "")]
        parts += [f"```console\n$ {prose(3)} --{prose(1)}\n{prose(4)}\n```"] if number % 2 else []
    parts += [f"!!! note\n    {prose(12)}[^1]", f"| a | b |\n|---|---|\n| {prose(2)} | {prose(2)} |"]
    return "\n\n".join([*parts, "```python\nvalue[0](1)\n```", f"[^1]: {prose(5)}\n"])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        print_share(sys.argv[2])
