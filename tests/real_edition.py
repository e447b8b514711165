"""The edition that the repository's own files make, read once for all tests about our pages."""

from __future__ import annotations

from playbook.contract.checked_edition import read_edition
from playbook.guides.edition import CONFUSABLES, HOUSE_NUMBERS, OFF_TOPIC, REFERENCES, SYNONYMS, Edition
from site_builder import REPOSITORY

WRITTEN = sorted(
    [
        *REPOSITORY.glob("docs/**/*.md"),
        *REPOSITORY.glob("data/cues/*.txt"),
        REPOSITORY / CONFUSABLES,
        REPOSITORY / HOUSE_NUMBERS,
    ]
)


def _edition() -> Edition:
    files = [*WRITTEN, *(REPOSITORY / name for name in (REFERENCES, SYNONYMS, OFF_TOPIC))]
    sources = {path.relative_to(REPOSITORY).as_posix(): path.read_bytes() for path in files}
    return read_edition(sources, "docs/index.md")[0]


EDITION = _edition()
GUIDES = sorted(EDITION.guides.values(), key=lambda guide: guide.id)
SITUATIONS = [guide for guide in GUIDES if guide.kind == "situation"]
