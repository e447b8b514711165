"""What is installed is what was pinned, wherever it comes from."""

from __future__ import annotations

import re

import pytest

from site_builder import REPOSITORY

PIN = re.compile(r"\S+==\S+( ; .+)? \\(\n    --hash=sha256:[0-9a-f]{64}( \\)?)+")


def pins(name: str) -> list[str]:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    return re.split(r"\n(?! )", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_has_one_version_and_its_hashes(name: str) -> None:
    assert [pin for pin in pins(name) if not PIN.fullmatch(pin)] == []


def test_developers_have_the_versions_of_the_site() -> None:
    assert set(pins("requirements.txt")) - set(pins("requirements-dev.txt")) == set()
