"""``python -m playbook.check``: check the links of any MkDocs tree, on what is really built.

An entrance like the two beside this package, and no part of the core: it stands here for the name of the command.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from playbook.links.checks import link_problems
from playbook.links.external import external_json, external_links, external_report
from playbook.links.values import NoTreeError, Tree
from playbook.problems import json_report, report
from playbook_mkdocs.rehearsal import read_tree

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
    parser.add_argument(
        "--external", action="store_true", help="list the links to other hosts instead; they are never fetched"
    )
    given = parser.parse_args(arguments)
    try:
        tree, notes = read_tree(given.tree)
    except NoTreeError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stderr.writelines(f"Note: {note}\n" for note in notes)
    told, status = _external(tree, given.format) if given.external else _checked(tree, given.format)
    sys.stdout.write(f"{told}\n" if told else "")
    return status


def _checked(tree: Tree, form: str) -> tuple[str, int]:
    problems = link_problems(tree)
    return json_report(problems) if form == "json" else report(problems), int(bool(problems))


def _external(tree: Tree, form: str) -> tuple[str, int]:
    links = external_links(tree)
    return external_json(links) if form == "json" else external_report(links), 0


if __name__ == "__main__":
    sys.exit(main())
