"""A build is staged beside the live site and moved into its place whole, or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path


class Staging:
    """The live site, and the folder beside it in which the next one is built."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.next = site.with_name(f"{site.name}.next")

    def publish(self) -> None:
        """Put the new site into the place of the old one."""
        old = self.site.with_name(f"{self.site.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        if self.site.exists():
            self.site.rename(old)
        self.next.rename(self.site)
        shutil.rmtree(old, ignore_errors=True)

    def clear(self) -> None:
        """Leave no half-built folder behind."""
        shutil.rmtree(self.next, ignore_errors=True)
