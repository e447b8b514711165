"""Where the site will lie, as the one who builds asks for it: only the 404 page and the server's redirects need it."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from mkdocs.exceptions import PluginError


def asked_site_url(asked: str, configured: str | None) -> str | None:
    """Give the address that is asked for, ending with a slash, or else the one of the settings."""
    if not asked:
        return configured
    if not _is_address(asked):
        raise PluginError(
            f"SITE_URL={asked} is not the address of a site. Write it like https://host/ or https://host/intranet/kb/."
        )
    return f"{asked.rstrip('/')}/"


def _is_address(asked: str) -> bool:
    try:
        parts = urlsplit(asked)
    except ValueError:
        return False
    plain = all("!" <= letter <= "~" and letter not in "\"'<>\\" for letter in asked)
    return plain and parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)


def base_of(site_url: str | None) -> str:
    """Give the path below which a site lies, decoded, from the root of its host: ``/`` or ``/intranet/kb/``."""
    return unquote(urlsplit(site_url or "/").path) or "/"
