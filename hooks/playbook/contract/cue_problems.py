"""What is wrong with where cues stand: arrows that name no moment of the guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playbook.contract.near_target import near_target
from playbook.guides.cue import URGENT, WHOLE, Arrow
from playbook.guides.guide import Guide
from playbook.guides.moment import line_under
from playbook.problems import Problem

_WANTED = f"Name a line or a branch of this guide, or {WHOLE}."


def shown_cue_problems(guide: Guide) -> Iterator[Problem]:
    """Give a problem for each arrow behind a cue of the page that names no line or branch of it."""
    arrows = [Arrow(cue.under, cue.number, cue.under) for cue in guide.shown_cues if cue.under]
    return arrow_problems(guide.path, arrows, guide)


def arrow_problems(path: str, arrows: Iterable[Arrow], guide: Guide) -> Iterator[Problem]:
    """Give a problem for each of these arrows that names no line or branch of the guide."""
    manners = {variant.id: line.id for line in guide.lines() for variant in line.variants}
    known = [WHOLE, *(line.id for line in guide.lines()), *(branch.id for branch in guide.branches)]
    for arrow in arrows:
        if arrow.note not in ("", URGENT):
            hint = f"Write: -> {arrow.name} or -> {arrow.name} ({URGENT})"
            yield Problem(path, arrow.number, arrow.written, "has a note that means nothing.", hint, "unreadable-cue")
        if arrow.name in manners:
            message, hint = "is another manner of a line.", f"Write: -> {manners[arrow.name]}"
        elif arrow.name == WHOLE or (arrow.name and line_under(guide, arrow.name)):
            continue
        else:
            message, hint = "leads nowhere.", near_target(arrow.name, known) or _WANTED
        yield Problem(path, arrow.number, arrow.written, message, hint, "missing-target")
