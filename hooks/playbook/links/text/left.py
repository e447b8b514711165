"""What is left of a page in which something may have stayed text."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.links.text.places import canonical
from playbook.links.verdict import Verdict

# Place, length of the thing as written, and what is wrong with it.
Stayed = tuple[int, int, Verdict]


@dataclass(frozen=True, eq=False)
class Left:
    """The prose of a page, the same with code shown, and the text that readers see."""

    prose: str
    written: str
    seen: str

    def shows(self, piece: str) -> bool:
        """Tell whether a piece of source is still there as text."""
        return " ".join(canonical(piece).split()) in self.seen
