"""Plain text as it is printed."""

from __future__ import annotations

import pytest

from playbook.typography import typeset


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("", ""),
        ("They say not now", "They say not now"),
        ("It's settled, and you're out", "It’s settled, and you’re out"),
        ("We haven't. 'Fraid so", "We haven’t. ’Fraid so"),
        ('They say "Fine, whatever"', "They say “Fine, whatever”"),
        ('"What happened?" They tell you. "And then?"', "“What happened?” They tell you. “And then?”"),
        ('a buyer cooled: ("send me an e-mail")', "a buyer cooled: (“send me an e-mail”)"),
        ("“Set already,” it’s said", "“Set already,” it’s said"),
    ],
)
def test_apostrophes_and_quotes_are_those_of_print(text: str, printed: str) -> None:
    assert typeset(text) == printed
