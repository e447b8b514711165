"""The fields at the top of a guide as a JSON Schema, from which editors offer names and values while one types."""

from __future__ import annotations

import json
from typing import Any

from playbook.guides.fields import FIELDS, Field

PATH = "data/guide.schema.json"


def field_schema() -> str:
    """Give the schema, the same for the same table of fields."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The fields at the top of a guide",
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in FIELDS if field.required],
        "properties": {field.name: _described(field) for field in FIELDS},
    }
    return json.dumps(schema, indent=2) + "\n"


def _described(field: Field) -> dict[str, Any]:
    limit = f" At most {field.most_words} words." if field.most_words else ""
    described: dict[str, Any] = {"description": f"{field.meaning[0].upper()}{field.meaning[1:]}.{limit}"}
    value = _value(field)
    if field.form == "list":
        return {**described, "type": "array", "items": value, "uniqueItems": True}
    return {**described, **value}


def _value(field: Field) -> dict[str, Any]:
    value: dict[str, Any] = {"type": "string", "minLength": 1}
    if field.allowed:
        value["enum"] = list(field.allowed)
    if field.pattern:
        value["pattern"] = f"^(?:{field.pattern})$"
    if field.example:
        value["examples"] = [field.example]
    return value
