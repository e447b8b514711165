"""What is said and heard is plain text: marks of Markdown in it would be printed as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.contract.prose import bad_words, weak_and_better
from playbook.guides.guide import Guide
from playbook.guides.line import Line, Variant
from playbook.problems import Problem

_MARKS = re.compile(
    r"\*\*[^*]+\*\*|__[^_]+__|(?<![\w*])\*(?=\S)[^*\n]*[^*\s]\*(?![\w*])|(?<!\w)_(?=\S)[^_\n]*[^_\s]_(?!\w)"
    r"|`[^`]+`|!?\[[^\]]*\]\([^)]*\)|~~[^~]+~~"
)


def line_markup_problems(guide: Guide) -> Iterator[Problem]:
    """Give every mark of Markdown in a line, a reply, a note, a heading or a cue of a guide."""
    for number, text in _texts(guide):
        match = _MARKS.search(text)
        if match:
            message = "holds marks of Markdown, which are printed as they stand."
            yield Problem(guide.path, number, match[0], message, "Take the marks out.", "marked-line")


def _texts(guide: Guide) -> Iterator[tuple[int, str]]:
    yield from (
        (guide.front.number(name), guide.front.text(name)) for name in ("title", "job", "moment", "tab", "owner")
    )
    yield from ((branch.number, branch.title) for branch in guide.branches)
    for line in guide.lines():
        manners: tuple[Line | Variant, ...] = (line, *line.variants)
        for said in manners:
            yield from ((said.number, text) for text in (said.text, said.tone, said.condition))
    yield from ((reply.number, reply.heard) for reply in guide.replies())
    yield from ((target.number, target.note) for target in guide.targets())
    yield from ((cue.number, cue.text) for cue in guide.shown_cues)
    for section in guide.sections:
        if section.anchor == "example":
            yield from (
                (section.number, text) for _, said, notes in weak_and_better(section) for text in (said, *notes)
            )
        if section.anchor == "do-not-say":
            yield from ((item.number, text) for item, text, _ in bad_words(section))
