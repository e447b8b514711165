"""The fields of a guide: a closed table, each of them text, a list, a date or one of a few words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playbook.front_matter import FrontMatter
from playbook.measure import too_long
from playbook.nearness import did_you_mean
from playbook.problems import Problem
from playbook.yaml_text import Entry

LABELS = ("Good", "Some", "Mixed", "Contested", "Practice")
KINDS = ("situation", "technique")
_IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Field:
    """What a field means and may hold; ``most_words`` 0 means no limit."""

    name: str
    meaning: str
    form: str = "text"
    required: bool = True
    most_words: int = 0
    allowed: tuple[str, ...] = ()
    pattern: str = ""
    example: str = ""


# Limits: 14 words for the job and 12 for a tile are the page template's; titles differ by kind, see TITLE_WORDS.
FIELDS = (
    Field("id", "the name of the file without .md, for ever", pattern=_IDENTIFIER.pattern, example="phone-first"),
    Field("kind", "a moment with a customer, or one move that many moments use", allowed=KINDS),
    Field("title", "what the page is called, as a rep would say it"),
    Field("job", "what the page gets you, in one sentence", most_words=14),
    Field("moment", "what the customer has just said, in his words", most_words=12),
    Field("tab", "the topic in a word or two: a customer may see it on a shared screen", most_words=3),
    Field("label", "how good the evidence is; Practice when only experience speaks for it", allowed=LABELS),
    Field(
        "references",
        "up to three keys from data/references.yml",
        form="list",
        required=False,
        pattern=r"[a-z]+[0-9]*[a-z]?",
        example="yu2021",
    ),
    Field(
        "facts",
        "the facts from our sources that the page carries",
        form="list",
        required=False,
        pattern=r"S[0-4]\.[1-9][0-9]*",
        example="S0.4",
    ),
    Field("origin", "ours when no source holds anything of the page", required=False, allowed=("ours",)),
    Field("needs", "ids of guides to read first", form="list", required=False),
    Field("goes_on_to", "ids of guides to read next", form="list", required=False),
    Field("related", "ids of guides like this one; each names this one, too", form="list", required=False),
    Field("alternative", "ids of guides to use instead; each names this one, too", form="list", required=False),
    Field("owner", "the role that keeps the page right, as Sales lead"),
    Field(
        "reviewed",
        "the day on which somebody last read the page critically",
        pattern=r"20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])",
        example="2026-11-22",
    ),
    Field("review_every", "after how many months it is read again", pattern=r"[1-9]\d? months?", example="12 months"),
)
# What a page that is no guide may say of itself; only paths need more than a title.
PAGE_FIELDS = ("title", "job", "id", "kind", "owner", "reviewed", "review_every")
TITLE_WORDS = {"situation": 6, "technique": 5}


def field_problems(path: str, front: FrontMatter, read: list[Problem]) -> list[Problem]:
    """Give what is wrong with the fields of a guide; ``read`` are problems of reading, not to be told twice."""
    refused = {problem.line for problem in read}
    problems = [_unknown_field(path, name, entry) for name, entry in front.entries.items() if name not in _NAMES]
    for field in FIELDS:
        if field.name in front.entries:
            problems += _value_problems(path, field, front.entries[field.name])
        elif field.required and not refused:
            problems.append(_missing_field(path, field))
    return problems + _title_problems(path, front) + _name_problems(path, front)


def page_field_problems(path: str, front: FrontMatter) -> list[Problem]:
    """Give what is wrong with the fields of a page that is no guide."""
    problems = []
    for name, entry in front.entries.items():
        if name not in PAGE_FIELDS:
            hint = did_you_mean(name, PAGE_FIELDS) or f"Allowed are: {', '.join(PAGE_FIELDS)}."
            problems.append(Problem(path, entry.number, f"{name}:", "is not a field of a page.", hint, "unknown-field"))
        elif not isinstance(entry.value, str):
            hint = "Write the value on one line."
            problems.append(Problem(path, entry.number, f"{name}:", "must be one text.", hint, "wrong-form"))
    return problems


_NAMES = {field.name for field in FIELDS}


def _unknown_field(path: str, name: str, entry: Entry) -> Problem:
    hint = did_you_mean(name, _NAMES) or f"Allowed are: {', '.join(field.name for field in FIELDS)}."
    return Problem(path, entry.number, f"{name}:", "is not a field of a guide.", hint, "unknown-field")


def _missing_field(path: str, field: Field) -> Problem:
    return Problem(path, 1, f"{field.name}:", "is missing from the front matter.", "Add the field.", "missing-field")


def _value_problems(path: str, field: Field, entry: Entry) -> list[Problem]:
    if entry.value == "":
        return _one_value(path, field, "", entry.number)
    if field.form == "list" and not isinstance(entry.value, tuple):
        hint = f"Write a list: {field.name}: [{entry.value if isinstance(entry.value, str) else '...'}]."
        return [Problem(path, entry.number, f"{field.name}:", "must be a list.", hint, "wrong-form")]
    if field.form == "text" and not isinstance(entry.value, str):
        told = "must be one text.", "Write the value on one line."
        return [Problem(path, entry.number, f"{field.name}:", *told, "wrong-form")]
    values = entry.value if isinstance(entry.value, tuple) else (str(entry.value),)
    return [problem for value in values for problem in _one_value(path, field, value, entry.number)]


def _one_value(path: str, field: Field, value: str, number: int) -> list[Problem]:
    if not value.strip():
        hint = "Write a value or delete the line."
        return [Problem(path, number, f"{field.name}:", "has no value.", hint, "empty-value")]
    if field.allowed and value not in field.allowed:
        hint = did_you_mean(value, field.allowed) or f"Allowed are: {', '.join(field.allowed)}."
        return [Problem(path, number, value, f"is not allowed in {field.name}.", hint, "wrong-value")]
    if field.pattern and not re.fullmatch(field.pattern, value):
        hint = f'Write it like "{field.example}".'
        return [Problem(path, number, value, f"cannot stand in {field.name}.", hint, "wrong-value")]
    return too_long(path, number, value, f"the {field.name}", field.most_words) if field.most_words else []


def _title_problems(path: str, front: FrontMatter) -> list[Problem]:
    most = TITLE_WORDS.get(front.text("kind"), 6)
    return too_long(path, front.number("title"), front.text("title"), "the title", most)


def _name_problems(path: str, front: FrontMatter) -> list[Problem]:
    folder, _, name = path.rpartition("/")
    identifier, kind = front.text("id"), front.text("kind")
    problems = []
    if _IDENTIFIER.fullmatch(identifier) and name != f"{identifier}.md":
        hint = f"Ids never change: name the file {identifier}.md or give back its old id."
        told = identifier, "is not the name of this file.", hint
        problems.append(Problem(path, front.number("id"), *told, "wrong-file-name"))
    if kind in KINDS and not folder.endswith(f"{kind}s"):
        told = kind, "does not belong in this folder.", f"Move the file to {kind}s/ or correct the kind."
        problems.append(Problem(path, front.number("kind"), *told, "wrong-folder"))
    return problems
