"""Publishes made-up editions of a site, one after the other, in a process of its own that may be told when to die.

``publisher.py site first last [step]``: every page of edition N names ``assets/N/style.css`` and holds ``edition N``.
With a step, the process kills itself right before its so-manieth act on the file system while it publishes the last.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from playbook_mkdocs.publishing.not_published import begun, not_published

PAGES = ("index.html", "404.html", "guides/one/index.html", "guides/two/index.html", "glossary/index.html")
_ACTS = {"os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.truncate", "os.chmod", "shutil.copyfile", "ctypes.dlsym"}


def main() -> int:
    """Publish the editions and print the number of each when it is live."""
    site, first, last = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    try:
        for edition in range(first, last + 1):
            _publish(site, edition, int(sys.argv[4]) if edition == last and len(sys.argv) > 4 else None)
    except PluginError as refused:
        print(refused)
        return 1
    return 0


def _publish(site: Path, edition: int, step: int | None) -> None:
    staging = begun(site)
    try:
        _write(staging.next, edition)
        if step is not None:
            die_at(step)
        staging.publish({"beside.txt": f"edition {edition}"})
    except OSError as error:
        raise PluginError(not_published(error, site, placing=staging.placing)) from None
    finally:
        staging.end()
    print(edition, flush=True)


def _write(folder: Path, edition: int) -> None:
    asset = f"assets/{edition}/style.css"
    pages = dict.fromkeys(PAGES, f"edition {edition}\n{asset}\n")
    # In every second edition a page goes, and a folder stands where a file stood.
    pages |= {"odd.html": f"edition {edition}\n{asset}\n"} if edition % 2 else {}
    others = {asset: "css " * 2000, "note/a.txt" if edition % 2 else "note": f"note {edition}"}
    for name, text in {**pages, **others}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def die_at(step: int) -> None:
    """Kill this process at its so-manieth act from now on."""
    left = [step]

    def count(event: str, arguments: tuple[Any, ...]) -> None:  # noqa: ARG001 - as the interpreter calls it
        left[0] -= event in _ACTS
        if left[0] < 0 and event in _ACTS:  # the kill is an event, too
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


if __name__ == "__main__":
    sys.exit(main())
