"""Which line, branch or guide a misspelt target surely meant: one of its own kind, never another talk."""

from __future__ import annotations

import re
from collections.abc import Iterable

from playbook.nearness import did_you_mean, nearest

_LINE = re.compile(r"[a-z]+-(?P<figure>[0-9]+[a-z]?)")
_BRANCH = "b-"


def near_target(written: str, known: Iterable[str]) -> str:
    """Give 'Did you mean "x"?' for the one target that is near, else nothing."""
    page, mark, name = written.rpartition("#")
    line = _LINE.fullmatch(name)
    own = [target for target in known if target.startswith(f"{page}{mark}")]
    if line:
        own = [target for target in own if target.endswith(f"-{line['figure']}")]
    if not name.startswith(_BRANCH):
        return did_you_mean(written, own)
    # The prefix that all branches share must not make two of them near.
    start = f"{page}{mark}{_BRANCH}"
    branches = {target.removeprefix(start) for target in own if target.startswith(start)}
    near = nearest(name.removeprefix(_BRANCH), branches, figures_count=False)
    return f'Did you mean "{start}{near}"?' if near else ""
