"""Conversations that go round: a reply that leads back to the line it answers, and lines from which nothing ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from playbook.guides.conversation import Destination, Step, steps
from playbook.guides.guide import Guide
from playbook.problems import Problem

_Place = tuple[str, str]


def endless_problems(guides: Mapping[str, Guide]) -> Iterator[Problem]:
    """Give every reply that leads back, and of each guide the first line after which no talk can end."""
    found = {(guide.id, step.line.id): step for guide in guides.values() for step in steps(guide, guides)}
    for place, step in found.items():
        yield from _back(guides[step.guide], place, step)
    ended, told = _ended(found), set()
    for place, step in found.items():
        # The first line of a page that goes round in circles is enough.
        if place not in ended and step.guide not in told:
            told.add(step.guide)
            hint = 'Let one of the replies after it lead to "stop".'
            path, said = guides[step.guide].path, step.line
            yield Problem(path, said.number, said.text, "never comes to an end.", hint, "no-end")


def _back(guide: Guide, place: _Place, step: Step) -> Iterator[Problem]:
    for reply in step.replies:
        if (reply.to.guide, reply.to.line) == place:
            number = next((r.number for r in guide.replies() if r.heard == reply.heard), step.line.number)
            message, hint = "leads back to the line it answers.", "Lead it on: to another line, or to stop."
            yield Problem(guide.path, number, reply.heard, message, hint, "leads-back")


def _ended(found: Mapping[_Place, Step]) -> set[_Place]:
    """Give the lines from which an end can be reached, walking back from the ends."""
    before: dict[_Place, list[_Place]] = defaultdict(list)
    waiting: list[_Place] = []
    for place, step in found.items():
        for to in _onward(step):
            before[to.guide, to.line].append(place)
            waiting += [place] if to.stop else []
    ended: set[_Place] = set()
    while waiting:
        place = waiting.pop()
        if place not in ended:
            ended.add(place)
            waiting += before[place]
    return ended


def _onward(step: Step) -> list[Destination]:
    return [*(reply.to for reply in step.replies), *([step.then] if step.then else [])]
