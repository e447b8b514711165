"""From edit to visible: how long after a save a served page has the new words, ours beside stock."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from building import ALL, ENVIRONMENT, FEW
from knowledge_base import write_knowledge_base, write_stock
from port import free_port
from tables import Table

SIZES = ((34, ALL), (250, FEW))  # guides, cues of each
ROUNDS = 3
PATIENCE = 300  # seconds
PAGE, ADDRESS = "docs/techniques/phone-first.md", "techniques/phone-first/"


def measured() -> list[dict[str, Any]]:
    """Give seconds from a save to the page that has it, size by size."""
    with tempfile.TemporaryDirectory() as folder:
        return [_at(Path(folder) / str(guides), guides, cues) for guides, cues in SIZES]


def _at(folder: Path, guides: int, cues: int | None) -> dict[str, Any]:
    ours, stock = folder / "ours", folder / "stock"
    ours.mkdir(parents=True)
    stock.mkdir()
    count, said = write_knowledge_base(ours, guides, cues)
    write_stock(stock, ours)
    with _served(ours) as one, _served(stock) as other:
        seconds = [(_seen(ours, one, number), _seen(stock, other, number)) for number in range(ROUNDS)]
    return {
        "guides": count,
        "cues": said,
        "ours": median(s for s, _ in seconds),
        "stock": median(s for _, s in seconds),
    }


@contextmanager
def _served(project: Path) -> Iterator[str]:
    port = free_port()
    command = (sys.executable, "-m", "mkdocs", "--quiet", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}")
    with subprocess.Popen(command, cwd=project, env=os.environ | ENVIRONMENT, stdout=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}/{ADDRESS}"
        _wait(address, "")
        yield address
        process.terminate()


def _seen(project: Path, address: str, number: int) -> float:
    """Change a word of a page and give the seconds until it is served."""
    page, word = project / PAGE, f"round{number}"
    text = page.read_text(encoding="utf-8")
    before = f"round{number - 1}" if number else "Why it works\n\n"
    page.write_text(text.replace(before, f"{before}{word} " if not number else word, 1), encoding="utf-8")
    began = time.perf_counter()
    _wait(address, word)
    return time.perf_counter() - began


def _wait(address: str, word: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                if word in answer.read().decode("utf-8"):
                    return
        except OSError:
            pass  # not yet
        time.sleep(0.02)
    sys.exit(f"{address} did not show the change.")


def tables(found: list[dict[str, Any]]) -> list[Table]:
    """Give how long an edit takes to be seen, size by size."""
    rows = [
        [
            f"{row['guides']:,}",
            f"{row['cues']:,}",
            f"{row['ours']:.2f}",
            f"{row['stock']:.2f}",
            f"{row['ours'] / row['stock']:.2f}",
        ]
        for row in found
    ]
    title = "From a save to the page that shows it under the host's own server, seconds"
    return [Table(title, ["guides", "cues", "ours", "stock", "ours : stock"], rows)]
