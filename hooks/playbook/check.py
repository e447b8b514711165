"""``python -m playbook.check``: check the links of any MkDocs tree, on what is really built.

An entrance like the two beside this package, and no part of the core: it stands here for the name of the command.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from playbook.links.checks import link_problems
from playbook.links.external import external_json, external_links, external_report
from playbook.links.severity import fails, least_that_fails, note_objects
from playbook.links.values import NoTreeError, Tree
from playbook.problems import SEVERITIES, json_report, report
from playbook_mkdocs.rehearsal import read_tree

EPILOG = """\
The tree is built with its own mkdocs.yml into a temporary folder; nothing in it is changed and nothing is fetched.
Plugins, hooks, extensions or a theme that are not installed are named, and the check goes on without them: of what they
may make or take out nothing is claimed.
Beside mkdocs.yml it honours link-check.yml (what to silence, and why), addresses.txt (every address ever published, one
a line) and redirects.yml (old: new).
Exit status: 0 no errors, 1 errors (or what --fail-on says), 2 the tree cannot be built at all.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Check a tree and print the report; give the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m playbook.check",
        description="Check every link, anchor, picture, redirect and published address of an MkDocs tree.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("tree", nargs="?", default=".", help="folder that holds mkdocs.yml, or that file (default: here)")
    add("--format", choices=("text", "json"), default="text", help="report for people or JSON lines")
    add("--fail-on", choices=SEVERITIES, help="least severity that counts as failure (default: error)")
    add("--external", action="store_true", help="list the links to other hosts instead; they are never fetched")
    given = parser.parse_args(arguments)
    try:
        tree, notes = read_tree(given.tree)
    except NoTreeError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if given.external:
        told, status = _external(tree, given.format), 0
    else:
        told, status = _checked(tree, notes, given.format, given.fail_on or least_that_fails(tree))
    sys.stderr.writelines(f"Note: {note}\n" for note in notes)
    sys.stdout.write(f"{told}\n" if told else "")
    return status


def _checked(tree: Tree, notes: Sequence[str], form: str, least: str) -> tuple[str, int]:
    problems = link_problems(tree)
    told = "\n".join([*note_objects(notes, tree), *json_report(problems).splitlines()])
    return told if form == "json" else report(problems), int(fails(problems, least))


def _external(tree: Tree, form: str) -> str:
    links = external_links(tree)
    return external_json(links) if form == "json" else external_report(links)


if __name__ == "__main__":
    sys.exit(main())
