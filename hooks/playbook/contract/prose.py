"""The other sections of a guide: how many items each has, how long they are, and what they must contain."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from playbook.guides.guide import Guide
from playbook.guides.line import all_lines, all_replies
from playbook.guides.section import SCRIPTS, Section, rows_outside_code
from playbook.measure import too_long, words, wrong_count
from playbook.problems import Problem

PAGE_WORDS = {"technique": 750, "situation": 1600}
WHY_WORDS = {"technique": 80, "situation": 120}
BRANCH_WORDS = 90
BRANCH_TITLE = 9
CHECK_WORDS = 12
PRACTICE = ("Alone:", "Pair:", "This week:", "Manager:")
BRAIN = ("amygdala", "cortex", "limbic", "dopamine", "cortisol", "oxytocin", "lizard brain", "neuro")

_ITEM = re.compile(r"(?P<mark>[-*]|\d+\.)\s+(?P<text>.*)")
_GUIDE_LINK = re.compile(r"\]\((?:\.\./)*(?:(?:situations|techniques)/)?[a-z0-9-]+\.md(?:#[^)]*)?\)")
_TECHNIQUE_LINK = re.compile(r"\]\((?:\.\./)*techniques/[a-z0-9-]+\.md(?:#[^)]*)?\)")
_MODEL = re.compile(r"(?P<kind>Weak|Better):\s*[\"“](?P<text>.*)[\"”]\s*(?:\((?P<notes>.*)\))?")
_BAD_WORDS = re.compile(r"[\"“](?P<text>.*)[\"”]\s*(?:->|→)\s*(?P<line>\S+)")


@dataclass(frozen=True, slots=True)
class Item:
    """A bullet or a numbered step, or a paragraph where ``mark`` is empty."""

    number: int
    mark: str
    text: str


def prose_problems(guide: Guide) -> list[Problem]:
    """Give what is wrong with the length and the contents of every section that is not script."""
    problems = [
        problem
        for section in guide.sections
        if (rule := _RULES.get(section.anchor))
        for problem in rule(guide, section)
    ]
    return problems + _page(guide) + _branches(guide) + _check(guide)


def items(section: Section) -> list[Item]:
    """Give the bullets, steps and paragraphs of a section, each joined with the rows that carry it on."""
    found: list[Item] = []
    open_item = False
    for row in rows_outside_code(section.rows):
        match = _ITEM.fullmatch(row.text.strip())
        if not row.text.strip():
            open_item = False
        elif match:
            found.append(Item(row.number, match["mark"], match["text"]))
            open_item = True
        elif open_item:
            found[-1] = Item(found[-1].number, found[-1].mark, f"{found[-1].text} {row.text.strip()}")
        else:
            found.append(Item(row.number, "", row.text.strip()))
            open_item = True
    return found


def reading_words(guide: Guide) -> int:
    """Give the number of words a reader reads on the page: ids and targets of the script do not count."""
    return len(words(_read_text(guide)))


def _read_text(guide: Guide) -> str:
    spoken = [text for line in guide.lines() for text in (line.text, line.tone, *(v.text for v in line.variants))]
    heard = [*(reply.heard for reply in guide.replies()), *(branch.title for branch in guide.branches)]
    prose = [section.text for section in guide.sections if section.anchor not in SCRIPTS]
    return " ".join([guide.title, guide.job, *spoken, *heard, *prose])


def weak_and_better(section: Section) -> list[tuple[str, str, tuple[str, ...]]]:
    """Give the two bullets of "Weak and better": kind, words, and the notes on what changed."""
    matches = [_MODEL.fullmatch(item.text) for item in items(section)]
    return [
        (m["kind"], m["text"], tuple(n.strip() for n in (m["notes"] or "").split(";") if n.strip()))
        for m in matches
        if m
    ]


def bad_words(section: Section) -> list[tuple[Item, str, str]]:
    """Give what must not be said, each with the id of the better line."""
    pairs = [(item, _BAD_WORDS.fullmatch(item.text)) for item in items(section)]
    return [(item, match["text"], match["line"]) for item, match in pairs if match]


def _written(section: Section) -> str:
    return f"## {section.heading}"


def _when(guide: Guide, section: Section) -> list[Problem]:
    return _listed(guide, section, items(section), (2, 4), 14)


def _when_not(guide: Guide, section: Section) -> list[Problem]:
    found = items(section)
    plain = [item for item in found if not item.text.startswith(("Stop:", "True?"))]
    problems = _listed(guide, section, plain, (2, 4), 14)
    for start, what in (("Stop:", "stop rule"), ("True?", "honesty check")):
        if not any(item.text.startswith(start) for item in found):
            problems.append(_lacks(guide, section, f"has no {what}.", f'Add a bullet that begins "{start}".'))
    if not _GUIDE_LINK.search(section.text):
        hint = "Link the guide to use instead, as [text](phone-first.md)."
        problems.append(_lacks(guide, section, "names no guide to use instead.", hint))
    return problems


def _how(guide: Guide, section: Section) -> list[Problem]:
    odd = [item for item in items(section) if item.text.lower().startswith(("you ", "your "))]
    told = "does not begin with what to do.", "Begin with the verb."
    problems = _listed(guide, section, items(section), (3, 5), 14)
    return problems + [Problem(guide.path, item.number, item.text, *told, "not-a-step") for item in odd]


def _play(guide: Guide, section: Section) -> list[Problem]:
    odd = [item for item in items(section) if not _TECHNIQUE_LINK.search(item.text)]
    told = "names no technique.", "Link it, as [Agree first](../techniques/softening-statement.md)."
    problems = _listed(guide, section, items(section), (3, 5), 12)
    return problems + [Problem(guide.path, item.number, item.text, *told, "no-technique") for item in odd]


def _why(guide: Guide, section: Section) -> list[Problem]:
    problems = _whole(guide, section, WHY_WORDS[guide.kind])
    hint = 'Say plainly what people do; keep theories to "one author explains it so".'
    text = section.text.lower()
    return problems + [
        Problem(guide.path, section.number, word, "explains people by parts of the brain.", hint, "brain-talk")
        for word in BRAIN
        if word in text
    ]


def _cues(guide: Guide, section: Section) -> list[Problem]:
    thoughts = sum(cue.thought for cue in guide.shown_cues)
    said = len(guide.shown_cues) - thoughts
    written, path = _written(section), guide.path
    if guide.kind == "situation":
        return wrong_count(path, section.number, written, "cues", said + thoughts, (6, 10))
    problems = wrong_count(path, section.number, written, "customer sentences", said, (5, 8))
    return problems + wrong_count(path, section.number, written, "thoughts of the rep", thoughts, (1, 3))


def _example(guide: Guide, section: Section) -> list[Problem]:
    models = weak_and_better(section)
    if [kind for kind, _, _ in models] != ["Weak", "Better"] or len(items(section)) != 2:
        hint = 'Write two bullets: - Weak: "..." (note) and - Better: "..." (note).'
        return [_lacks(guide, section, "does not show one weak and one better turn, in this order.", hint)]
    notes = [note for _, _, found in models for note in found]
    problems = wrong_count(guide.path, section.number, _written(section), "notes", len(notes), (2, 3))
    for _, text, _ in models:
        problems += too_long(guide.path, section.number, text, "a model turn", 45)
    for note in notes:
        problems += too_long(guide.path, section.number, note, "a note on a model turn", 10)
    return problems


def _evidence(guide: Guide, section: Section) -> list[Problem]:
    found = items(section)
    if len(found) != 2 or not found[1].text.startswith("Not known:"):
        hint = 'Write one paragraph of evidence, then one that begins "Not known:".'
        return [_lacks(guide, section, "does not say what is known and what is not.", hint)]
    known = too_long(guide.path, found[0].number, found[0].text, "the evidence", 30)
    unknown = found[1].text.removeprefix("Not known:")
    return known + too_long(guide.path, found[1].number, unknown, '"Not known"', 20)


def _practise(guide: Guide, section: Section) -> list[Problem]:
    found = items(section)
    starts = [next((start for start in PRACTICE if item.text.startswith(start)), "") for item in found]
    if tuple(starts) != PRACTICE:
        hint = f"Write four bullets that begin {', '.join(PRACTICE)}"
        return [_lacks(guide, section, "does not have its four exercises in order.", f"{hint.rstrip(':')}:.")]
    return _whole(guide, section, 90)


def _do_not_say(guide: Guide, section: Section) -> list[Problem]:
    found = items(section)
    problems = wrong_count(guide.path, section.number, _written(section), "items", len(found), (1, 6))
    read = {item: line for item, _, line in bad_words(section)}
    told = "does not lead to the better line.", 'Write it like: - "Why do you need one?" -> ref-2'
    unread = [item for item in found if item not in read]
    problems += [Problem(guide.path, item.number, item.text, *told, "no-better-line") for item in unread]
    told = "is no line of this page.", "Name a line of this page."
    lost = [(item.number, line) for item, line in read.items() if line not in guide.line_by_id]
    return problems + [Problem(guide.path, number, line, *told, "missing-target") for number, line in lost]


def _short(guide: Guide, section: Section) -> list[Problem]:
    return _whole(guide, section, 40)


_RULES: dict[str, Callable[[Guide, Section], list[Problem]]] = {
    "when": _when,
    "when-not": _when_not,
    "how": _how,
    "play": _play,
    "why": _why,
    "they-say": _cues,
    "example": _example,
    "evidence": _evidence,
    "practise": _practise,
    "do-not-say": _do_not_say,
    "stop": _short,
    "after": _short,
}


def _listed(guide: Guide, section: Section, found: Sequence[Item], bounds: tuple[int, int], most: int) -> list[Problem]:
    problems = wrong_count(guide.path, section.number, _written(section), "items", len(found), bounds)
    for item in found:
        problems += too_long(guide.path, item.number, item.text, "an item", most)
    return problems


def _whole(guide: Guide, section: Section, most: int) -> list[Problem]:
    text = " ".join(item.text for item in items(section))
    return too_long(guide.path, section.number, text, "this section", most, _written(section))


def _lacks(guide: Guide, section: Section, message: str, hint: str) -> Problem:
    return Problem(guide.path, section.number, _written(section), message, hint, "incomplete-section")


def _page(guide: Guide) -> list[Problem]:
    return too_long(guide.path, 1, _read_text(guide), f"a {guide.kind}", PAGE_WORDS[guide.kind], guide.id)


def _branches(guide: Guide) -> list[Problem]:
    section = guide.section("branches")
    if section is None:
        return []
    problems = wrong_count(guide.path, section.number, _written(section), "branches", len(guide.branches), (2, 14))
    for branch in guide.branches:
        spoken = [line.text for line in all_lines(branch.lines, branch.openings)]
        heard = [reply.heard for reply in all_replies(branch.lines, branch.openings)]
        problems += too_long(guide.path, branch.number, branch.title, "a branch heading", BRANCH_TITLE)
        what, talk = "the lines and replies of a branch", " ".join(spoken + heard)
        problems += too_long(guide.path, branch.number, talk, what, BRANCH_WORDS, branch.title)
    return problems


def _check(guide: Guide) -> list[Problem]:
    if guide.silent_check is None:
        return []
    return too_long(
        guide.path, guide.silent_check.target.number, guide.silent_check.question, "the silent check", CHECK_WORDS
    )
