"""``make build``: say what is wrong with the settings, as with all else, and build the site.

The host itself tells a broken mkdocs.yml in the words of its parser, and before any hook of ours is asked.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

# A project with hooks of its own is built with them.
sys.path[:0] = [str(Path("hooks").resolve()), str(Path(__file__).resolve().parent.parent / "hooks")]

from mkdocs.__main__ import cli

from playbook.problems import report
from playbook_mkdocs.content import settings_told


def main(arguments: Sequence[str]) -> int:
    """Build the project in this folder; the arguments are those of the host."""
    problems = settings_told(Path("mkdocs.yml"))
    if problems:
        sys.stderr.write(f"{report(problems)}\n")
        return 1
    cli(["build", "--strict", *arguments], prog_name="mkdocs")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
