"""House numbers: the figures that sales leadership decides, each kept in one place and named in the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from playbook.nearness import did_you_mean
from playbook.problems import Problem
from playbook.yaml_text import Entry, yaml_entries

_NAME = re.compile(r"\{\{\s*(.*?)\s*\}\}")


def with_house_numbers(path: str, text: str, say: Mapping[str, str]) -> tuple[str, list[Problem]]:
    """Give the text with every ``{{ name }}`` replaced by what is said for it, and a problem for each unknown name."""
    problems: list[Problem] = []
    if "{{" not in text:
        return text, problems
    for number, line in enumerate(text.split("\n"), 1):
        unknown = [match for match in _NAME.finditer(line) if match[1] not in say]
        problems += [_unknown_name(path, number, match[0], match[1], say) for match in unknown]
    return _NAME.sub(lambda match: say.get(match[1], match[0]), text), problems


def _unknown_name(path: str, number: int, written: str, name: str, say: Mapping[str, str]) -> Problem:
    hint = did_you_mean(name, say) or "Add it to data/house_numbers.yml or correct the name."
    return Problem(path, number, written, "names no house number.", hint, "unknown-house-number")


def read_house_numbers(path: str, text: str) -> tuple[dict[str, str], list[Problem]]:
    """Give what is said for each house number by its name, and what is wrong with the file."""
    entries, problems = yaml_entries(path, text)
    say = {}
    for name, entry in entries.items():
        if not isinstance(entry.value, dict):
            hint = "Write two fields below it: say: ..., means: ..."
            problems.append(Problem(path, entry.number, f"{name}:", "has no fields.", hint, "wrong-form"))
            say[name] = ""
            continue
        fields = entry.value
        texts = {field: found.value for field, found in fields.items() if isinstance(found.value, str)}
        for wanted in ("say", "means"):
            if wanted not in texts:
                message = f"has no {wanted}."
                problems.append(Problem(path, entry.number, f"{name}:", message, "Add the field.", "missing-field"))
        say[name] = texts.get("say", "")
        problems += _inside(path, fields, say[name])
    return say, problems


def _inside(path: str, fields: Mapping[str, Entry], said: str) -> Iterator[Problem]:
    """Refuse house numbers inside house numbers: they would be printed with their braces."""
    for match in _NAME.finditer(said):
        message, hint = "stands inside a house number.", "Write out what is said."
        yield Problem(path, fields["say"].number, match[0], message, hint, "unknown-house-number")
