"""Nested bullets become lines, replies and targets."""

from __future__ import annotations

from playbook.guides.line import Line, Reply, Target, Variant
from playbook.guides.script import Script, read_script
from playbook.guides.section import Row


def _script(text: str) -> Script:
    script, problems = read_script("a.md", [Row(number, line) for number, line in enumerate(text.split("\n"), 1)])
    assert problems == []
    return script


def _line(identifier: str, text: str, number: int, **more: object) -> Line:
    plain = {"tone": "", "condition": "", "ours": False, "target": None, "replies": (), "variants": ()}
    return Line(id=identifier, text=text, number=number, **{**plain, **more})  # type: ignore[arg-type]


def test_a_line_has_its_words_its_notes_and_its_target() -> None:
    script = _script('- Say ref-1: "Happy to." (warm; only if true; our addition) -> ref-2 (tomorrow)')

    line = _line(
        "ref-1", "Happy to.", 1, tone="warm", condition="only if true", ours=True, target=Target("ref-2", "tomorrow", 1)
    )
    assert script == Script((line,), (), ())


def test_variants_belong_to_the_line_above_them() -> None:
    script = _script(
        '- Say ref-1: "A."\n- Softer ref-1b: "B." (only if true)\n- Written ref-1c: "C."\n- Say ref-2: "D."'
    )

    variants = (
        Variant("softer", "ref-1b", "B.", "", "only if true", False, 2),
        Variant("written", "ref-1c", "C.", "", "", False, 3),
    )
    assert script.lines == (_line("ref-1", "A.", 1, variants=variants), _line("ref-2", "D.", 4))


def test_replies_are_spoken_or_happen_and_hold_the_lines_below_them() -> None:
    script = _script('- "They say this." -> stop\n- No answer\n    - Say ref-1: "A."\n        - "B." -> ref-2')

    below = _line("ref-1", "A.", 3, replies=(Reply("B.", True, 4, Target("ref-2", "", 4), ()),))
    assert script.replies == (
        Reply("They say this.", True, 1, Target("stop", "", 1), ()),
        Reply("No answer", False, 2, None, (below,)),
    )


def test_quotes_and_arrows_may_be_typographic_and_a_bullet_may_run_on() -> None:
    script = _script('* Say ref-1: “Happy\n  to.” → stop\n* Say ref-2: “He said "no".”')

    assert script.lines == (
        _line("ref-1", "Happy to.", 1, target=Target("stop", "", 1)),
        _line("ref-2", 'He said "no".', 3),
    )


def test_paragraphs_are_kept_apart_from_bullets() -> None:
    script = _script('A word\nfirst.\n\nAnother.\n\n- Say ref-1: "A."')

    assert script.paragraphs == (Row(1, "A word first."), Row(4, "Another."))
