"""What a command costs, measured from a small process: of a large one the system adds what it held itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """Seconds of processor time and by the clock, and megabytes at the peak."""

    processor: float
    wall: float
    memory: float


def cost(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command in a folder and give what it took; a command that fails ends the benchmark."""
    measured = [sys.executable, __file__, *command]
    run = subprocess.run(measured, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if run.returncode:
        sys.exit(f"{' '.join(command)} failed in {folder}.")
    return Cost(*json.loads(run.stdout))


def _run(command: Sequence[str]) -> int:
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    megabytes = used.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    print(json.dumps([used.ru_utime + used.ru_stime, time.perf_counter() - began, megabytes]))
    return process.returncode


if __name__ == "__main__":
    sys.exit(_run(sys.argv[1:]))
