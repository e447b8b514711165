"""Whether a page can be taken in at first reading: its sentences and its reading grade.

Limits of the page template: GOV.UK takes 25 words as hard and an average of 14 as understood by nearly all; a grade of
8 for explanations and 6 for speech is a guard with a margin of one.
"""

from __future__ import annotations

from statistics import median

from playbook.contract.prose import Item, items
from playbook.guides.guide import Guide
from playbook.guides.section import SCRIPTS
from playbook.measure import grade, seconds_to_say, sentences, too_long, words
from playbook.problems import Problem

SENTENCE = 25
AVERAGE_SENTENCE = 14
EXPLAINED_GRADE = 8
SPOKEN_GRADE = 6
USUAL_SECONDS = 8  # half of the lines of a page take no longer: a customer waits no longer for a person to speak
_SPOKEN = {*SCRIPTS, "they-say", "example", "do-not-say"}


def readability_problems(guide: Guide) -> list[Problem]:
    """Give what makes the explanations and the spoken lines of a guide hard to take in."""
    explained = [item for section in guide.sections if section.anchor not in _SPOKEN for item in items(section)]
    problems = [
        problem
        for item in explained
        for sentence in sentences(item.text)
        for problem in too_long(guide.path, item.number, sentence, "a sentence", SENTENCE)
    ]
    spoken = " ".join(line.text for line in guide.lines())
    problems += _average(guide, explained) + _usual_length(guide)
    problems += _grade(guide, " ".join(item.text for item in explained), "explanations", EXPLAINED_GRADE)
    return problems + _grade(guide, spoken, "spoken lines", SPOKEN_GRADE)


def _average(guide: Guide, explained: list[Item]) -> list[Problem]:
    lengths = [len(words(sentence)) for item in explained for sentence in sentences(item.text)]
    average = sum(lengths) / len(lengths) if lengths else 0
    if average <= AVERAGE_SENTENCE:
        return []
    message = f"has {average:.1f} words a sentence on average; the limit is {AVERAGE_SENTENCE}."
    return [Problem(guide.path, 1, guide.id, message, "Split the longest sentences.", "long-sentences")]


def _usual_length(guide: Guide) -> list[Problem]:
    said = [line.text for line in guide.lines()]
    said += [variant.text for line in guide.lines() for variant in line.variants if not variant.message]
    middle = median(map(seconds_to_say, said)) if said else 0
    if middle <= USUAL_SECONDS:
        return []
    longest = max(said, key=seconds_to_say, default="")
    message = f"has lines to say of which half take more than {middle:.1f} seconds; the limit is {USUAL_SECONDS}."
    hint = f'Cut the longest first: "{longest}"'
    return [Problem(guide.path, 1, guide.id, message, hint, "long-lines")]


def _grade(guide: Guide, text: str, what: str, most: int) -> list[Problem]:
    found = grade(text)
    if found <= most:
        return []
    message = f"has {what} of reading grade {found:.1f}; the limit is {most}."
    return [Problem(guide.path, 1, guide.id, message, "Use shorter words and sentences.", "hard-to-read")]
