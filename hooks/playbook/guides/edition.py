"""An edition: everything one build publishes, read from the files and checked as a whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from playbook.guides.bridges import Bridge
from playbook.guides.confusable import Confusable
from playbook.guides.guide import Guide
from playbook.guides.references import Work

HOUSE_NUMBERS = "data/house_numbers.yml"
REFERENCES = "data/references.yml"
CONFUSABLES = "data/confusable.yml"
SYNONYMS = "data/synonyms.yml"
OFF_TOPIC = "data/off_topic.txt"
BESIDE_PAGES = (HOUSE_NUMBERS, REFERENCES, CONFUSABLES, SYNONYMS, OFF_TOPIC)  # one of each; cues have a folder
CUES = "data/cues"
GUIDE_PATH = re.compile(r"[^/]+/(?:situations|techniques)/[^/]+\.md")


@dataclass(frozen=True)
class Edition:
    """Guides by id, bridge lines, references by key, the text of every page by path, and what is easily mixed up."""

    guides: Mapping[str, Guide]
    bridges: tuple[Bridge, ...]
    references: Mapping[str, Work]
    texts: Mapping[str, str]
    confusables: tuple[Confusable, ...]
    synonyms: Mapping[str, str] = field(default_factory=dict)
    off_topic: tuple[str, ...] = ()

    def guides_of(self, kind: str) -> list[Guide]:
        """The guides of a kind, by title."""
        return [guide for guide in self._by_title if guide.kind == kind]

    def guide_at(self, path: str) -> Guide | None:
        """The guide written in this file."""
        return self._by_path.get(path)

    def may_be_guide(self, path: str) -> bool:
        """Tell whether a file belongs to the guides, though it may not be one that can be read."""
        return bool(GUIDE_PATH.fullmatch(path))

    def cited(self) -> list[tuple[Work, list[Guide]]]:
        """The references that a guide cites, by authors and year, each with the guides that cite it, by title."""
        citing: dict[str, list[Guide]] = defaultdict(list)
        for guide in self._by_title:
            for key in dict.fromkeys(guide.front.texts("references")):
                citing[key].append(guide)
        found = [(self.references[key], guides) for key, guides in citing.items() if key in self.references]
        order = {key: number for number, key in enumerate(self.references)}
        return sorted(found, key=lambda cited: (cited[0].authors, cited[0].year, order[cited[0].key]))

    @cached_property
    def _by_path(self) -> Mapping[str, Guide]:
        return {guide.path: guide for guide in self.guides.values()}

    @cached_property
    def _by_title(self) -> Sequence[Guide]:
        return sorted(self.guides.values(), key=lambda guide: guide.title)
