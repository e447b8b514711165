"""``make bench``: measure everything, write ``bench/results.json``, print tables, draw the pictures of the README.

It informs and never fails for being slow. Times compare within one run only. ``ONLY=building`` is that one alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
RESULTS = FOLDER / "results.json"
MEASURED = ("building", "serving", "answering")
# These print tables of their own.
PRINTED = ("first_visit", "desk_keys", "speed", "compare_engines", "links")


def main() -> None:
    """Run the benchmarks that were asked for, all by default."""
    only = os.environ.get("ONLY", "").split()
    results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.is_file() else {}
    for name in (name for name in MEASURED if name in only or not only):
        benchmark = import_module(name)
        results[name] = benchmark.measured()
        benchmark.print_tables(results[name])
        RESULTS.write_text(f"{json.dumps(results, indent=1, sort_keys=True)}\n", encoding="utf-8")
    if "building" in results:
        import_module("plots").draw(results)
    for name in (name for name in PRINTED if name in only or not only):
        print(f"\n{name}", flush=True)
        subprocess.run([sys.executable, FOLDER / f"{name}.py"], check=True)


if __name__ == "__main__":
    main()
