"""Whether a line can be said aloud: its length, its one question, its brackets and the phrases nobody should hear.

The limits are those of the page template: 16 words are read in about 4 s at 238 words a minute, 20 words spoken in
about 7 s at 183 (Brysbaert 2019).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from playbook.guides.line import Line, Reply, Variant
from playbook.measure import sentences, too_long, wrong_count
from playbook.problems import Problem

FIRST_LINE = 16
SECOND_LINE = 24
ANSWER_LINE = 25
ANY_LINE = 40
SENTENCE = 20
NOTE = 6
CONDITION = 8
HEARD = 12
BRACKETS = 2
VARIANTS = 3  # in another tone; messages stand beside them
SUBJECT = 8
E_MAIL = 120
TEXT_CHARACTERS = 160
VOICEMAIL = 50  # words, said in 20 seconds
MESSAGE_BRACKETS = {"e-mail": 6, "text": 4, "voicemail": 4}

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
_PRICE = re.compile(
    r"[$€£¥]\s?\d[\d.,]*|\b\d[\d.,]*\s?[$€£¥]|\b\d[\d.,]*\s?(?:euros?|dollars?|pounds|EUR|USD|GBP|CHF)\b"
)
_BRACKET = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True)
class Utterance:
    """A text to say with the line it stands on and the most words it may have."""

    text: str
    number: int
    most_words: int
    brackets: int = BRACKETS


def line_problems(path: str, line: Line, most: int = ANY_LINE) -> list[Problem]:
    """Give what is wrong with a line, its variants and its notes; ``most`` is its limit in words."""
    utterances = [Utterance(line.text, line.number, most)]
    utterances += [
        Utterance(variant.text, variant.number, ANY_LINE) for variant in line.variants if not variant.message
    ]
    problems = [problem for utterance in utterances for problem in utterance_problems(path, utterance)]
    for variant in line.variants:
        problems += message_problems(path, variant) if variant.message else []
    manners: tuple[Line | Variant, ...] = (line, *line.variants)
    for said in manners:
        problems += too_long(path, said.number, said.tone, "a tone cue", NOTE)
        problems += too_long(path, said.number, said.condition, "a condition", CONDITION)
    note = line.target.note if line.target else ""
    tones = sum(not variant.message for variant in line.variants)
    problems += wrong_count(path, line.number, line.text, "variants", tones, (0, VARIANTS))
    return problems + too_long(path, line.number, note, "a note", NOTE)


def message_problems(path: str, variant: Variant) -> list[Problem]:
    """Give what is wrong with an e-mail, a text message or a voicemail."""
    utterance = Utterance(variant.text, variant.number, VOICEMAIL, MESSAGE_BRACKETS[variant.manner])
    problems = _brackets(path, utterance) + _phrases(path, utterance)
    if variant.manner == "e-mail":
        return problems + _e_mail(path, variant)
    if variant.manner == "text":
        return problems + _text_message(path, variant)
    return problems + too_long(path, variant.number, variant.text, "a voicemail", VOICEMAIL)


def _e_mail(path: str, variant: Variant) -> list[Problem]:
    subject, _, body = variant.text.partition(" | ")
    if not body:
        hint = 'Write it like: - E-mail ref-3: "Subject | First paragraph. | Second paragraph."'
        return [Problem(path, variant.number, variant.text, "has no subject.", hint, "no-subject")]
    problems = too_long(path, variant.number, subject, "the subject of an e-mail", SUBJECT)
    return problems + too_long(path, variant.number, body, "an e-mail", E_MAIL)


def _text_message(path: str, variant: Variant) -> list[Problem]:
    count = len(variant.text)
    if count <= TEXT_CHARACTERS:
        return []
    message = f"has {count} characters; the limit for a text message is {TEXT_CHARACTERS}."
    return [Problem(path, variant.number, variant.text, message, f"Cut {count - TEXT_CHARACTERS}.", "too-long")]


def reply_problems(path: str, reply: Reply) -> list[Problem]:
    """Give what is wrong with the words of a reply and its note."""
    note = reply.target.note if reply.target else ""
    return too_long(path, reply.number, reply.heard, "a reply", HEARD) + too_long(
        path, reply.number, note, "a note", NOTE
    )


def utterance_problems(path: str, utterance: Utterance) -> list[Problem]:
    """Give what is wrong with a line or variant as speech."""
    problems = too_long(path, utterance.number, utterance.text, "this line", utterance.most_words)
    if not problems:
        for sentence in sentences(utterance.text):
            problems += too_long(path, utterance.number, sentence, "a spoken sentence", SENTENCE)
    return problems + _questions(path, utterance) + _brackets(path, utterance) + _phrases(path, utterance)


def _questions(path: str, utterance: Utterance) -> list[Problem]:
    count = utterance.text.count("?")
    if count <= 1:
        return []
    message, hint = f"asks {count} questions in one turn.", "Keep one; ask the other after the reply."
    return [Problem(path, utterance.number, utterance.text, message, hint, "second-question")]


def _brackets(path: str, utterance: Utterance) -> list[Problem]:
    names = _BRACKET.findall(utterance.text)
    problems = []
    if len(names) > utterance.brackets:
        message = f"has {len(names)} [brackets]; a line has at most {utterance.brackets}."
        problems.append(
            Problem(path, utterance.number, utterance.text, message, "Say it with fewer.", "too-many-brackets")
        )
    if any(not name.strip() for name in names):
        hint = "Name what belongs there, as in [product]."
        problems.append(Problem(path, utterance.number, utterance.text, "has an empty bracket.", hint, "empty-bracket"))
    return problems


def _phrases(path: str, utterance: Utterance) -> list[Problem]:
    spoken = " ".join(utterance.text.lower().replace("’", "'").split())
    found = [phrase for phrase in FORBIDDEN if phrase in spoken and re.search(rf"\b{re.escape(phrase)}\b", spoken)]
    found += [match[0] for match in _PRICE.finditer(utterance.text)]
    told = "must not stand in a line to say.", "Say it another way."
    return [Problem(path, utterance.number, phrase, *told, "forbidden-phrase") for phrase in found]
