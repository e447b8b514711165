"""Targets that begin with a scheme: which of them are refused, and why."""

from __future__ import annotations

import difflib
import re
from html import unescape
from urllib.parse import unquote, urlsplit

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

Refusal = tuple[str, str, str]


def decoded(target: str) -> str:
    """Give a target as a browser reads it: entities decoded, tabs, line ends and outer spaces taken out."""
    return re.sub(r"[\t\r\n]", "", unescape(unescape(target))).strip("".join(map(chr, range(33))))


def scheme_of(target: str) -> str:
    """Give the scheme in small letters, or nothing."""
    match = _SCHEME.match(target)
    return match[1].lower() if match else ""


def is_elsewhere(target: str) -> bool:
    """Tell whether a target leads out of the site, so that nothing more can be said of it."""
    return bool(scheme_of(target)) or target.startswith("//")


def refusal(target: str, tag: str) -> Refusal | None:
    """Give code, message and remedy of a target that no page may have, whatever the tree holds."""
    scheme = scheme_of(target)
    if scheme in _UNSAFE or (scheme == "data" and tag not in _LOADING):
        return "unsafe-scheme", "runs or carries code in the reader's browser.", "Link a page or a file instead."
    if scheme == "file" or re.match(r"[a-zA-Z]:[\\/]", target) or re.match(r"[a-zA-Z]:\w", target) or len(scheme) == 1:
        return "file-link", "is a file on one computer.", "Put the file below docs and link it there."
    if re.match(r"\\\\?[\w.-]+\\", target):
        return "file-link", "is a folder of one network.", "Put the file below docs and link it there."
    return _misspelt(target, scheme) or _mail_or_telephone(target, scheme) or _web(target, scheme, tag)


def _misspelt(target: str, scheme: str) -> Refusal | None:
    code, message = "misspelt-scheme", "is no address a browser can follow."
    if scheme in ("http", "https"):
        rest = target[len(scheme) + 1 :]
        if not _TWO_SLASHES.match(rest):
            return code, message, _paste(f"{scheme}://{_address(rest)}", target)
        return None
    if scheme and scheme not in _KNOWN and scheme not in _NEAR:
        near = difflib.get_close_matches(scheme, _NEAR, n=1, cutoff=0.75)
        if near and (len(scheme) > 3 or near[0] in ("tel", "ftp")):
            rest = target[len(scheme) + 1 :]
            meant = f"{near[0]}://{rest.lstrip('/')}" if near[0] in ("http", "https") else f"{near[0]}:{rest}"
            return code, message, _paste(meant, target)
        return None
    if not scheme and _MISSING_COLON.match(target):
        rest = re.split(r"[/\\]+", target, maxsplit=1)
        return code, message, _paste(f"https://{_address(rest[1])}" if len(rest) > 1 else "", target)
    if not scheme and _WEB_ADDRESS.match(target) and not target.lower().endswith((".md", ".html")):
        return code, "lacks its scheme, so that it leads to a file of that name.", _paste(f"https://{target}", target)
    return None


def _address(rest: str) -> str:
    return re.sub(r"^(?:[:/\\]+|https?:)+", "", rest, flags=re.IGNORECASE)


def _paste(suggestion: str, target: str) -> str:
    return f'Did you mean "{suggestion}"?' if suggestion and suggestion != target else ""


def _mail_or_telephone(target: str, scheme: str) -> Refusal | None:
    rest = target[len(scheme) + 1 :]
    if scheme == "mailto":
        people, _, query = unquote(rest).partition("?")
        named = [person.strip() for person in people.split(",")]
        if (people or "to=" not in query) and not all(_MAIL.fullmatch(person) for person in named):
            return "malformed-mail", "is no mail address.", "Write mailto:name@example.com."
    if scheme in ("tel", "sms") and not (_TELEPHONE.fullmatch(unquote(rest)) and len(re.findall(r"\d", rest)) >= 3):
        return "malformed-telephone", "is no telephone number.", "Write it as tel:+441234567890."
    if not scheme and "/" not in target and not target.startswith("#") and _MAIL.fullmatch(target.partition("?")[0]):
        return "malformed-mail", "is a mail address without its scheme.", f'Did you mean "mailto:{target}"?'
    return None


def _web(target: str, scheme: str, tag: str) -> Refusal | None:
    if scheme not in ("http", "https", "") or (not scheme and not target.startswith("//")):
        return None
    try:
        host = urlsplit(target).hostname or ""
    except ValueError:
        return "misspelt-scheme", "is no address a browser can follow.", ""
    if _LOCAL.fullmatch(host):
        return "localhost-link", "leads to the reader's own computer.", "Link what everybody can open."
    if not scheme and "." not in host:
        return "file-link", "is a folder of one network.", "Put the file below docs and link it there."
    if not host or " " in host:
        return "misspelt-scheme", "is no address a browser can follow.", ""
    if tag in _LOADING:
        return "remote-asset", "is loaded from another host.", "Put a copy below docs and use that."
    return None
