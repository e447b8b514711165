"""What is said when a site cannot be published: what happened, what became of the live site, what to do."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from mkdocs.exceptions import PluginError

from playbook_mkdocs.publishing.publication import AlreadyBuildingError, Staging

_AGAIN = "Build again."
_ROOM = "Make room there, then build again."
_LEAVE = "Let the user who builds write there, then build again."
_REMEDIES = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EROFS: "Make it writable, then build again.",
    errno.EACCES: _LEAVE,
    errno.EPERM: _LEAVE,
    errno.ENOTDIR: "Move away the file that stands where a folder is needed, then build again.",
    errno.ELOOP: "Let the link lead to a folder, then build again.",
    errno.ENOENT: "Make the folder that is missing, or correct the link, then build again.",
}


def begun(site: Path) -> Staging:
    """Give the folder to build in, with the lock on the site, or say why there is none."""
    try:
        staging = Staging(site)
        staging.begin()
    except AlreadyBuildingError as other:
        raise PluginError(_already_building(str(other), site)) from None
    except OSError as error:
        raise PluginError(not_published(error, site, placing=False)) from None
    return staging


def not_published(error: OSError, site: Path, *, placing: bool) -> str:
    """Give the sentences on a site that the system would not let us write."""
    # Of a copy that failed the system names both; it is the second that is written.
    name = str(error.filename2 or error.filename or "")
    where = f" ({name})" if name else ""
    live = "The live site is as it was."
    mixed = "Some of its pages are new, the others old, and each has its files."
    remedy = _REMEDIES.get(error.errno or 0, _AGAIN) if _is_written(name, site) else _AGAIN
    return f"{site} was not published: {error.strerror or error}{where}. {mixed if placing else live} {remedy}"


def _is_written(name: str, site: Path) -> bool:
    """Tell whether a file is one that is written, and not one of the sources, which somebody may be saving."""
    folder = site.resolve()
    staged = f".{folder.name}.build" in name or (name.startswith(f"{site.parent}{os.sep}.") and name.endswith(".next"))
    return not name or staged or Path(name).is_relative_to(folder) or Path(name).is_relative_to(site)


def _already_building(holder: str, site: Path) -> str:
    process = f" (process {holder})" if holder else ""
    return f"{site} is being built by another process{process}. Wait until it has ended, then build again."
