"""Addresses as the book and the redirects hold them: ``/page/#anchor``, below the home of the site."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

ADDRESSES = "addresses.txt"
REDIRECTS = "redirects.yml"
# Written beside the book in the form of sha256sum: `sha256sum --check addresses.sha256` knows it, too.
DIGEST = "addresses.sha256"

_FORM = r"/(?:[^\s#?\\/]+/)*(?:[^\s#?\\/]+)?(?:#\S+)?"


def normal(address: str) -> str:
    """Give an address with nothing encoded, so that both ways to write ``/café/`` are one."""
    return unicodedata.normalize("NFC", unquote(address))


def is_address(written: str) -> bool:
    """Tell whether a text has the form of an address below the home of the site."""
    path = written.partition("#")[0]
    return bool(re.fullmatch(_FORM, written)) and ".." not in path.split("/")
