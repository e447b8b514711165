"""What is known beside the files of an edition: what has been published, what is being changed, and the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playbook.guides.guide import Guide


@dataclass(frozen=True)
class Past:
    """Addresses that were ever published, paths that differ from the last commit, and today as 2026-11-22."""

    addresses: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    today: str = ""

    def oldest_first(self, guides: Sequence[Guide]) -> list[Guide]:
        """Give guides in the order in which they have a claim to what two of them claim.

        A page that was published, and bears the name of its id, comes before one that is being written.
        """
        return sorted(
            guides, key=lambda guide: (not self._published(guide), not _named(guide), guide.path in self.changed)
        )

    def has_published(self, guide: Guide, anchor: str) -> bool:
        """Tell whether a place of a guide has ever been published."""
        return f"/{guide.url}#{anchor}" in self.addresses

    def _published(self, guide: Guide) -> bool:
        return f"/{guide.url}" in self.addresses and _named(guide)


def _named(guide: Guide) -> bool:
    return guide.path.endswith(f"/{guide.kind}s/{guide.id}.md")
