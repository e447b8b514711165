"""Misspelt schemes: what a writer surely meant with an address that no browser can follow."""

from __future__ import annotations

import re

from playbook.links.verdict import Verdict
from playbook.nearness import nearest

# Said for one that browsers know, though they know none of these.
_ALIASES = {"email": "mailto", "e-mail": "mailto", "mail": "mailto"}
_ALIASES |= dict.fromkeys(("phone", "telephone", "telefon", "tell", "tle", "tele"), "tel")
# Schemes that are a slip away from one of the web and yet meant.
_MEANT = ("attp", "httpx", "shttp", "ssh")
_LETTERS_OF_THE_WEB = r"[htps]{3,7}"
_WEB = ("https", "http")
_MISSING_COLON = r"(?i)(?:h?ttps?|hhtps?)(?://|;//|[;:]\\+|[-/]:?//|/:/| :?//)|https?[.,]//|[:/]+https?:|htt ps?://"
# Two slashes, and not a second scheme behind them.
_TWO_SLASHES = r"(?i)//(?![/:\\]|https?:/|https?//)"
_WEB_ADDRESS = r"(?i)www\.[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)"
_NO_ADDRESS = "is no address a browser can follow."


def misspelt(target: str, scheme: str) -> Verdict | None:
    """Give the verdict on a target whose scheme, or what follows it, is misspelt; ``scheme`` is in small letters."""
    if not scheme and re.match(_WEB_ADDRESS, target) and not target.lower().endswith((".md", ".html")):
        message = "lacks its scheme, so that it leads to a file of that name."
        return Verdict("misspelt-scheme", message, f"https://{target}")
    meant = _meant(target, scheme)
    return Verdict("misspelt-scheme", _NO_ADDRESS, meant) if meant and meant != target else None


def _meant(target: str, scheme: str) -> str:
    rest = target[len(scheme) + 1 :]
    if scheme in _WEB:
        return "" if re.match(_TWO_SLASHES, rest) else f"{scheme}://{_address(rest)}"
    if re.match(_MISSING_COLON, target):
        return f"https://{_address(re.sub(r'(?i)^[:/]*h?h?tt? ?ps?', '', target))}"
    if scheme in _ALIASES and not rest.startswith("//"):
        return f"{_ALIASES[scheme]}:{rest}"
    if scheme != "mailto" and len(scheme) > 3 and "@" in rest and nearest(scheme, ("mailto",)):
        return f"mailto:{rest}"
    return f"{_web(scheme)}://{_address(rest)}" if rest.startswith("/") and _web(scheme) else ""


def _web(scheme: str) -> str:
    """Give the scheme of the web that was meant, or nothing."""
    if scheme in _MEANT:
        return ""
    if re.fullmatch(_LETTERS_OF_THE_WEB, scheme):  # "hpps" is as far from both; how it ends decides
        return "https" if scheme.endswith("s") else "http"
    return nearest(scheme, _WEB)


def _address(rest: str) -> str:
    return re.sub(r"(?i)^(?:[:;,/\\. -]+|https?(?::|(?=//)))+", "", rest)
