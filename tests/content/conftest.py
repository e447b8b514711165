"""What the tests of our pages share: every page of the built site, parsed once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from built_page import Element, read_page


@pytest.fixture(scope="session")
def pages(site: Path) -> Mapping[str, Element]:
    """Give the built pages by their addresses from the root of the site, as ``techniques/phone-first/``."""
    files = sorted(site.rglob("*.html"))
    return {file.relative_to(site).as_posix().removesuffix("index.html"): read_page(file) for file in files}
