"""``make schema``: write the JSON Schema of the fields of a guide, for editors."""

from __future__ import annotations

from pathlib import Path

from playbook.guides.field_schema import PATH, field_schema

if __name__ == "__main__":
    Path(PATH).write_text(field_schema(), encoding="utf-8")
    print(f"Wrote {PATH}.")
