"""HTML in what a curator writes: a few harmless tags may stand, every other is refused where it is written."""

from __future__ import annotations

# Without attributes they can neither act nor lead anywhere, and a reader loses nothing where one is left open.
HARMLESS = ("br", "kbd", "mark", "sub", "sup", "wbr")
