"""The faulty targets of every page, each told where it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from playbook.tree.fault import Fault
from playbook.tree.judge import Judge
from playbook.tree.label import bare_links, has_bare_link, label_places, label_verdict
from playbook.tree.source import Sources
from playbook.tree.values import Page
from playbook.tree.verdict import Verdict

# Kinds that only a place in a text has; what an extension made stands in no line of this page.
_OF_A_LINE = ("fragile-anchor", "empty-text", "vague-text", "empty-target", "remote-asset", "own-url")
_OF_A_LABEL = ("empty-text", "vague-text", "empty-target")


def target_faults(page: Page, judge: Judge, sources: Sources) -> Iterator[Fault]:
    """Give every reference of a page that is wrong, once for each place where it is written."""
    wrong: Counter[tuple[str, bool, Verdict]] = Counter()
    for reference in page.references:
        verdict = judge.verdict(page, reference) or label_verdict(reference)
        if verdict:
            wrong[reference.target, reference.raw, verdict] += 1
    for (target, raw, verdict), count in wrong.items():
        rendered = sum(1 for other in page.references if (other.target, other.raw) == (target, raw))
        count = count if verdict.code in ("empty-text", "vague-text") else rendered
        yield from _told(page, target, verdict, count, sources, raw=raw)
    if has_bare_link(page.html):
        source = sources[page.path]
        yield from (source.told(place, target, verdict) for place, target, verdict in bare_links(source))


def _told(page: Page, target: str, verdict: Verdict, count: int, sources: Sources, *, raw: bool) -> Iterator[Fault]:
    source = sources[page.path]
    if source.in_mathematics(target):
        return
    places = label_places(source, target, verdict.code) if verdict.code in _OF_A_LABEL else []
    places = places or source.places(target, count, raw=raw)
    if places:
        yield from (source.told(place, target or "()", verdict) for place in places)
        return
    for snippet in sources.snippets() if target else ():
        places = snippet.places(target, count)
        if places:
            yield snippet.told(places[0], target, verdict)
            return
    if verdict.code not in _OF_A_LINE:
        yield Fault(page.path, 1, 1, target, verdict.message, verdict.hint, verdict.code)
