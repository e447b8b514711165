"""``make guide``: write the file of a new guide, in which every place says what belongs there."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from playbook.guides.fields import FIELDS, KINDS
from playbook.guides.skeleton import cue_skeleton, line_word, skeleton

_LINE = re.compile(r"^\s*- Say ([a-z]+)-\d", re.MULTILINE)
_ID = next(field.pattern for field in FIELDS if field.name == "id")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the two files of a guide, unless there is one of this name or the name cannot be an address."""
    parser = argparse.ArgumentParser(description="Write the skeleton of a new guide.")
    parser.add_argument("id", help="its permanent id, as price-match")
    parser.add_argument("kind", help=" or ".join(KINDS))
    parser.add_argument("--root", default=Path(), type=Path, help="the folder of mkdocs.yml")
    given = parser.parse_args(arguments)
    refused = _refusal(given.id, given.kind, given.root)
    if refused:
        print(refused, file=sys.stderr)
        return 1
    guide, cues = given.root / "docs" / f"{given.kind}s" / f"{given.id}.md", _cues(given.root, given.id)
    word = line_word(given.id, _words(given.root))
    guide.parent.mkdir(parents=True, exist_ok=True)
    cues.parent.mkdir(parents=True, exist_ok=True)
    guide.write_text(skeleton(given.id, given.kind, word, date.today().isoformat()), encoding="utf-8")  # noqa: DTZ011 - the writer's own day
    cues.write_text(cue_skeleton(given.id), encoding="utf-8")
    print(f"Wrote {guide} and {cues}.")
    print("Fill in what says TODO and link the page from another; make build tells what is left.")
    return 0


def _refusal(identifier: str, kind: str, root: Path) -> str:
    if kind not in KINDS:
        return f"'{kind}' is no kind of guide. Write KIND={' or KIND='.join(KINDS)}."
    if not re.fullmatch(_ID, identifier):
        return f"'{identifier}' can be no id. Write small letters and figures with dashes, as ID=price-match."
    cues = _cues(root, identifier)
    there = [*root.glob(f"docs/*/{identifier}.md"), *([cues] if cues.exists() else [])]
    return f"'{identifier}' is taken by {there[0]}. Choose another id." if there else ""


def _cues(root: Path, identifier: str) -> Path:
    return root / "data" / "cues" / f"{identifier}.txt"


def _words(root: Path) -> set[str]:
    """Give the words that begin the ids of lines so far."""
    pages = sorted(root.glob("docs/situations/*.md"))
    return {word for page in pages for word in _LINE.findall(page.read_text("utf-8", "replace"))}


if __name__ == "__main__":
    sys.exit(main())
