"""A new guide as a file to fill in: every place that is still to be written says what belongs there."""

from __future__ import annotations

import re
from collections.abc import Collection

from playbook.guides.fields import FIELDS, TITLE_WORDS, Field
from playbook.guides.section import ANCHORS

_WRITTEN_BY_HAND = ("title", "job", "moment", "tab", "owner")
_TECHNIQUE = {
    "Say this": """
- Say say-1: "TODO: the line that makes the move, at most 16 words" (TODO: how to say it, at most 6 words)
- Say say-2: "TODO: the line after it, at most 24 words"
""",
    "If they answer": """
- "TODO: what they answer when they agree"
    - Say say-3: "TODO: what you say then, at most 25 words" -> stop (TODO: what you do next)
- "TODO: what they answer when they hesitate"
    - Say say-4: "TODO: what you say then, at most 25 words" -> stop
- No answer -> stop (TODO: what you do then)
""",
    "They say": """
- "TODO: what a customer says at this moment: five to eight such lines"
- You think: "TODO: what goes through your mind: one to three such lines"
""",
    "When": """
- TODO: when it helps, in at most 14 words: two to four such lines
""",
    "When not": """
- TODO: when another guide is better, with a link to it: two to four such lines
- Stop: TODO: when to stop
- True? TODO: what must be true for you to say it
""",
    "How": """
1. TODO: what to do, beginning with the verb: three to five such steps
""",
    "Why it works": """
TODO: what people do, and why, in at most 80 plain words.
""",
    "Weak and better": """
- Weak: "TODO: what is often said" (TODO: what is weak in it)
- Better: "TODO: what to say" (TODO: what is better in it)
""",
    "Evidence": """
TODO: what was found, in at most 30 words; figures only from a reference of the page.

Not known: TODO: what nobody has looked at, in at most 20 words.
""",
    "Practise": """
- Alone: TODO: an exercise for one
- Pair: TODO: an exercise for two
- This week: TODO: what to try on a real call
- Manager: TODO: what to listen for
""",
}
_SITUATION = {
    "Now": """
- Say {word}-1: "TODO: the first line to say, at most 16 words" (TODO: how to say it, at most 6 words)
- Say {word}-2: "TODO: the line after it, at most 24 words"
    - "TODO: what they answer" -> b-first
    - "TODO: what else they answer" -> b-second
    - No answer -> stop (TODO: what you do then)
""",
    "Which one?": """
### TODO: their answer, as they put it {{#b-first}}

- "TODO: how they put it"
    - Say {word}-3: "TODO: what you say then" -> stop (TODO: what you do next)

### TODO: their other answer {{#b-second}}

- "TODO: how they put it"
    - Say {word}-4: "TODO: what you say then" -> stop
""",
    "Play": """
1. TODO: what to do first, with a link to a technique: three to five such steps
""",
    "They say": """
- "TODO: what a customer says at this moment: six to ten such lines"
""",
    "Do not say": """
- "TODO: what must not be said" -> {word}-1
""",
    "Stop": """
TODO: when to stop, in at most 40 words.
""",
    "Afterwards": """
TODO: what to do after the call, in at most 40 words.
""",
    "Why it works": """
TODO: what people do, and why, in at most 120 plain words.
""",
    "Evidence": """
TODO: what was found, in at most 30 words; figures only from a reference of the page.

Not known: TODO: what nobody has looked at, in at most 20 words.
""",
}


def skeleton(identifier: str, kind: str, word: str, today: str) -> str:
    """Give the file of a new guide; ``word`` begins the ids of the lines of a situation, ``today`` is as 2026-11-22."""
    values = {"id": identifier, "kind": kind, "label": "Practice", "origin": "ours", "reviewed": today}
    fields = "\n".join(_field(field, {**values, "review_every": "12 months"}, kind) for field in FIELDS)
    bodies = _TECHNIQUE if kind == "technique" else _SITUATION
    sections = [f"## {heading}\n{_body(bodies[heading], kind, word)}" for heading in ANCHORS[kind]]
    return f"---\n{fields}\n---\n\n" + "\n".join(sections)


def cue_skeleton(identifier: str) -> str:
    """Give the cue file of a new guide, which may stay as it is."""
    return f"""\
# How people really put it, one a line, spelt as they type it.
# Those above the first arrow reach the opening of {identifier}; those below an arrow to a line or a branch,
# as -> say-3, what answers them; those below -> guide are questions of method, which no line answers.
"""


def line_word(identifier: str, taken: Collection[str]) -> str:
    """Give the word that begins the ids of a situation's lines: short, of its id, and that of no other situation."""
    letters = identifier.replace("-", "")
    initials = "".join(part[0] for part in identifier.split("-"))
    tried = [letters[:3], initials, *(letters[:length] for length in range(4, len(letters) + 1))]
    return next(
        (word for word in tried if re.fullmatch(r"[a-z]{2,}", word) and word not in {*taken, "say"}), f"{initials}x"
    )


def _field(field: Field, values: dict[str, str], kind: str) -> str:
    if field.name in values:
        return f"{field.name}: {values[field.name]}"
    if field.name in _WRITTEN_BY_HAND:
        most = field.most_words or (TITLE_WORDS[kind] if field.name == "title" else 0)
        limit = f", at most {most} words" if most else ""
        return f'{field.name}: "TODO: {field.meaning}{limit}"'
    return f"# {field.name}: [...] {field.meaning}"


def _body(text: str, kind: str, word: str) -> str:
    return text.format(word=word) if kind == "situation" else text
