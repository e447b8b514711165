"""What the host renders of a guide, and the pieces of what it gives back."""

from __future__ import annotations

import re

from playbook.guides.guide import Guide

# These sections are printed by the template from the guide's values; the host only sees their headings.
PRINTED = ("now", "branches", "say-this", "if-they", "they-say", "example", "do-not-say")
_HEADING = re.compile(r'<h2 id="([^"]+)">.*?</h2>', re.DOTALL)


def published_markdown(guide: Guide) -> str:
    """Give the Markdown of a guide with its fixed anchors, the sections that the template prints left empty."""
    parts = []
    for section in guide.sections:
        parts.append(f"## {section.heading} {{#{section.anchor}}}")
        if section.anchor not in PRINTED:
            parts.append(section.text)
    return "\n\n".join(parts) + "\n"


def section_html(html: str) -> dict[str, str]:
    """Give the HTML below each second-level heading, by the anchor of the heading."""
    headings = list(_HEADING.finditer(html))
    ends = [*(heading.start() for heading in headings), len(html)][1:]
    return {heading[1]: html[heading.end() : end].strip() for heading, end in zip(headings, ends, strict=False)}
