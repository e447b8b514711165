"""The site that a browser measures, served as a host would: texts through gzip, under the site's own policy."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / folder) for folder in ("hooks", "tests", "tools")]

from site_builder import build
from site_server import policy_of, served


@contextmanager
def measured_site() -> Iterator[tuple[Path, str]]:
    """Give the folder that ``SITE`` names, or our site built for this, and the address where it is served."""
    with tempfile.TemporaryDirectory() as folder:
        named = os.environ.get("SITE")
        site = Path(named) if named else build(REPOSITORY / "mkdocs.yml", Path(folder) / "site").site
        with served(site, policy_of(site), packed=True) as address:
            yield site, address
