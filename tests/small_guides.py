"""Guides of a few lines, for tests that need no more; what a real page must also have is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from playbook.guides.cue import Cue
from playbook.guides.guide import Guide, read_guide

FRONT = "---\nid: {id}\nkind: situation\ntitle: {title}\njob: {job}\nmoment: {moment}\n---\n\n{script}"
# With a reply about as long as those of the scripts in the tests: what is found depends on how long other guides are.
SCRIPT = """\
## Now

- Say say-1: "Understood, {id}."
    - "All right, thanks for telling me now, that is good to know at last." -> stop
"""


def small_guide(
    identifier: str, script: str = "", *, cues: Sequence[str] = (), title: str = "", job: str = "", moment: str = ""
) -> Guide:
    """Give a guide with this script, or with a script of one line of its own."""
    text = FRONT.format(
        id=identifier, title=title, job=job, moment=moment, script=script or SCRIPT.format(id=identifier)
    )
    guide, _ = read_guide(f"docs/situations/{identifier}.md", text)
    return replace(guide, cues=tuple(Cue(text, thought=False, number=1, shown=False) for text in cues))
