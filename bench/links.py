"""What the link check costs: the same trees built with and without it, side by side."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HOOK = Path(__file__).resolve().parent.parent / "hooks" / "mkdocs_link_check.py"
SIZES = (25, 250, 1000)
ROUNDS = {25: 7, 250: 5, 1000: 3}
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


def main() -> None:
    """Print a table: seconds of processor time and memory, without and with the check."""
    print("pages  plain s  checked s  more time  plain MB  checked MB  more memory")
    for pages in SIZES:
        plain, checked = measured(pages)
        seconds = [statistics.median(run[0] for run in runs) for runs in (plain, checked)]
        memory = [statistics.median(run[1] for run in runs) for runs in (plain, checked)]
        # The difference of pairs that ran one after the other: what else the machine does hits both.
        more = statistics.median((b[0] - a[0]) / a[0] for a, b in zip(plain, checked, strict=True))
        print(
            f"{pages:5}  {seconds[0]:7.2f}  {seconds[1]:9.2f}  {more:9.1%}"
            f"  {memory[0]:8.0f}  {memory[1]:10.0f}  {memory[1] / memory[0] - 1:11.1%}"
        )


def measured(pages: int) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """Give time and memory of each round, without and with the check, turn about."""
    with tempfile.TemporaryDirectory() as folder:
        write_tree(Path(folder), pages)
        plain: list[tuple[float, float]] = []
        checked: list[tuple[float, float]] = []
        for number in range(ROUNDS[pages]):
            for name in ("plain", "checked") if number % 2 else ("checked", "plain"):
                (plain if name == "plain" else checked).append(run(Path(folder), f"{name}.yml"))
        return plain, checked


def run(folder: Path, configuration: str) -> tuple[float, float]:
    """Build once and give seconds of processor time and the greatest memory in MB."""
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--config-file", configuration]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"The build of {configuration} failed.")
    megabytes = used.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    return used.ru_utime + used.ru_stime, megabytes


def write_tree(folder: Path, pages: int) -> None:
    """Write pages of about 300 words with a dozen links each; the same every time."""
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
    """Give a page: sections, links, a note, a table, code and a footnote."""

    def prose(words: int) -> str:
        return " ".join(chance.choice(WORDS) for _ in range(words))

    def link() -> str:
        other = os.path.relpath(chance.choice(names), os.path.dirname(name))  # noqa: PTH120 - names of pages, not files
        return f"[{prose(2)}]({other}#section-{chance.randrange(4)})"

    parts = [f"# {prose(3)}"]
    for number in range(4):
        parts += [f"## Section {number}", f"{prose(40)} {link()} {prose(20)} {link()}.", f"- {link()}\n- `a[0](x)`"]
    parts += [f"!!! note\n    {prose(12)}[^1]", f"| a | b |\n|---|---|\n| {prose(2)} | {prose(2)} |"]
    return "\n\n".join([*parts, "```python\nvalue[0](1)\n```", f"[^1]: {prose(5)}\n"])


if __name__ == "__main__":
    main()
