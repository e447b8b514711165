"""``python -m playbook.check``: check the links of any MkDocs tree, on what is really built."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from playbook.problems import json_report, report
from playbook.tree.check import link_problems
from playbook.tree.values import NoTreeError

EPILOG = """\
The tree is built with its own mkdocs.yml into a temporary folder; nothing in it is changed and nothing is fetched.
Plugins, hooks, extensions or a theme that are not installed are named, and the check goes on without them.
Beside mkdocs.yml it honours addresses.txt (every address ever published, one a line) and redirects.yml (old: new).
Exit status: 0 nothing found, 1 problems found, 2 the tree cannot be built at all.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Check a tree and print the report; give the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m playbook.check",
        description="Check every link, anchor, picture, redirect and published address of an MkDocs tree.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "tree", nargs="?", default=".", help="folder that holds mkdocs.yml, or that file (default: here)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="report for people or JSON lines")
    given = parser.parse_args(arguments)
    # Loaded here alone: the core does not know the host.
    host = importlib.import_module("playbook_mkdocs.rehearsal")
    try:
        tree, notes = host.read_tree(given.tree)
    except NoTreeError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stderr.writelines(f"Note: {note}\n" for note in notes)
    problems = link_problems(tree)
    told = json_report(problems) if given.format == "json" else report(problems)
    sys.stdout.write(f"{told}\n" if told else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
