"""Misspelt schemes: what a writer surely meant with an address that no browser can follow."""

from __future__ import annotations

import re

from playbook.links.verdict import Verdict

# Said for one that browsers know, though they know none of these.
_ALIASES = {"email": "mailto", "e-mail": "mailto", "mail": "mailto"}
_ALIASES |= dict.fromkeys(("phone", "telephone", "telefon", "tell", "tle", "tele"), "tel")
# Schemes that are a slip away from one of the web and yet meant.
_MEANT = {
    *("ftp", "ftps", "sftp", "tftp", "nntp", "rtsp", "rtmp", "smtp", "xmpp", "imap", "ipp", "ipps", "hdfs", "htcpcp"),
    *(
        "shttp",
        "httpx",
        "attp",
        "itms",
        "ws",
        "wss",
        "git",
        "ssh",
        "smb",
        "nfs",
        "s3",
        "dtn",
        "ntp",
        "stun",
        "tip",
        "tcp",
        "udp",
        "tls",
    ),
}
_WEB = ("https", "http")
_MOST_SLIPS = 2
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
    if scheme != "mailto" and len(scheme) > 3 and "@" in rest and _slips(scheme, "mailto") <= _MOST_SLIPS:
        return f"mailto:{rest}"
    return f"{_web(scheme)}://{_address(rest)}" if rest.startswith("/") and _web(scheme) else ""


def _web(scheme: str) -> str:
    """Give the scheme of the web that was meant, or nothing."""
    if not scheme or scheme in _MEANT:
        return ""
    slips = {name: _slips(scheme, name) for name in _WEB}
    # "hpps" is as far from both; how it ends decides.
    near = min(_WEB, key=lambda name: (slips[name], name[-1] != scheme[-1]))
    most = 1 if len(scheme) <= 2 else _MOST_SLIPS
    return near if slips[near] <= most else ""


def _slips(written: str, name: str) -> int:
    """Give how many letters must be put in, left out or changed (the distance of Levenshtein)."""
    row = list(range(len(name) + 1))
    for place, letter in enumerate(written, 1):
        before, row[0] = row[0], place
        for other, known in enumerate(name, 1):
            before, row[other] = row[other], min(row[other] + 1, row[other - 1] + 1, before + (letter != known))
    return row[-1]


def _address(rest: str) -> str:
    return re.sub(r"(?i)^(?:[:;,/\\. -]+|https?(?::|(?=//)))+", "", rest)
