"""The schema that editors read says what the build refuses, and is written anew with the table of fields."""

from __future__ import annotations

import json
import re

import pytest

from playbook.guides.field_schema import PATH, field_schema
from playbook.guides.fields import FIELDS
from real_edition import GUIDES
from site_builder import REPOSITORY

SCHEMA = json.loads(field_schema())


def test_the_schema_is_the_one_of_the_table_of_fields() -> None:
    written = (REPOSITORY / PATH).read_text(encoding="utf-8")

    assert written == field_schema(), "Run make schema."


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
def test_every_guide_of_ours_fits_the_schema(guide: object) -> None:
    fields = {name: entry.value for name, entry in guide.front.entries.items()}  # type: ignore[attr-defined]

    assert fields.keys() >= set(SCHEMA["required"])
    assert fields.keys() <= SCHEMA["properties"].keys()
    for name, value in fields.items():
        described = SCHEMA["properties"][name]
        one = described.get("items", described)
        for text in value if described["type"] == "array" else [value]:
            assert re.search(one.get("pattern", ""), text), name
            assert text in one.get("enum", [text]), name


def test_a_field_is_described_with_its_limit_its_values_and_its_form() -> None:
    properties = SCHEMA["properties"]

    assert list(properties) == [field.name for field in FIELDS]
    assert properties["tab"]["description"].endswith("on a shared screen. At most 3 words.")
    assert properties["kind"]["enum"] == ["situation", "technique"]
    assert properties["related"]["type"] == "array"
    assert not re.search(properties["reviewed"]["pattern"], "2026-11-2")
    assert SCHEMA["additionalProperties"] is False
