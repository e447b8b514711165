"""The index that the browser searches: the lines, the way from line to line, and a lunr index of the guides.

lunr's pipelines stay empty: the words are folded here and, by the same rules, in the browser (see ``words``).
The index holds one document a guide, since a person asks for a page and the line is picked inside it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lunr.builder import Builder

from playbook.conversation import Answer, Destination, Step, first_line, steps
from playbook.guide import Guide
from playbook.words import words

VERSION = 1  # the browser refuses any other; raise it when the shape changes

# What a field counts for. Cues are how people really speak; titles add little to them; lines are our words, not theirs.
WEIGHTS = {"cues": 1.0, "title": 1.0, "heard": 0.6, "lines": 0.2}


def search_index(guides: Iterable[Guide], bridges: Sequence[str], build: str) -> str:
    """Give the index file of these guides, with the lines that bridge the wait; the same bytes for the same guides."""
    by_id = {guide.id: guide for guide in sorted(guides, key=lambda guide: guide.id)}
    content = {
        "version": VERSION,
        "build": build,
        "bridges": [_printed(bridge) for bridge in bridges],
        "guides": [_entry(guide) for guide in by_id.values()],
        "lines": {key: line for guide in by_id.values() for key, line in _lines(guide, by_id)},
        "lunr": _lunr_index(list(by_id.values())),
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def lunr_module(source: str) -> str:
    """Give lunr.js, which knows CommonJS and globals only, as an ES module with a default export."""
    return f"const module={{exports:{{}}}},exports=module.exports;\n{source}\nexport default module.exports\n"


def _entry(guide: Guide) -> dict[str, Any]:
    return {
        "id": guide.id,
        "kind": guide.kind,
        "title": guide.title,
        "job": guide.job,
        "moment": guide.moment,
        "url": guide.url,
        "start": f"{guide.id}#{guide.opening[0].id}",
        "entries": [{"heard": heard, "line": f"{guide.id}#{line}"} for heard, line in _entries(guide)],
    }


def _entries(guide: Guide) -> Iterator[tuple[str, str]]:
    """Give what may be said to enter a branch at once, with the line that answers it."""
    for branch in guide.branches:
        line = first_line(branch)
        if line:
            yield branch.title, line.id
        yield from ((opening.heard, opening.lines[0].id) for opening in branch.openings if opening.lines)


def _lines(guide: Guide, guides: Mapping[str, Guide]) -> Iterator[tuple[str, dict[str, Any]]]:
    for step in steps(guide, guides):
        yield f"{step.guide}#{step.line.id}", _line(step)


def _line(step: Step) -> dict[str, Any]:
    line: dict[str, Any] = {
        "say": _printed(step.line.text),
        "tone": step.line.tone,
        "onlyIfTrue": step.line.only_if_true,
        "answers": [_answer(answer) for answer in step.answers],
    }
    return line | {"then": _destination(step.then)} if step.then else line


def _answer(answer: Answer) -> dict[str, Any]:
    return {"heard": _printed(answer.heard), "spoken": answer.spoken, "to": _destination(answer.to)}


def _printed(text: str) -> str:
    """Give words with the apostrophe of print, as the pages show them."""
    return text.replace("'", "’")


def _destination(to: Destination) -> dict[str, Any]:
    if to.stop:
        return {"stop": True, "note": to.note}
    return {"line": f"{to.guide}#{to.line}", "note": to.note}


def _lunr_index(guides: Sequence[Guide]) -> dict[str, Any]:
    if not guides:  # lunr divides by the number of documents
        return {"version": "2.3.9", "fields": list(WEIGHTS), "fieldVectors": [], "invertedIndex": [], "pipeline": []}
    builder = Builder()
    builder.ref("id")
    for field, weight in WEIGHTS.items():
        builder.field(field, boost=weight)
    for guide in guides:
        builder.add({"id": guide.id, **_fields(guide)})
    index: dict[str, Any] = builder.build().serialize()
    return _with_true_rarity(index, len(guides))


def _fields(guide: Guide) -> dict[str, list[str]]:
    texts = {
        "cues": [guide.moment, *(cue.text for cue in guide.cues)],
        "title": [guide.title, guide.job],
        "heard": [*(reply.heard for reply in guide.replies()), *(branch.title for branch in guide.branches)],
        "lines": [line.text for line in guide.lines()],
    }
    return {field: [word for text in texts[field] for word in words(text)] for field in WEIGHTS}


def _with_true_rarity(index: dict[str, Any], count: int) -> dict[str, Any]:
    """Give the index weighed by how many guides hold a word.

    lunr counts a guide once for every field that holds the word, so in a small collection the commonest words
    ("the" in four fields of every guide) come out as rare. Every weight is multiplied by the true rarity over lunr's.
    """
    corrections = {}
    for _, posting in index["invertedIndex"]:
        fields = [set(posting[field]) for field in WEIGHTS]
        true, counted = len(set().union(*fields)), sum(len(field) for field in fields)
        corrections[posting["_index"]] = _rarity(true, count) / _rarity(counted, count)
    vectors = [[reference, _corrected(vector, corrections)] for reference, vector in index["fieldVectors"]]
    return index | {"fieldVectors": vectors}


def _corrected(vector: Sequence[float], corrections: Mapping[int, float]) -> list[float]:
    pairs = zip(vector[::2], vector[1::2], strict=True)
    return [number for word, weight in pairs for number in (word, round(weight * corrections[int(word)], 3))]


def _rarity(holding: int, count: int) -> float:
    """Give lunr's own measure of how rare a word is, from the number of documents that hold it."""
    return math.log(1 + abs((count - holding + 0.5) / (holding + 0.5)))
