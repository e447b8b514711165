"""A name made of contents: the same bytes always give the same name, other bytes another one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping


def fingerprint(contents: Mapping[str, bytes]) -> str:
    """Give ten hexadecimal digits that name these files, whatever the order they come in."""
    digest = hashlib.sha256()
    for path in sorted(contents):
        for part in (path.encode(), contents[path]):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()[:10]
