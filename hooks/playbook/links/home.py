"""The home of a site: host and folder at which it is published, and which full addresses lead there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

# One host often holds several editions of a site, side by side.
_EDITION = r"(?i)(?:latest|stable|dev|main|master|next|current|edge|v?\d+(?:\.[\w*-]+)*|[a-z]{2}(?:-[a-z]{2,4})?)"
_RELEASE = r"(?i)latest|stable|v?\d+\.[\d.x]+"
# Below these names every project of an organisation has a folder of its own.
_SHARED = (".github.io", ".gitlab.io", ".readthedocs.io", ".pages.dev")
_USUAL_PORTS = (None, 80, 443)


@dataclass(frozen=True)
class Home:
    """Host and folder, which begins and ends with a slash; both empty where nobody said."""

    host: str = ""
    folder: str = ""

    def path_of(self, target: str) -> tuple[str, str] | None:
        """Give path below the folder and fragment of a full address of this site; nothing for any other."""
        if not self.host or self.host.partition(":")[0] not in target.lower():
            return None
        parts = _split(target)
        if parts is None or _host(parts) != self.host or parts.scheme not in ("", "http", "https"):
            return None
        path = unquote(parts.path) or "/"
        return (path[len(self.folder) - 1 :], parts.fragment) if f"{path}/".startswith(self.folder) else None

    def is_shared(self) -> bool:
        """Tell whether a folder of the host that we do not have may be another project's."""
        return self.folder == "/" and self.host.endswith(_SHARED)


def names_edition(folder: str) -> bool:
    """Tell whether a folder is named like a version or language of a site."""
    return bool(re.fullmatch(_EDITION, folder))


def names_release(folder: str) -> bool:
    """Tell whether a folder can be nothing but a release of a site, wherever it stands."""
    return bool(re.fullmatch(_RELEASE, folder))


def home_of(site_url: str) -> Home:
    """Give the home that a configuration names."""
    parts = _split(site_url)
    host = _host(parts) if parts else ""
    return Home(host, (parts.path if parts else "").rstrip("/") + "/") if host else Home()


def _split(target: str) -> SplitResult | None:
    try:
        return urlsplit(target)
    except ValueError:
        return None


def _host(parts: SplitResult) -> str:
    try:
        port = parts.port
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    return host if port in _USUAL_PORTS else f"{host}:{port}"
