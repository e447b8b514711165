"""``make bench``: measure everything, write ``bench/results.json``, print tables, draw the pictures of the README.

It informs and never fails for being slow; what cannot be measured here is named. Times compare within one run only.
``ONLY=building`` is that one alone; the results of the others stay as they were.
"""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from tables import Table, as_text, write_into

FOLDER = Path(__file__).resolve().parent
RESULTS = FOLDER / "results.json"
README = FOLDER.parent / "README.md"
BENCHMARKS = ("building", "serving", "first_visit", "lighthouse", "desk_keys", "speed", "compare_engines", "links")


def main() -> None:
    """Run the benchmarks that were asked for, all by default, each as a module that measures and gives its tables."""
    only = os.environ.get("ONLY", "").split()
    results: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.is_file() else {}
    for name in (name for name in BENCHMARKS if name in only or not only):
        benchmark = import_module(name)
        try:
            results[name] = benchmark.measured()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a browser or a tool that is not here must not end the rest
            print(f"{name} was not measured: {error}", file=sys.stderr)
            continue
        for table in benchmark.tables(results[name]):
            print(f"\n{as_text(table)}", flush=True)
        RESULTS.write_text(f"{json.dumps(results, indent=1, sort_keys=True)}\n", encoding="utf-8")
    if "building" in results:
        import_module("plots").draw(results)
    write_into(README, [table for name in BENCHMARKS if name in results for table in _tables(name, results[name])])


def _tables(name: str, found: Any) -> list[Table]:
    """Give the tables of a benchmark; none of results that it wrote when it still measured other things."""
    try:
        tables: list[Table] = import_module(name).tables(found)
    except KeyError as missing:
        print(f"{name} was measured before there was {missing}: run it again", file=sys.stderr)
        return []
    return tables


if __name__ == "__main__":
    main()
