"""Whether a turn can be said aloud: its length, its one question, its brackets and the phrases nobody should hear.

The limits are those of the page template: 16 words are read in about 4 s at 238 words a minute, 20 words spoken in
about 7 s at 183 (Brysbaert 2019).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from playbook.limit import too_long
from playbook.line import Line, Reply
from playbook.measure import sentences
from playbook.problems import Problem

FIRST_LINE = 16
SECOND_LINE = 24
ANSWER_LINE = 25
TURN = 40
SENTENCE = 20
NOTE = 6
HEARD = 12
BRACKETS = 2

# Style rule 8 of the page template.
FORBIDDEN = (
    "i understand, but",
    "calm down",
    "as i said",
    "should have",
    "just checking in",
    "to be honest",
    "unfortunately, our policy",
    "trust me",
    "no problem at all",
)
_PRICE = re.compile(r"[$€£]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:euros?|dollars?|pounds|EUR|USD|GBP)\b")
_BRACKET = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True)
class Turn:
    """A text to say with the line it stands on and the most words it may have."""

    text: str
    number: int
    most_words: int


def line_problems(path: str, line: Line, most: int = TURN) -> list[Problem]:
    """Give what is wrong with a line, its variants and its notes; ``most`` is its limit in words."""
    turns = [Turn(line.text, line.number, most)]
    turns += [Turn(variant.text, variant.number, TURN) for variant in line.variants]
    problems = [problem for turn in turns for problem in turn_problems(path, turn)]
    note = line.target.note if line.target else ""
    cues = [(line.number, line.tone), *((variant.number, variant.tone) for variant in line.variants)]
    problems += [problem for number, tone in cues for problem in too_long(path, number, tone, "a tone cue", NOTE)]
    return problems + too_long(path, line.number, note, "a note", NOTE)


def reply_problems(path: str, reply: Reply) -> list[Problem]:
    """Give what is wrong with the words of a reply and its note."""
    note = reply.target.note if reply.target else ""
    return too_long(path, reply.number, reply.heard, "a reply", HEARD) + too_long(
        path, reply.number, note, "a note", NOTE
    )


def turn_problems(path: str, turn: Turn) -> list[Problem]:
    """Give what is wrong with a turn as speech."""
    problems = too_long(path, turn.number, turn.text, "this line", turn.most_words)
    if not problems:
        for sentence in sentences(turn.text):
            problems += too_long(path, turn.number, sentence, "a spoken sentence", SENTENCE)
    return problems + _questions(path, turn) + _brackets(path, turn) + _phrases(path, turn)


def _questions(path: str, turn: Turn) -> list[Problem]:
    count = turn.text.count("?")
    if count <= 1:
        return []
    message = f"asks {count} questions in one turn."
    return [
        Problem(path, turn.number, turn.text, message, "Keep one; ask the other after the reply.", "second-question")
    ]


def _brackets(path: str, turn: Turn) -> list[Problem]:
    names = _BRACKET.findall(turn.text)
    problems = []
    if len(names) > BRACKETS:
        message = f"has {len(names)} [brackets]; a line has at most {BRACKETS}."
        problems.append(Problem(path, turn.number, turn.text, message, "Say it with fewer.", "too-many-brackets"))
    if any(not name.strip() for name in names):
        hint = "Name what belongs there, as in [product]."
        problems.append(Problem(path, turn.number, turn.text, "has an empty bracket.", hint, "empty-bracket"))
    return problems


def _phrases(path: str, turn: Turn) -> list[Problem]:
    spoken = " ".join(turn.text.lower().replace("’", "'").split())
    found = [phrase for phrase in FORBIDDEN if re.search(rf"\b{re.escape(phrase)}\b", spoken)]
    found += [match[0] for match in _PRICE.finditer(turn.text)]
    hint = "Say it another way."
    return [
        Problem(path, turn.number, phrase, "must not stand in a line to say.", hint, "forbidden-phrase")
        for phrase in found
    ]
