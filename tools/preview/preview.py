"""What a writer sees: the last sound build, the messages about the present state, and a count of the tries."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Condition

# What the host says in front of each message, and what it says of itself.
_LEVEL = "ERROR   -  "
_BUILD = Path(__file__).resolve().parent.parent / "build.py"


@dataclass(frozen=True)
class Attempt:
    """One try to build: its name, which no other has, and the messages; none where it came out sound."""

    name: str
    messages: str


class Preview:
    """The project, the folder its last sound build is in, and the last attempt; others may wait for the next."""

    def __init__(self, project: Path, folder: Path) -> None:
        self.project = project
        self.site = folder / "site"
        self.attempt = Attempt("", "")
        self._news = Condition()

    def build(self) -> Attempt:
        """Build once more and tell everybody who waits; a build that fails leaves the last sound one as it is.

        A process of its own sees what has changed in the hooks, too, and takes along whatever goes wrong in it.
        """
        command = [sys.executable, str(_BUILD), "--quiet", "--site-dir", str(self.site)]
        environment = {**os.environ, "SITE_URL": "", "PREVIOUS": ""}
        run = subprocess.run(command, cwd=self.project, env=environment, capture_output=True, text=True, check=False)
        with self._news:
            self.attempt = Attempt(str(time.time_ns()), _messages(run))
            self._news.notify_all()
        return self.attempt

    def newer_than(self, name: str, seconds: float) -> bool:
        """Wait for an attempt other than the one named, at most so long, and tell whether there is one."""
        with self._news:
            return self._news.wait_for(lambda: self.attempt.name != name, seconds)


def _messages(run: subprocess.CompletedProcess[str]) -> str:
    if run.returncode == 0:
        return ""
    told = run.stderr.strip() or run.stdout.strip() or f"The build ended with status {run.returncode} without a word."
    return "\n".join(line.removeprefix(_LEVEL) for line in told.splitlines())
