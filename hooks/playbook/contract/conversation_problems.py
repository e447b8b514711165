"""Where a conversation would break off: targets that do not exist, dead ends, what nothing leads to, ids used twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from playbook.contract.near_target import near_target
from playbook.contract.spoken_line import ANSWER_LINE, ANY_LINE, FIRST_LINE, SECOND_LINE, line_problems, reply_problems
from playbook.guides.conversation import STOP, destination, first_lines, placed_lines, steps
from playbook.guides.guide import Guide
from playbook.guides.line import Line, Reply, Target
from playbook.guides.past import Past
from playbook.guides.section import ANCHORS, GENERATED_ANCHORS
from playbook.measure import wrong_count
from playbook.problems import Problem

REPLIES = 6  # at one turn; more are not read mid-call
COPIED = 3  # ids or cues that two pages may share before one is a copy of the other, and told so
DEEPEST = 2  # exchanges inside a branch or below a first line; deeper trees are not followed mid-call
_TECHNIQUE_ID = re.compile(r"say-\d+[a-z]?")


def conversation_problems(guide: Guide, guides: Mapping[str, Guide], named: Collection[str]) -> list[Problem]:
    """Give everything wrong with the script of one guide among all guides; ``named`` are its lines named elsewhere."""
    problems = [*_turns(guide), *_targets(guide, guides), *_dead_ends(guide), *_two_ways(guide)]
    problems += [*_identifiers(guide), *_depth(guide), *_answers(guide)]
    return problems if problems else [*_unreachable(guide, guides, named)]


def named_elsewhere(guides: Mapping[str, Guide]) -> Mapping[str, Collection[str]]:
    """Give, by the id of a guide, its lines to which another guide leads."""
    lines: dict[str, set[str]] = defaultdict(set)
    for guide in guides.values():
        places = (destination(target, guide, guides) for target in guide.targets())
        for place in places:
            if place and place.guide != guide.id:
                lines[place.guide].add(place.line)
    return lines


def repeated_ids(guides: Sequence[Guide], past: Past) -> list[Problem]:
    """Give a problem for every guide id and every line id of a situation that stands on more than one page.

    Of guides that claim one the first is in the right, of lines the one that was published under it.
    """
    problems = []
    seen: dict[str, str] = {}
    for guide in guides:
        if guide.id and guide.id in seen:
            problems.append(_twice(guide.path, guide.front.number("id"), guide.id, f"a guide in {seen[guide.id]}"))
        seen.setdefault(guide.id, guide.path)
    claims = [
        (guide, *claim) for guide in guides for claim in _line_ids(guide) if not _TECHNIQUE_ID.fullmatch(claim[0])
    ]
    claims.sort(key=lambda claim: not past.has_published(claim[0], claim[1]))
    taken: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for guide, identifier, number in claims:
        first = seen.setdefault(identifier, guide.path)
        if first != guide.path:
            taken[guide.path, first].append((identifier, number))
    return problems + [problem for pages, ids in taken.items() for problem in _taken(*pages, ids)]


def _taken(path: str, first: str, ids: Sequence[tuple[str, int]]) -> list[Problem]:
    """Give one problem for each id, or one for all where a whole script was copied."""
    if len(ids) > COPIED:
        identifier, number = ids[0]
        message = f"and {len(ids) - 1} more are already ids of lines in {first}."
        hint = "Give the lines of this page ids of their own."
        return [Problem(path, number, identifier, message, hint, "repeated-id")]
    return [_twice(path, number, identifier, f"a line in {first}") for identifier, number in ids]


def _twice(path: str, number: int, written: str, what: str) -> Problem:
    return Problem(path, number, written, f"is already the id of {what}.", "Give this one a new id.", "repeated-id")


def _line_ids(guide: Guide) -> Iterator[tuple[str, int]]:
    for line in guide.lines():
        yield line.id, line.number
        yield from ((variant.id, variant.number) for variant in line.variants)


def _turns(guide: Guide) -> Iterator[Problem]:
    limits = {line.number: most for line, most in zip(guide.opening, (FIRST_LINE, SECOND_LINE), strict=False)}
    limits |= {line.number: ANSWER_LINE for reply in guide.opening_replies for line in reply.lines}
    for line in guide.lines():
        yield from line_problems(guide.path, line, limits.get(line.number, ANY_LINE))
    for reply in guide.replies():
        yield from reply_problems(guide.path, reply)
    for placed in placed_lines(guide):
        count = len(placed.replies)
        yield from wrong_count(guide.path, placed.line.number, placed.line.text, "replies", count, (0, REPLIES))


def _targets(guide: Guide, guides: Mapping[str, Guide]) -> Iterator[Problem]:
    for target in guide.targets():
        if destination(target, guide, guides) is None:
            yield _missing(guide, target, guides)


def _missing(guide: Guide, target: Target, guides: Mapping[str, Guide]) -> Problem:
    here = [*(line.id for line in guide.lines()), *(branch.id for branch in guide.branches)]
    page, _, _ = target.written.rpartition("#")
    there = guides.get(page)
    known = [f"{page}#{anchor}" for anchor in there.anchors()] if there else [*here, *guides, STOP]
    hint = near_target(target.written.lstrip("#"), known) or "Name a line, a branch, a guide or stop."
    return Problem(guide.path, target.number, target.written, "leads nowhere.", hint, "missing-target")


def _dead_ends(guide: Guide) -> Iterator[Problem]:
    hint = 'Add a reply below it, or "-> stop" at its end.'
    for placed in placed_lines(guide):
        if not (placed.replies or placed.line.target or placed.next_line):
            yield Problem(guide.path, placed.line.number, placed.line.text, "is a dead end.", hint, "dead-end")
    hint = 'Add "-> " and a line, branch, guide or stop, or a Say line below it.'
    message = "is a reply to which nothing is said."
    for reply in guide.replies():
        if not (reply.target or reply.lines):
            yield Problem(guide.path, reply.number, reply.heard, message, hint, "dead-end")


def _two_ways(guide: Guide) -> Iterator[Problem]:
    hint = 'Keep "->" or what stands below it, not both.'
    double: list[Line | Reply] = [p.line for p in placed_lines(guide) if p.line.target and p.replies]
    double += [reply for reply in guide.replies() if reply.target and reply.lines]
    for both in double:
        written = both.heard if isinstance(both, Reply) else both.text
        yield Problem(guide.path, both.number, written, "leads two ways.", hint, "two-ways-on")


def _identifiers(guide: Guide) -> Iterator[Problem]:
    taken = {*ANCHORS.get(guide.kind, {}).values(), *GENERATED_ANCHORS}
    branches = [(branch.id, branch.number) for branch in guide.branches if branch.id]
    message, hint = "stands twice on this page.", "Give this one a new id."
    for identifier, number in [*branches, *_line_ids(guide)]:
        if identifier in taken:
            yield Problem(guide.path, number, identifier, message, hint, "repeated-id")
        taken.add(identifier)
    yield from _prefixes(guide)


def _prefixes(guide: Guide) -> Iterator[Problem]:
    found = list(_line_ids(guide))
    technique = guide.kind == "technique"
    prefix = "say" if technique else found[0][0].rpartition("-")[0] if found else ""
    message = f"does not fit the ids of a {guide.kind}."
    hint = "Use say-1, say-2 ..." if technique else "Use a prefix of the page's own, as ref-1, ref-2 ..."
    for identifier, number in found:
        own = identifier.rpartition("-")[0]
        if own != prefix or (own == "say" and not technique):
            yield Problem(guide.path, number, identifier, message, hint, "wrong-line-id")


def _depth(guide: Guide) -> Iterator[Problem]:
    starts = [*guide.opening, *(line for reply in guide.opening_replies for line in reply.lines)]
    for line in [*starts, *(line for branch in guide.branches for line in first_lines(branch))]:
        yield from _too_deep(guide, line, 1)


def _too_deep(guide: Guide, line: Line, depth: int) -> Iterator[Problem]:
    if depth > DEEPEST:
        message = f"is {depth} exchanges deep; the limit is {DEEPEST}."
        hint = "Give the deeper part a branch or guide of its own and lead there."
        yield Problem(guide.path, line.number, line.text, message, hint, "too-deep")
        return
    for reply in line.replies:
        for below in reply.lines:
            yield from _too_deep(guide, below, depth + 1)


def _answers(guide: Guide) -> Iterator[Problem]:
    section = guide.section("if-they")
    if section is None:
        return
    count = len(guide.opening_replies)
    yield from wrong_count(guide.path, section.number, f"## {section.heading}", "replies", count, (3, 5))


def _unreachable(guide: Guide, guides: Mapping[str, Guide], named: Collection[str]) -> Iterator[Problem]:
    """Walk from the first line and the silent check; only done on a sound graph, where it tells something new."""
    onward = {step.line.id: step for step in steps(guide, guides)}
    waiting = [guide.opening[0].id] if guide.opening else []
    check = destination(guide.silent_check.target, guide, guides) if guide.silent_check else None
    waiting += [check.line] if check and check.guide == guide.id else []
    waiting += named
    reached: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in reached or name not in onward:
            continue
        reached.add(name)
        step = onward[name]
        places = [reply.to for reply in step.replies] + ([step.then] if step.then else [])
        waiting += [place.line for place in places if place.guide == guide.id]
    message = "is a branch that nothing leads to."
    for branch in guide.branches:
        own = {line.id for line in first_lines(branch)}
        if own and not own & reached:
            hint = f"Lead a reply or the check to {branch.id}."
            yield Problem(guide.path, branch.number, branch.title, message, hint, "unreachable-branch")
