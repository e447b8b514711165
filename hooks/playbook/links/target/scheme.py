"""Targets that begin with a scheme or a host: which of them are refused, and why."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote, urlsplit

from playbook.links.verdict import Verdict

_PLAIN = re.compile(r"[\w./#-]*")
_BLANKS = "".join(map(chr, range(33)))
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
# Most links to other hosts are of this form, of which there is nothing to say.
_USUAL = re.compile(r"https?://(?![^/]*localhost|127\.|0\.)(?:[a-z0-9-]+\.)+[a-z]+(?:/[^\s\\]*)?")
_UNSAFE = {"javascript", "vbscript", "livescript"}
# A label of a host begins and ends with a letter or figure.
_HOST = r"(?:[^\W_](?:[^\W_]|-(?=[^\W_]|-))*\.)+[^\W_](?:[^\W_]|-)*"
_MAIL = rf"[^@\s,;/\\<>()\[\].][^@\s,;/\\<>()\[\]]*(?<!\.)@{_HOST}"
# Commas and the letter p are pauses before an extension is dialled.
_TELEPHONE = r"\+?[0-9*#(][0-9()\-./ *#,p]*(?:;[\w=+.%-]+)*(?:\?.*)?"
_SOUND = r"(?i)https?://(?!https?\b)[\w.-]+(?:[:/?#]|\Z)"
_LOCAL = r"(?i)(?:localhost|.+\.localhost|127(?:\.\d+){1,3}|0\.0\.0\.0|(?:0*:)+0*1|::ffff:127(?:\.\d+){3})\.?"
_SHOWING = {"img", "source", "video", "audio", "style", "image", "input", "track", "link"}
_LOADING = {*_SHOWING, "script", "iframe", "object", "embed", "use"}

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
    if tag == "a" and _USUAL.fullmatch(target):
        return None
    scheme = scheme_of(target)
    if scheme in _UNSAFE or (scheme == "data" and tag not in _SHOWING):
        message = "runs or carries code in the reader's browser."
        return Verdict("unsafe-scheme", message, remedy="Link a page or a file instead.")
    return (
        _local(target)
        or _file(target, scheme)
        or _mail_or_telephone(target, scheme)
        or _misspelt(target, scheme)
        or _web(target, scheme, tag)
    )


def _misspelt(target: str, scheme: str) -> Verdict | None:
    if scheme in ("http", "https") and re.match(_SOUND, target):
        return None
    from playbook.links.target.scheme_spelling import misspelt  # few addresses need it

    return misspelt(target, scheme)


def _local(target: str) -> Verdict | None:
    host = _host(target) if "//" in target else ""
    if re.fullmatch(_LOCAL, host) or re.match(r"localhost:\d", target):
        return Verdict("localhost-link", "leads to the reader's own computer.", remedy="Link what everybody can open.")
    return None


def _file(target: str, scheme: str) -> Verdict | None:
    if scheme == "file" or len(scheme) == 1:
        return Verdict("file-link", "is a file on one computer.", remedy=_BELOW)
    host = _host(target) if target.startswith("//") else ""
    if re.match(r"\\\\?[\w.-]+\\", target) or (host and "." not in host):
        return Verdict("file-link", "is a folder of one network.", remedy=_BELOW)
    return None


def _mail_or_telephone(target: str, scheme: str) -> Verdict | None:
    rest = target[len(scheme) + 1 :]
    if scheme == "mailto":
        people = unquote(rest).partition("?")[0]
        # Without anybody the reader chooses to whom it goes.
        named = people.split(",") if people else []
        if not rest or not all(re.fullmatch(_MAIL, person.strip()) for person in named):
            return Verdict("malformed-mail", "is no mail address.", remedy="Write mailto:name@example.com.")
    if scheme in ("tel", "sms") and not _is_number(unquote(rest)):
        return Verdict("malformed-telephone", "is no telephone number.", remedy="Write it as tel:+441234567890.")
    if not scheme and "/" not in target and not target.startswith("#"):
        bare = re.sub(r"(?i)^mailto\W+", "", target)
        if re.fullmatch(_MAIL, bare.partition("?")[0]):
            return Verdict("malformed-mail", "is a mail address without its scheme.", f"mailto:{bare}")
    return None


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(_TELEPHONE, text)) and len(re.findall(r"\d", text)) >= 3


def _web(target: str, scheme: str, tag: str) -> Verdict | None:
    if scheme not in ("http", "https", "") or (not scheme and not target.startswith("//")):
        return None
    host = _host(target)
    if not re.search(r"\w", host) or " " in host:
        return Verdict("misspelt-scheme", "is no address a browser can follow.")
    return Verdict("remote-asset", "is loaded from another host.", remedy=_COPY) if tag in _LOADING else None


def _host(target: str) -> str:
    try:
        return unquote(urlsplit(target).hostname or "")
    except ValueError:
        return ""
