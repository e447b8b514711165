"""The figures that decide what is found: the one place where they stand; they travel to the browser in the index.

`bench/choose_weights.py` chooses them and prints the table it chose from; nobody tunes them by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# What a field counts for. Cues are how people really speak; lines are our words, not theirs.
FIELDS: Mapping[str, float] = MappingProxyType({"cues": 1.0, "title": 1.0, "heard": 0.3, "lines": 0.1})

RANKING: Mapping[str, float] = MappingProxyType(
    {
        # BM25: how soon the same word again adds little, and how much a long page is held against it.
        "saturation": 1.2,
        "length": 0.4,
        "leastLength": 3,  # in the browser: a moment of few sentences is held to be so many times the mean
        # What word pairs add to the words of a guide, and how much the nearest sentences count.
        "pairs": 0.5,
        "nearness": 0.3,
        "nearest": 5,  # sentences of a guide or moment that are looked at
        "momentNearness": 0.3,  # the same for moments
        "inner": 0.7,  # what a cue counts for that answers a line, where another counts 1
        "guideShare": 1,  # what the score of its guide adds to that of a moment
        "pairsInSentence": 0.5,
        # What is offered: so many moments, so many of one guide, none that scores less than this share of the first.
        "offered": 3,
        "offeredOfGuide": 2,
        "leastOffered": 0.25,
        # A reply of so many words that leads to one moment only is said at no other; a cue of at most so many words of
        # an urgent moment counts wherever it stands.
        "tellingWords": 4,
        "urgentWords": 4,
        # What a word may mean that the index does not hold, or that is still being typed.
        "correction": 0.8,
        "completion": 0.6,
        # How sure the first guide is: its lead over guides it is not easily mixed up with, its lead over what is
        # off the topic, how near its sentences are, and how much was said that it holds.
        "leadOverOffTopic": 0.5,
        "nearSentences": 1.0,
        "held": 0.005,
        "unknown": 0.7,  # what speaks against it: words that mean nothing to the index
        "partingNear": 0.6,  # so near must a sentence be for a line that thanks or says farewell
        # In a conversation: how near a reply on screen must be to count as said; by how many times more the moments
        # score that replies lead to, and the others of the guide; the lead, as a share, from which such a one is found.
        "replyNear": 0.7,
        "contextReply": 2,
        "contextLeave": 3,  # so many times nearer must be what is found elsewhere to leave the conversation
        "contextGuide": 0.1,
        "contextLead": 0.2,
        "foundFrom": 1.7,
        "guessFrom": 0.4,
    }
)
