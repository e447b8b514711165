"""Targets that begin with a scheme: which of them are refused, and why."""

from __future__ import annotations

import difflib
import re
from html import unescape
from urllib.parse import unquote, urlsplit

from playbook.tree.verdict import Verdict

_PLAIN = re.compile(r"[\w./#-]*")
_BLANKS = "".join(map(chr, range(33)))
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_UNSAFE = {"javascript", "vbscript", "livescript"}
_NEAR = ("https", "http", "mailto", "tel", "ftp")
# Schemes that are near one of those above and yet meant.
_KNOWN = {
    "ftps",
    "sftp",
    "ws",
    "wss",
    "shttp",
    "tftp",
    "httpx",
    "attp",
    "itms",
    "sms",
    "smb",
    "tg",
    "matrix",
    "mailbox",
}
_MISSING_COLON = re.compile(r"(?:h?ttps?|hhtps?|https?)(?://|;//|:\\\\)|https?[.,]//|:?//?https?:", re.IGNORECASE)
# Two slashes, and not a second scheme behind them.
_TWO_SLASHES = re.compile(r"//(?![/:\\]|https?:/|https?//)", re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)", re.IGNORECASE)
_MAIL = re.compile(r"[^@\s,;/\\<>()\[\]]+@(?:[\w-]+\.)+[\w-]{2,}", re.UNICODE)
_TELEPHONE = re.compile(r"\+?[0-9*#(][0-9()\-./ *#]*(?:;[\w=+.%-]+)*(?:\?.*)?")
_LOCAL = re.compile(r"(?:localhost|.+\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|::1|\[::1\])", re.IGNORECASE)
_LOADING = {"img", "script", "iframe", "link", "source", "video", "audio", "object", "embed", "style", "use", "image"}
_LOADING |= {"input", "track"}

_BELOW = "Put the file below docs and link it there."
_COPY = "Put a copy below docs and use that."


def decoded(target: str) -> str:
    """Give a target as a browser reads it: entities decoded, tabs, line ends and outer spaces taken out."""
    if _PLAIN.fullmatch(target):
        return target
    return re.sub(r"[\t\r\n]", "", unescape(unescape(target))).strip(_BLANKS)


def scheme_of(target: str) -> str:
    """Give the scheme in small letters, or nothing."""
    match = _SCHEME.match(target)
    return match[1].lower() if match else ""


def is_elsewhere(target: str) -> bool:
    """Tell whether a target leads out of the site, so that nothing more can be said of it."""
    return bool(scheme_of(target)) or target.startswith("//")


def refusal(target: str, tag: str) -> Verdict | None:
    """Give the verdict on a target that no page may have, whatever the tree holds."""
    scheme = scheme_of(target)
    if scheme in _UNSAFE or (scheme == "data" and tag not in _LOADING):
        message = "runs or carries code in the reader's browser."
        return Verdict("unsafe-scheme", message, remedy="Link a page or a file instead.")
    if scheme == "file" or re.match(r"[a-zA-Z]:[\\/]", target) or re.match(r"[a-zA-Z]:\w", target) or len(scheme) == 1:
        return Verdict("file-link", "is a file on one computer.", remedy=_BELOW)
    if re.match(r"\\\\?[\w.-]+\\", target):
        return Verdict("file-link", "is a folder of one network.", remedy=_BELOW)
    return _misspelt(target, scheme) or _mail_or_telephone(target, scheme) or _web(target, scheme, tag)


def _misspelt(target: str, scheme: str) -> Verdict | None:
    message = "is no address a browser can follow."
    if scheme in ("http", "https"):
        rest = target[len(scheme) + 1 :]
        meant = "" if _TWO_SLASHES.match(rest) else f"{scheme}://{_address(rest)}"
    elif scheme:
        meant = _nearest_scheme(target, scheme)
    elif _WEB_ADDRESS.match(target) and not target.lower().endswith((".md", ".html")):
        meant, message = f"https://{target}", "lacks its scheme, so that it leads to a file of that name."
    else:
        parts = re.split(r"[/\\]+", target, maxsplit=1)
        meant = f"https://{_address(parts[1])}" if _MISSING_COLON.match(target) and len(parts) > 1 else ""
    return Verdict("misspelt-scheme", message, meant) if meant and meant != target else None


def _nearest_scheme(target: str, scheme: str) -> str:
    """Give the target with the scheme it surely meant, or nothing."""
    if scheme in _KNOWN or scheme in _NEAR:
        return ""
    near = difflib.get_close_matches(scheme, _NEAR, n=1, cutoff=0.75)
    if not near or (len(scheme) <= 3 and near[0] not in ("tel", "ftp")):
        return ""
    rest = target[len(scheme) + 1 :]
    return f"{near[0]}://{rest.lstrip('/')}" if near[0] in ("http", "https") else f"{near[0]}:{rest}"


def _address(rest: str) -> str:
    return re.sub(r"^(?:[:/\\]+|https?:)+", "", rest, flags=re.IGNORECASE)


def _mail_or_telephone(target: str, scheme: str) -> Verdict | None:
    rest = target[len(scheme) + 1 :]
    if scheme == "mailto":
        people, _, query = unquote(rest).partition("?")
        named = [person.strip() for person in people.split(",")]
        if (people or "to=" not in query) and not all(_MAIL.fullmatch(person) for person in named):
            return Verdict("malformed-mail", "is no mail address.", remedy="Write mailto:name@example.com.")
    if scheme in ("tel", "sms") and not (_TELEPHONE.fullmatch(unquote(rest)) and len(re.findall(r"\d", rest)) >= 3):
        return Verdict("malformed-telephone", "is no telephone number.", remedy="Write it as tel:+441234567890.")
    if not scheme and "/" not in target and not target.startswith("#") and _MAIL.fullmatch(target.partition("?")[0]):
        return Verdict("malformed-mail", "is a mail address without its scheme.", f"mailto:{target}")
    return None


def _web(target: str, scheme: str, tag: str) -> Verdict | None:
    if scheme not in ("http", "https", "") or (not scheme and not target.startswith("//")):
        return None
    host = _host(target)
    if not scheme and host and "." not in host:
        return Verdict("file-link", "is a folder of one network.", remedy=_BELOW)
    if _LOCAL.fullmatch(host):
        return Verdict("localhost-link", "leads to the reader's own computer.", remedy="Link what everybody can open.")
    if not host or " " in host:
        return Verdict("misspelt-scheme", "is no address a browser can follow.")
    return Verdict("remote-asset", "is loaded from another host.", remedy=_COPY) if tag in _LOADING else None


def _host(target: str) -> str:
    try:
        return urlsplit(target).hostname or ""
    except ValueError:
        return ""
