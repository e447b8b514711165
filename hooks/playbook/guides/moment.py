"""Moments: what somebody says or does, together with the line that answers it; the line's id is the moment's.

Every place where a guide hears somebody and answers is one: its opening, the beginning of a branch, a reply with a line
of its own. A branch heading, or a reply that leads to the line, is one more name for the same moment. A line that cues
reach is one too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playbook.guides.conversation import destination, first_line
from playbook.guides.cue import WHOLE, Cues, Run
from playbook.guides.guide import Guide
from playbook.guides.line import Line

_FAREWELL = re.compile(
    r"\b(congratulations|good luck|all the best|best of luck|wish you|take care|goodbye|hope (it|they|the|your?))\b",
    re.IGNORECASE,
)
_THANKS = re.compile(r"(thanks|thank you|glad|i'm glad|great to hear|i've enjoyed|you're welcome)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Heard:
    """Words that name a moment, and whether somebody says them; else they tell what happens."""

    words: str
    spoken: bool


@dataclass(frozen=True)
class Moment:
    """A moment by its guide and the line that answers it, with everything that names it, the likeliest first.

    ``cues`` are the words in which people say the same. What is heard at an ``inner`` one answers a line of the guide:
    it seldom begins a conversation.
    """

    guide: str
    line: Line
    heard: tuple[Heard, ...]
    cues: Cues
    inner: bool

    @property
    def urgent(self) -> bool:
        """Whether it goes before everything else that is said."""
        return any(run.kind.urgent for run in self.cues.runs)

    @property
    def parting(self) -> bool:
        """Whether its line thanks, congratulates or says farewell: the wrong answer to nearly everything else."""
        return bool(_FAREWELL.search(self.line.text) or (_THANKS.match(self.line.text) and "?" not in self.line.text))

    @property
    def id(self) -> str:
        """The permanent id, as ``reference-request#ref-13``."""
        return f"{self.guide}#{self.line.id}"


def moments(guides: Mapping[str, Guide]) -> tuple[Moment, ...]:
    """Give the moments of these guides, guide by guide, each in page order."""
    names: dict[tuple[str, str], list[Heard]] = defaultdict(list)
    for guide in guides.values():
        for line, heard in _named_here(guide):
            names[guide.id, line].append(heard)
    for guide in guides.values():
        for place, heard in _leading(guide, guides):
            names[place].append(heard)
    return tuple(moment for guide in guides.values() for moment in _moments(guide, names))


def whole_guide_cues(guide: Guide) -> Cues:
    """Give the cues that reach the guide itself and no line of it: thoughts and questions of method."""
    return Cues(run for run in guide.cue_runs if run.kind.under == WHOLE)


def line_under(guide: Guide, name: str) -> Line | None:
    """Give the line that an arrow of the guide's cue file names, itself or by its branch; the opening for no name."""
    if not name:
        return next(iter(guide.opening), None)
    branch = guide.branch_by_id.get(name)
    return first_line(branch) if branch else guide.line_by_id.get(name)


def _moments(guide: Guide, names: Mapping[tuple[str, str], list[Heard]]) -> Iterator[Moment]:
    reached: dict[str, list[Run]] = defaultdict(list)
    for run in guide.cue_runs:
        line = line_under(guide, run.kind.under) if run.kind.under != WHOLE else None
        if line:
            reached[line.id].append(run)
    first = {line.id for line in _first_lines(guide)}
    for line in guide.lines():
        heard = names.get((guide.id, line.id), ())
        if heard or line.id in reached:
            yield Moment(guide.id, line, tuple(dict.fromkeys(heard)), Cues(reached[line.id]), line.id not in first)


def _first_lines(guide: Guide) -> Iterator[Line]:
    """Give the lines with which a conversation may begin: the opening's, those of branches."""
    yield from guide.opening[:1]
    for branch in guide.branches:
        yield from branch.lines[:1]
        yield from (line for opening in branch.openings for line in opening.lines[:1])


def _named_here(guide: Guide) -> Iterator[tuple[str, Heard]]:
    """Give the lines of a guide that answer something, each with what it answers."""
    for line in guide.opening[:1]:
        yield line.id, Heard(guide.moment or guide.title, spoken=bool(guide.moment))
    for reply in guide.replies():
        for line in reply.lines[:1]:
            yield line.id, Heard(reply.heard, reply.spoken)
    for branch in guide.branches:
        first = first_line(branch)
        if first:
            yield first.id, Heard(branch.title, spoken=False)


def _leading(guide: Guide, guides: Mapping[str, Guide]) -> Iterator[tuple[tuple[str, str], Heard]]:
    """Give where the replies of a guide lead that have no line of their own; what ends the conversation is left out."""
    for reply in guide.replies():
        place = destination(reply.target, guide, guides) if reply.target and not reply.lines else None
        if place and not place.stop:
            yield (place.guide, place.line), Heard(reply.heard, reply.spoken)
