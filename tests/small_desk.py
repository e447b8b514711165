"""A handful of guides to be asked in the browser, and how they are asked: the pure modules, no page."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

from playbook.desk.search_index import search_index
from playbook.guides.guide import Guide
from small_guides import small_guide

REFERENCE = """\
## Now

- Say ref-1: "Happy to."
    - "How does the rollout really go?"
        - Say ref-2: "May I tell you?"
            - "Thanks." -> stop
    - Nothing for days -> stop

## Which one?

### It is a rule of procurement {#b-policy}

- "Procurement needs two of them."
    - Say ref-3: "By when?"
        - "Thanks." -> stop
"""
GUIDES = [
    small_guide("reference-request", REFERENCE, cues=["Can we talk to your clients?", "Got any references?"]),
    small_guide("referral", cues=["You should talk to my colleague", "He made a referral"]),
    small_guide("silence", cues=["They never called me back", "Nobody is answering"]),
    small_guide("lost-deal", cues=["You lost, we chose a competitor"]),
    small_guide("angry-customer", cues=["This is unacceptable", "I am furious with you"]),
    small_guide("late-delivery", cues=["Where is our machine?", "You are two weeks late"]),
    small_guide("price-shock", cues=["That is far too expensive", "You are kidding with this price"]),
    small_guide("too-busy", cues=["I have no time for you", "I am busy"]),
]
OFF_TOPIC = ["guest wifi password", "what is the weather on saturday", "the printer is out of paper"]

MATCHES = """async ([content, texts, context]) => {
    const main = document.querySelector('script[type=module]').src
    const { match, readIndex } = await import(new URL('search/matcher.js', main).href)
    const index = readIndex(content)
    return texts.map((text) => match(index, text, context ?? undefined))
}"""


def matches(page: Page, *texts: str, guides: list[Guide] = GUIDES) -> list[dict[str, Any]]:
    """Give what is found for each text."""
    found: list[dict[str, Any]] = page.evaluate(
        MATCHES, [json.loads(search_index(guides, [], "", off_topic=OFF_TOPIC)), list(texts), None]
    )
    return found
