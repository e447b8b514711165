"""The literature behind the guides: what each reference found, and whether a page may lean on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playbook.guides.guide import Guide
from playbook.nearness import did_you_mean
from playbook.problems import Problem
from playbook.yaml_text import Entry

CHECKED = ("V1", "V2")  # the finding was read in the study's record (V1) or in a report about it (V2)
UNCHECKED = ("S", "P", "U")  # retold by others, by a vendor, or by nobody we found
STATUSES = (*CHECKED, *UNCHECKED)
MOST = 3
PAIR = 2  # two authors are both named, of more only the first
_REQUIRED = ("authors", "year", "title", "venue", "found", "status")
_OPTIONAL = ("doi", "size", "flag")


@dataclass(frozen=True)
class Work:
    """One work of the literature; ``status`` says how sure we are, ``flag`` warns of the authors' other work."""

    key: str
    authors: str
    year: str
    title: str
    venue: str
    found: str
    status: str
    doi: str = ""
    size: str = ""
    flag: str = ""

    @property
    def short(self) -> str:
        """The authors' family names and the year, as in "Yu and others 2021"."""
        names = [author.partition(",")[0].strip() for author in self.authors.split(";")]
        shown = names[0] if len(names) == 1 else " and ".join(names) if len(names) == PAIR else f"{names[0]} and others"
        return f"{shown} {self.year}"


def read_references(path: str, entries: Mapping[str, Entry]) -> tuple[dict[str, Work], list[Problem]]:
    """Give the references by key, and what is wrong with their entries."""
    references = {}
    problems = []
    for key, entry in entries.items():
        fields = entry.value if isinstance(entry.value, dict) else {}
        texts = {name: field.value for name, field in fields.items() if isinstance(field.value, str)}
        problems += _field_problems(path, key, entry, texts)
        known = {name: texts.get(name, "") for name in (*_REQUIRED, *_OPTIONAL)}
        references[key] = Work(key=key, **known)
    return references, problems


def citation_problems(guide: Guide, references: Mapping[str, Work]) -> list[Problem]:
    """Give every reference of a guide that does not exist or may not stand there alone."""
    keys = guide.front.texts("references")
    number = guide.front.number("references")
    problems = [_unknown(guide, number, key, references) for key in keys if key not in references]
    known = [references[key] for key in keys if key in references]
    if len(keys) > MOST:
        told = "references:", f"names {len(keys)} references.", f"Keep the {MOST} that carry the page."
        problems.append(Problem(guide.path, number, *told, "wrong-count"))
    if known and all(reference.status in UNCHECKED for reference in known):
        hint = "Add a reference whose finding was read (status V1 or V2), or cite none."
        told = known[0].key, "stands on no checked reference.", hint
        problems.append(Problem(guide.path, number, *told, "unchecked-reference"))
    if known and all(reference.flag for reference in known):
        told = known[0].key, "is flagged and stands alone.", "Add a second reference without a flag."
        problems.append(Problem(guide.path, number, *told, "flagged-reference"))
    return problems


def _unknown(guide: Guide, number: int, key: str, references: Mapping[str, Work]) -> Problem:
    hint = did_you_mean(key, references) or "Add it to data/references.yml."
    return Problem(guide.path, number, key, "is not in data/references.yml.", hint, "missing-reference")


def _field_problems(path: str, key: str, entry: Entry, texts: Mapping[str, str]) -> list[Problem]:
    allowed = {*_REQUIRED, *_OPTIONAL}
    if not isinstance(entry.value, dict):
        hint = f"Write them below it: {', '.join(_REQUIRED)}."
        return [Problem(path, entry.number, f"{key}:", "has no fields.", hint, "wrong-form")]
    fields = entry.value
    problems = [
        Problem(path, entry.number, f"{key}:", f"has no {name}.", "Add the field.", "missing-field")
        for name in _REQUIRED
        if name not in fields
    ]
    for name, field in fields.items():
        if name not in allowed:
            message = "is not a field of a reference."
            hint = did_you_mean(name, allowed) or f"Allowed are: {', '.join((*_REQUIRED, *_OPTIONAL))}."
            problems.append(Problem(path, field.number, f"{name}:", message, hint, "unknown-field"))
        elif name not in texts:
            hint = "Write the value on one line."
            problems.append(Problem(path, field.number, f"{name}:", "must be one text.", hint, "wrong-form"))
    if "status" in texts and texts["status"] not in STATUSES:
        told = texts["status"], "is not a status.", f"Allowed are: {', '.join(STATUSES)}."
        problems.append(Problem(path, fields["status"].number, *told, "wrong-value"))
    return problems
