"""A private room for mounts, which go with it: a process of its own in which we may mount without being root."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class Room:
    """Runs commands in the room and shows what they see."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command where the mounts are."""
        entered = ["nsenter", "--preserve-credentials", "-U", "-m", "-t", str(self._process.pid)]
        return subprocess.run([*entered, *command], capture_output=True, text=True, check=False)

    def mount(self, *arguments: str) -> None:
        """Mount something."""
        run = self.run("mount", *arguments)
        assert run.returncode == 0, run.stderr

    def seen(self, place: Path) -> Path:
        """Give the place under which this process sees what the room sees."""
        return Path(f"/proc/{self._process.pid}/root{place}")


@contextmanager
def room() -> Iterator[Room]:
    """Give a room for mounts, or skip the test where the system has none."""
    if not shutil.which("unshare") or not shutil.which("nsenter"):
        pytest.skip("mounts of one's own need Linux")
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", "echo ready; exec sleep infinity"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        try:
            if process.stdout.readline() != "ready\n":
                pytest.skip("this system does not let its users mount")
            yield Room(process)
        finally:
            process.kill()
