"""What the browser searches: the words of every guide, as weighed by lunr, and the sentences of every moment.

lunr builds an index with one document a guide: which guide is meant, all its words know best. Of its output only the
weights travel, a number a word and guide; lunr's own form is five times as large. Its measure of rarity is taken out:
it counts guides, and with two hundred sentences a guide nearly every word is in every guide. The browser counts
sentences instead (measured: the best guide first for 76 queries of 100 against 74).

Which moment of a guide is meant, the browser weighs by the same formula from the sentences of each. Word pairs, letter
groups and weights of seven hundred moments would triple the file, so the browser makes them from the sentences; the
replies it has as words already.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from lunr.builder import Builder
from lunr.index import Index

from playbook.desk.packed_sentences import packed, signs
from playbook.desk.ranking import FIELDS, RANKING
from playbook.desk.words import words
from playbook.guides.guide import Guide
from playbook.guides.moment import Moment, whole_guide_cues

_NOTHING_MORE: Mapping[str, Any] = {}  # lunr may keep more of a word than that it is there
_PRECISION = 1000  # lunr keeps three decimals; of a common word in a thousand guides nothing would be left

_LEAST_WEIGHT = 1 / 128
STEPS = 3  # of a weight until it doubles; search/weights.js holds both figures, too

Texts = Mapping[str, Sequence[str]]
Sentence = tuple[str, ...]


def word_index(
    guides: Sequence[Guide], moments: Iterable[Moment], off_topic: Sequence[str], synonyms: Mapping[str, str]
) -> dict[str, Any]:
    """Give the words, sentences and weights of these guides, and after them those of what is off the topic.

    ``moments`` come guide by guide. After the sentences of a guide's moments stand those of the guide itself.
    """
    by_guide: dict[str, list[Moment]] = defaultdict(list)
    for moment in moments:
        by_guide[moment.guide].append(moment)
    documents = [_texts(guide, by_guide[guide.id]) for guide in guides] + [{"cues": off_topic}]
    stems = [_stems(document) for document in documents]
    ordered = _by_frequency(stems, synonyms)
    numbers = {word: number for number, word in enumerate(ordered)}
    return {
        "figures": {**RANKING, **{f"{field}Field": weight for field, weight in FIELDS.items()}},
        "words": " ".join(ordered),
        "synonyms": _groups(synonyms),
        "sentences": [_packed(said, numbers) for said in (*_said(guides, by_guide), _read(off_topic))],
        "weights": _weights(stems, synonyms, ordered),
    }


def _texts(guide: Guide, moments: Sequence[Moment]) -> Texts:
    """Give the texts of a guide by field."""
    cues = [cue.text for moment in moments for cue in moment.cues]
    return {
        "cues": [guide.moment, *cues, *(cue.text for cue in whole_guide_cues(guide))],
        "title": [guide.title, guide.job],
        "heard": [*(reply.heard for reply in guide.replies()), *(branch.title for branch in guide.branches)],
        "lines": [line.text for line in guide.lines()],
    }


def _stems(texts: Texts) -> dict[str, list[str]]:
    return {field: [stem for text in texts.get(field, ()) for stem in words(text)] for field in FIELDS}


def _by_frequency(documents: Iterable[Mapping[str, list[str]]], synonyms: Mapping[str, str]) -> list[str]:
    """Give every word once, the commonest first, so that most numbers in the file are short."""
    counts = Counter(word for document in documents for stems in document.values() for word in stems)
    counts.update(synonyms[word] for word in list(counts) if word in synonyms)
    return sorted(counts, key=lambda word: (-counts[word], word))


def _groups(synonyms: Mapping[str, str]) -> list[str]:
    """Give each group as its words in a row, the one that stands for the others first."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word, name in synonyms.items():
        if word != name:
            groups[name].append(word)
    return [" ".join([name, *sorted(others)]) for name, others in sorted(groups.items())]


def _said(guides: Sequence[Guide], moments: Mapping[str, Sequence[Moment]]) -> Iterator[list[Sentence]]:
    """Give what is said or asked at each moment, and after the moments of a guide what reaches the guide itself."""
    for guide in guides:
        situation = guide.kind == "situation"
        for moment in moments[guide.id]:
            title = [guide.title] if situation and moment.line is guide.opening[0] else []
            yield _read([*title, *(cue.text for cue in moment.cues)])
        yield _read([guide.job, *([] if situation else [guide.title]), *(cue.text for cue in whole_guide_cues(guide))])


def _read(texts: Iterable[str]) -> list[Sentence]:
    return sorted({tuple(stems) for text in texts if (stems := words(text))})


def _packed(sentences: Iterable[Sentence], numbers: Mapping[str, int]) -> str:
    return packed(tuple(numbers[word] for word in sentence) for sentence in sentences)


def _weights(
    documents: Sequence[Mapping[str, list[str]]], synonyms: Mapping[str, str], ordered: Sequence[str]
) -> dict[str, str]:
    """Give for every word the guides that hold it, as the steps from one to the next, and what it weighs in each."""
    index = _lunr_index(documents, synonyms)
    holding: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    rarity = {posting["_index"]: _rarity(posting, len(documents)) for posting in index.inverted_index.values()}
    for reference, vector in index.field_vectors.items():
        guide = int(reference.partition("/")[2])
        for word, weight in zip(vector.elements[::2], vector.elements[1::2], strict=True):
            holding[word][guide] += weight / rarity[word] / _PRECISION
    terms = {term: sorted(holding[posting["_index"]].items()) for term, posting in index.inverted_index.items()}
    found = [terms.get(word, []) for word in ordered]
    return {
        "guides": " ".join(_steps([guide for guide, _ in weights]) for weights in found),
        "weights": "".join(signs(_octaves(weight)) for weights in found for _, weight in weights),
    }


def _steps(guides: Sequence[int]) -> str:
    return "".join(signs(guide - before - 1) for before, guide in pairwise([-1, *guides]))


def _octaves(weight: float) -> int:
    """Give a weight as a small number: every third one doubles it; 21 is a weight of 1."""
    return max(0, round(STEPS * math.log2(max(weight, _LEAST_WEIGHT) / _LEAST_WEIGHT)))


def _lunr_index(documents: Sequence[Mapping[str, list[str]]], synonyms: Mapping[str, str]) -> Index:
    builder = _CountingBuilder()
    builder.k1(RANKING["saturation"])
    builder.b(RANKING["length"])
    for field, weight in FIELDS.items():
        builder.field(field, boost=weight * _PRECISION)
    for number, document in enumerate(documents):
        terms = {field: [synonyms.get(word, word) for word in stems] for field, stems in document.items()}
        builder.add_words(str(number), terms)
    return builder.build()


class _CountingBuilder(Builder):  # type: ignore[misc] # the library has no types
    """lunr's builder for words that are read already; it would make an object and copy a mapping for each of them."""

    def add_words(self, name: str, fields: Mapping[str, Sequence[str]]) -> None:
        """Add a document: its name, and the words of each field."""
        self._documents[name] = {}
        self.document_count += 1
        for field, words_of_field in fields.items():
            place = f"{field}/{name}"
            counts = Counter(words_of_field)
            self.field_term_frequencies[place] = counts
            self.field_lengths[place] = len(words_of_field)
            for word in counts:
                self._posting(word)[field][name] = _NOTHING_MORE

    def _posting(self, word: str) -> dict[str, Any]:
        if word not in self.inverted_index:
            self.inverted_index[word] = {"_index": self.term_index, **{field: {} for field in self._fields}}
            self.term_index += 1
        posting: dict[str, Any] = self.inverted_index[word]
        return posting


def _rarity(posting: Mapping[str, Any], count: int) -> float:
    """Give lunr's own measure of how rare a word is; it counts a guide once for every field that holds the word."""
    holding = sum(len(posting[field]) for field in FIELDS)
    return math.log(1 + abs((count - holding + 0.5) / (holding + 0.5)))
