"""The script of a section: nested bullet lists in which every bullet is a line to say or a reply to it.

    - Say ref-1: "Happy to. You should feel sure about us before you sign." (warm, then stop)
        - "Good question, let me ask the team." -> b-check
        - Nothing for three working days
            - Say ref-4: "No rush on the reference. Is it still useful to you?" -> stop

A bullet that begins with ``Say <id>:`` is a line; ``Softer``, ``Firmer`` and ``Written`` right below it are the same
line in another tone, ``E-mail``, ``Text`` and ``Voicemail`` what is sent or left in its place. Every other bullet is a
reply: in quotes if they say it, without if it happens. ``->`` names where it leads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from playbook.guides.line import Line, Reply, Target, Variant
from playbook.guides.section import Row
from playbook.problems import Problem

OUR_ADDITION = "our addition"
CONDITIONS = ("only ", "to ")  # how a note begins that says when, or to whom, a line may be said

LINE_ID = re.compile(r"[a-z]+-[1-9][0-9]*[a-z]?")
_BULLET = re.compile(r"(\s*)[-*]\s+(.*)")
_ARROW = r"(?:\s*(?:->|→)\s*(?P<target>[^\s()]+)(?:\s*\((?P<note>[^()]*)\))?)?\s*"
_SAY = re.compile(r"(?P<tone>Say|Softer|Firmer|Written|E-mail|Text|Voicemail)\b\s*(?P<rest>.*)", re.DOTALL)
_LINE = re.compile(r"(?P<id>[^\s:]+):\s*[\"“](?P<text>.*)[\"”]\s*(?:\((?P<notes>[^()]*)\))?" + _ARROW)
_SPOKEN = re.compile(r"[\"“](?P<heard>.*)[\"”]" + _ARROW)
_HAPPENS = re.compile(r"(?P<heard>[^\"“”].*?)" + _ARROW)
_LINE_EXAMPLE = 'Write it like: - Say ref-1: "Words to say." (tone)'
_REPLY_EXAMPLE = 'Write it like: - "What they say." -> ref-2'


@dataclass(frozen=True)
class Script:
    """What a section says: its lines, the replies that stand at its top level, and its other paragraphs."""

    lines: tuple[Line, ...]
    replies: tuple[Reply, ...]
    paragraphs: tuple[Row, ...]


@dataclass(frozen=True)
class _Bullet:
    number: int
    indent: int
    text: str
    children: tuple[_Bullet, ...] = ()


def read_script(path: str, rows: Sequence[Row]) -> tuple[Script, list[Problem]]:
    """Give the script written in these rows, and a problem for every bullet that is neither line nor reply."""
    bullets, paragraphs = _split(rows)
    tree, problems = _tree(path, bullets)
    lines, found = _lines(path, tree)
    replies, more = _replies(path, tree)
    return Script(lines, replies, paragraphs), problems + found + more


def _split(rows: Sequence[Row]) -> tuple[list[_Bullet], tuple[Row, ...]]:
    """Give bullets and paragraphs, each joined with the rows that carry it on."""
    bullets: list[_Bullet] = []
    paragraphs: list[Row] = []
    last = ""
    for row in rows:
        match = _BULLET.match(row.text.expandtabs(4))
        if not row.text.strip():
            last = ""
        elif match:
            bullets.append(_Bullet(row.number, len(match[1]), match[2].strip()))
            last = "bullet"
        elif last == "bullet":
            bullets[-1] = replace(bullets[-1], text=f"{bullets[-1].text} {row.text.strip()}")
        elif last == "paragraph":
            paragraphs[-1] = replace(paragraphs[-1], text=f"{paragraphs[-1].text} {row.text.strip()}")
        else:
            paragraphs.append(Row(row.number, row.text.strip()))
            last = "paragraph"
    return bullets, tuple(paragraphs)


def _tree(path: str, bullets: Sequence[_Bullet]) -> tuple[tuple[_Bullet, ...], list[Problem]]:
    """Nest bullets by indentation; a bullet that fits no level is told and taken at the next deeper one."""
    if not bullets:
        return (), []
    level = min(bullet.indent for bullet in bullets)
    problems = []
    if bullets[0].indent != level:
        hint = "Indent it like the bullets of its level (4 spaces a level)."
        problems.append(Problem(path, bullets[0].number, bullets[0].text, "is indented too far.", hint, "wrong-indent"))
        bullets = [replace(bullets[0], indent=level), *bullets[1:]]
    starts = [index for index, bullet in enumerate(bullets) if bullet.indent == level]
    nodes = []
    for start, end in pairwise([*starts, len(bullets)]):
        children, found = _tree(path, bullets[start + 1 : end])
        nodes.append(replace(bullets[start], children=children))
        problems += found
    return tuple(nodes), problems


def _lines(path: str, bullets: Sequence[_Bullet]) -> tuple[tuple[Line, ...], list[Problem]]:
    lines: list[Line] = []
    problems: list[Problem] = []
    for bullet in bullets:
        tone = _tone(bullet)
        if not tone:
            continue
        match = _LINE.fullmatch(bullet.text.removeprefix(tone).strip())
        if match is None or not LINE_ID.fullmatch(match["id"]):
            problems.append(_unreadable(path, bullet, match))
        elif tone == "Say":
            replies, found = _replies(path, bullet.children)
            problems += found + _said_below_said(path, bullet)
            lines.append(_line(bullet, match, replies))
        elif not lines:
            hint = "Put it right below the Say line it varies."
            problems.append(Problem(path, bullet.number, bullet.text, "varies no line.", hint, "stray-variant"))
        else:
            problems += _leads_on(path, bullet, match)
            lines[-1] = replace(lines[-1], variants=(*lines[-1].variants, _variant(bullet, tone, match)))
    return tuple(lines), problems


def _leads_on(path: str, bullet: _Bullet, match: re.Match[str]) -> list[Problem]:
    """Refuse what would vanish: replies and targets of a variant, which are those of its line."""
    if not (match["target"] or bullet.children):
        return []
    message, hint = "leads on, but is only a variant.", "Put the replies or the arrow at its Say line."
    return [Problem(path, bullet.number, bullet.text, message, hint, "stray-variant")]


def _line(bullet: _Bullet, match: re.Match[str], replies: tuple[Reply, ...]) -> Line:
    text, target = match["text"].strip(), _target(bullet, match)
    return Line(match["id"], text, *_notes(match), bullet.number, target, replies, variants=())


def _variant(bullet: _Bullet, tone: str, match: re.Match[str]) -> Variant:
    return Variant(tone.lower(), match["id"], match["text"].strip(), *_notes(match), bullet.number)


def _notes(match: re.Match[str]) -> tuple[str, str, bool]:
    """Give the tone cue of a line, what must hold for it to be said, and whether it is our addition."""
    notes = [note.strip() for note in (match["notes"] or "").split(";")]
    conditions = [note for note in notes if note.startswith(CONDITIONS)]
    tone = "; ".join(note for note in notes if note not in {*conditions, OUR_ADDITION})
    return tone, ", ".join(conditions), OUR_ADDITION in notes


def _replies(path: str, bullets: Sequence[_Bullet]) -> tuple[tuple[Reply, ...], list[Problem]]:
    replies: list[Reply] = []
    problems: list[Problem] = []
    for bullet in bullets:
        if _tone(bullet):
            continue
        spoken = _SPOKEN.fullmatch(bullet.text)
        match = spoken or _HAPPENS.fullmatch(bullet.text)
        if match is None:
            told = "is neither a line nor a reply.", _REPLY_EXAMPLE
            problems.append(Problem(path, bullet.number, bullet.text, *told, "unreadable-reply"))
            continue
        lines, found = _lines(path, bullet.children)
        problems += found + _reply_below_reply(path, bullet)
        reply = Reply(match["heard"].strip(), spoken is not None, bullet.number, _target(bullet, match), lines)
        replies.append(reply)
    return tuple(replies), problems


def _tone(bullet: _Bullet) -> str:
    match = _SAY.fullmatch(bullet.text)
    return match["tone"] if match else ""


def _target(bullet: _Bullet, match: re.Match[str]) -> Target | None:
    if not match["target"]:
        return None
    return Target(match["target"], (match["note"] or "").strip(), bullet.number)


def _unreadable(path: str, bullet: _Bullet, match: re.Match[str] | None) -> Problem:
    if match is None:
        message = "cannot be read as a line to say."
        return Problem(path, bullet.number, bullet.text, message, _LINE_EXAMPLE, "unreadable-line")
    hint = 'Write a word, a hyphen and a number, as in "ref-1".'
    return Problem(path, bullet.number, match["id"], "is no line id.", hint, "wrong-line-id")


def _said_below_said(path: str, bullet: _Bullet) -> list[Problem]:
    told = "is a line right below a line.", "Put a reply between the two, or move it one level out."
    wrong = [child for child in bullet.children if _tone(child)]
    return [Problem(path, child.number, child.text, *told, "line-below-line") for child in wrong]


def _reply_below_reply(path: str, bullet: _Bullet) -> list[Problem]:
    told = "is a reply right below a reply.", "Begin it with Say and an id, or move it one level out."
    wrong = [child for child in bullet.children if not _tone(child)]
    return [Problem(path, child.number, child.text, *told, "reply-below-reply") for child in wrong]
