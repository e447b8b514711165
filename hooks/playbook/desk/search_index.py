"""The index file of the desk: the lines, the way from line to line, and what is searched (see ``word_index``)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from playbook.desk.word_index import word_index
from playbook.guides.bridges import Bridge
from playbook.guides.confusable import Confusable
from playbook.guides.conversation import Destination, ResolvedReply, Step, steps
from playbook.guides.guide import Guide
from playbook.guides.moment import Moment, moments
from playbook.typography import typeset

VERSION = 5  # the browser refuses any other; raise it when the shape changes


def search_index(
    guides: Iterable[Guide],
    bridges: Iterable[Bridge],
    build: str,
    *,
    confusables: Iterable[Confusable] = (),
    off_topic: Sequence[str] = (),
    synonyms: Mapping[str, str] | None = None,
) -> str:
    """Give the index file of these guides, with the lines that bridge the wait; the same bytes for the same guides."""
    by_id = {guide.id: guide for guide in sorted(guides, key=lambda guide: guide.id)}
    found = moments(by_id)
    content = {
        "version": VERSION,
        "build": build,
        "bridges": [{"say": typeset(bridge.text), "after": bridge.after} for bridge in bridges],
        "guides": [_entry(guide) for guide in by_id.values()],
        "lines": {key: line for guide in by_id.values() for key, line in _lines(guide, by_id)},
        "moments": [_moment(moment) for moment in found],
        "apart": sorted([*pair.guides, typeset(pair.ask)] for pair in confusables),
        "search": word_index(list(by_id.values()), found, off_topic, synonyms or {}),
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _entry(guide: Guide) -> dict[str, Any]:
    return {
        "id": guide.id,
        "kind": guide.kind,
        "title": typeset(guide.title),
        "moment": typeset(guide.moment),
        "url": guide.url,
        "reviewed": guide.front.text("reviewed"),
        "reviewEvery": guide.front.text("review_every"),
        "start": f"{guide.id}#{guide.opening[0].id}",
    }


def _moment(moment: Moment) -> dict[str, Any]:
    """Give a moment; the name of one that a reply on another line leads to, the browser finds there."""
    names = [heard.words for heard in moment.heard] or moment.cues.texts()
    kinds = {"inner": moment.inner, "urgent": moment.urgent, "parting": moment.parting}
    named = {} if moment.inner and moment.heard and moment.heard[0].spoken else {"heard": typeset(names[0])}
    return {"id": moment.id, **named, **{kind: True for kind, holds in kinds.items() if holds}}


def _lines(guide: Guide, guides: Mapping[str, Guide]) -> Iterator[tuple[str, dict[str, Any]]]:
    for step in steps(guide, guides):
        yield f"{step.guide}#{step.line.id}", _line(step)


def _line(step: Step) -> dict[str, Any]:
    line: dict[str, Any] = {
        "say": typeset(step.line.text),
        "tone": typeset(step.line.tone),
        "condition": typeset(step.line.condition),
        "answers": [_reply(reply) for reply in step.replies],
    }
    return line | {"then": _destination(step.then)} if step.then else line


def _reply(reply: ResolvedReply) -> dict[str, Any]:
    return {"heard": typeset(reply.heard), "spoken": reply.spoken, "to": _destination(reply.to)}


def _destination(to: Destination) -> dict[str, Any]:
    if to.stop:
        return {"stop": True, "note": typeset(to.note)}
    return {"line": f"{to.guide}#{to.line}", "note": typeset(to.note)}
