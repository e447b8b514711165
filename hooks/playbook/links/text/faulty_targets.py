"""The faulty targets of a page, each told where it is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from playbook.links.lookup import Lookup
from playbook.links.target.judge import Judge
from playbook.links.target.pasted import pasted
from playbook.links.text.label import label_places, label_verdict
from playbook.links.text.places import name_of
from playbook.links.text.source import Source
from playbook.links.values import Page
from playbook.links.verdict import Verdict
from playbook.problems import Problem

# How often a target was rendered that is wrong, by the target, whether it stood in raw HTML, and what is wrong.
Wrong = Mapping[tuple[str, bool, Verdict], int]

# Kinds that only a place in a text has; what an extension made stands in no line of this page.
_OF_A_LINE = ("fragile-anchor", "empty-text", "vague-text", "empty-target", "remote-asset", "own-url")
_OF_A_LABEL = ("empty-text", "vague-text", "empty-target")


def wrong_references(page: Page, judge: Judge) -> Wrong:
    """Give every wrong reference of a page, and how often it was rendered."""
    wrong: Counter[tuple[str, bool, Verdict]] = Counter()
    for reference in page.references:
        verdict = judge.verdict(page, reference) or label_verdict(reference)
        if verdict:
            wrong[name_of(reference.target, raw=reference.raw), reference.raw, verdict] += 1
    return wrong


def target_problems(
    lookup: Lookup, page: Page, wrong: Wrong, source: Source, snippets: Sequence[Source]
) -> Iterator[Problem]:
    """Give the wrong references of a page at every place where they are written, in the page or its snippets."""
    # One target is written the same whether a picture or a link names it.
    rendered = Counter((name_of(other.target, raw=other.raw), other.raw) for other in page.references if wrong)
    for (target, raw, verdict), labelled in wrong.items():
        count = labelled if verdict.code in ("empty-text", "vague-text") else rendered[target, raw]
        if not source.in_mathematics(target):
            spelt = pasted(lookup, page, verdict, raw=raw)
            told = _told(page, target, spelt, count, [source, *snippets], raw=raw)
            yield from (problem for problem in told if not lookup.tree.doubts or not _goes_on(problem))


def _told(
    page: Page, target: str, verdict: Verdict, count: int, sources: Sequence[Source], *, raw: bool
) -> Iterator[Problem]:
    for source in sources:
        places = label_places(source, target, verdict.code) if verdict.code in _OF_A_LABEL else []
        places = places or source.places(target, count, raw=raw)
        if places:
            yield from (source.told(place, _written(source, place, target), verdict) for place in places)
            return
    if any(source.is_hidden(target) for source in sources):
        return  # what stands in code alone was meant as code, whatever an extension made of it
    for source in sources:
        mention = source.mention(target)
        if mention:
            yield source.told(mention[0], target, verdict)
            return
    if verdict.code not in _OF_A_LINE:
        yield Problem(page.path, 1, target, verdict.message, verdict.hint, verdict.code, 1, "", verdict.severity)


def _goes_on(problem: Problem) -> bool:
    """Tell whether a target goes on in markup that nobody read, in the place of which something else would stand."""
    return problem.source[problem.column - 1 + len(problem.written) :].startswith(("{{", "{%"))


def _written(source: Source, place: int, target: str) -> str:
    """Give a target as it is written at a place, where letters may be entities or escaped."""
    if not target:
        return "()"
    if source.text.startswith(target, place):
        return target
    return re.match(r"(?:\\.|[^\s\"'<>)])*", source.text[place : place + 500])[0] or target  # type: ignore[index] # matches nothing, too
