"""``make gaps FILE=...``: group what gap notebooks hold, name the moment nearest to each, print cues to paste."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from mkdocs.exceptions import PluginError

from due import edition_in
from playbook.desk.gaps import Gap, Nearest, gaps_text, grouped, read_gaps
from playbook.guides.moment import moments
from playbook_mkdocs.publishing.previous import previous_assets

MATCHER = Path("overrides", "assets", "playbook", "search", "matcher.js")
NODE = Path(sys.executable).with_name("node")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the groups of one or more notebooks."""
    parser = argparse.ArgumentParser(description="Group the sentences for which the desk had no line.")
    parser.add_argument("files", nargs="*", type=Path, help="notebooks, one sentence a line")
    parser.add_argument("--project", default=".", type=Path, help="the folder with mkdocs.yml")
    parser.add_argument("--site", default="site", type=Path, help="the built site, whose index is asked")
    given = parser.parse_args(arguments)
    missing = [str(file) for file in given.files if not file.is_file()]
    if missing or not given.files:
        told = f"{', '.join(missing)} is not there." if missing else "No notebook is named."
        print(f"{told} Name one: make gaps FILE=gaps.txt", file=sys.stderr)
        return 2
    # What people keep in other programs may be in any encoding; what is lost then is seen in the list.
    gaps = read_gaps("\n".join(file.read_bytes().decode("utf-8-sig", "replace") for file in given.files))
    try:
        nearest = _nearest(gaps, given.project, given.site)
    except PluginError:
        print(f"{given.site} is no built site. Build it first: make build", file=sys.stderr)
        return 2
    by_id = {moment.id: moment for moment in moments(edition_in(given.project).guides)}
    print(gaps_text(grouped(gaps, nearest), by_id))
    return 0


def _nearest(gaps: Sequence[Gap], project: Path, site: Path) -> dict[str, Nearest]:
    assets = previous_assets(str(site))
    places = (NODE, Path(__file__).with_name("nearest.js"), project / MATCHER, f"{assets}/index.json")
    said = [gap.said for gap in gaps]
    run = subprocess.run([*map(str, places)], input=json.dumps(said), capture_output=True, text=True, check=True)
    return {text: Nearest(**found) for text, found in zip(said, json.loads(run.stdout), strict=True)}


if __name__ == "__main__":
    sys.exit(main())
