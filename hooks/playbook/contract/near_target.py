"""Which line, branch or guide a misspelt target surely meant: one of its own kind, never another talk."""

from __future__ import annotations

import re
from collections.abc import Iterable

from playbook.nearness import did_you_mean

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
    import difflib  # needed only where something is wrong, and slow to load

    # The prefix that all branches share must not make two of them near.
    branches = [target for target in own if target.rpartition("#")[2].startswith(_BRANCH)]
    bare = {target.rpartition("#")[2].removeprefix(_BRANCH): target for target in branches}
    near = difflib.get_close_matches(name.removeprefix(_BRANCH), sorted(bare), n=1, cutoff=0.75)
    return f'Did you mean "{bare[near[0]]}"?' if near else ""
