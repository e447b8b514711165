"""``make due``: what curators have to look after, as on the page /status/, judged today."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from playbook.contract.checked_edition import read_edition
from playbook.guides.edition import BESIDE_PAGES, CUES, Edition
from playbook.links.external import external_links
from playbook.links.values import NoTreeError
from playbook.site.status import due, status_of, status_text
from playbook_mkdocs.content import asked_in
from playbook_mkdocs.rehearsal import read_tree

DESK = "docs/index.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the status of a project; with ``--fail``, give 1 where a page is due."""
    parser = argparse.ArgumentParser(description="Tell what curators have to look after.")
    parser.add_argument("--project", default=".", type=Path, help="the folder with mkdocs.yml")
    parser.add_argument("--fail", action="store_true", help="give exit status 1 where a page is due for review")
    parser.add_argument(
        "--today",
        default=datetime.datetime.now().astimezone().date(),
        type=datetime.date.fromisoformat,
        help="as 2027-01-31",
    )
    given = parser.parse_args(arguments)
    try:
        tree, _ = read_tree(str(given.project))
    except NoTreeError as error:
        print(error, file=sys.stderr)
        return 2
    edition = edition_in(given.project)
    status = status_of(edition, DESK, asked_in(given.project), external_links(tree))
    print(status_text(status, given.today))
    return int(given.fail and bool(due(status, given.today)))


def edition_in(project: Path) -> Edition:
    """Give what can be read of a project; what is wrong with it is told by the build."""
    written = [*project.glob("docs/**/*.md"), *(project / CUES).glob("*.txt")]
    places = [*written, *(project / name for name in BESIDE_PAGES)]
    files = sorted(place for place in places if place.is_file())
    sources = {place.relative_to(project).as_posix(): place.read_bytes() for place in files}
    return read_edition(sources, DESK)[0]


if __name__ == "__main__":
    sys.exit(main())
