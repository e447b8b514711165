"""How a link to a place is spelt where it is pasted: decided here alone, once a fault is told."""

from __future__ import annotations

from dataclasses import replace

from playbook.links.lookup import Lookup
from playbook.links.relative_link import built_link, link, with_anchor
from playbook.links.values import Page
from playbook.links.verdict import Place, Verdict


def pasted(lookup: Lookup, here: Page, verdict: Verdict, *, raw: bool) -> Verdict:
    """Give a verdict with what was meant as it is pasted into a page: into its Markdown or into raw HTML."""
    if not isinstance(verdict.meant, Place):
        return verdict
    file, anchor = verdict.meant
    if file == here.uri and anchor:
        return replace(verdict, meant=f"#{anchor}")
    target = built_link(here.url, lookup.address(file)) if raw else link(here, file)
    return replace(verdict, meant=with_anchor(target, anchor))
