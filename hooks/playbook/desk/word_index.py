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
from array import array
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from operator import add
from typing import Any, NamedTuple

from lunr.builder import Builder
from lunr.index import Index

from playbook.desk.packed_sentences import packed, signs
from playbook.desk.ranking import FIELDS, RANKING
from playbook.desk.words import END, stem, words_with_ends
from playbook.guides.guide import Guide
from playbook.guides.moment import Moment, whole_guide_cues

_NOTHING_MORE: Mapping[str, Any] = {}  # lunr may keep more of a word than that it is there
_PRECISION = 1000  # lunr keeps three decimals; of a common word in a thousand guides nothing would be left

_LEAST_WEIGHT = 1 / 128
STEPS = 3  # of a weight until it doubles; search/weights.js holds both figures, too
_HIGHEST = 63  # a weight of half a million
# A weight travels as the number of the step nearest to it, 21 for a weight of 1: these are half-way between two steps.
_LIMITS = [_LEAST_WEIGHT * 2 ** ((step + 0.5) / STEPS) for step in range(_HIGHEST)]

_Counts = Mapping[str, Counter[str]]


class _Numbers(dict[str, int]):
    """Stems by numbers from 1, in the order in which they are first met."""

    def __missing__(self, stem: str) -> int:
        self[stem] = len(self) + 1
        return self[stem]


class _NumbersOfWords(dict[str, int]):
    """Words by the number of their stem, so that each is stemmed once; 0 is the end of a sentence."""

    def __init__(self, of_stems: _Numbers) -> None:
        super().__init__({END: 0})
        self.of_stems = of_stems

    def of(self, texts: Sequence[str]) -> array[int]:
        """Give the words of some texts as numbers, 0 after each text."""
        return array("I", map(self.__getitem__, words_with_ends(texts)))

    def __missing__(self, word: str) -> int:
        self[word] = self.of_stems[stem(word)]
        return self[word]


class _Read(NamedTuple):
    """The words of a guide as numbers, held flat, since there are millions of them.

    ``fields`` hold each word with how often it stands there; ``said`` the sentences of each moment, 0 after each.
    """

    fields: Mapping[str, array[int]]
    said: Sequence[array[int]]


def word_index(
    guides: Sequence[Guide], moments: Iterable[Moment], off_topic: Sequence[str], synonyms: Mapping[str, str]
) -> dict[str, Any]:
    """Give the words, sentences and weights of these guides, and after them those of what is off the topic.

    ``moments`` come guide by guide. After the sentences of a guide's moments stand those of the guide itself.
    """
    by_guide: dict[str, list[Moment]] = defaultdict(list)
    for moment in moments:
        by_guide[moment.guide].append(moment)
    numbers = _Numbers()
    of_words = _NumbersOfWords(numbers)
    read = [_read(guide, by_guide[guide.id], of_words) for guide in guides]
    off = of_words.of(off_topic)
    read.append(_Read(_counted({"cues": off}), [off]))
    stands_for = _stands_for(synonyms, numbers)
    ordered = _by_frequency([one.fields for one in read], numbers, stands_for)
    places = {numbers[word]: signs(place) for place, word in enumerate(ordered)}
    signs_of = [" ", *(places[number] for number in range(1, len(numbers) + 1))]
    return {
        "figures": {**RANKING, **{f"{field}Field": weight for field, weight in FIELDS.items()}},
        "words": " ".join(ordered),
        "synonyms": _groups(synonyms),
        "sentences": [packed(said, signs_of) for one in read for said in one.said],
        "weights": _weights(_lunr_index(_counts(read, [*numbers], stands_for)), len(read), ordered),
    }


def _read(guide: Guide, moments: Sequence[Moment], numbers: _NumbersOfWords) -> _Read:
    """Give what is said or asked at each moment of a guide, then what reaches the guide itself; and its fields."""
    title, job, named = (numbers.of([text]) for text in (guide.title, guide.job, guide.moment))
    cues = [numbers.of(moment.cues.texts()) for moment in moments]
    whole = numbers.of(whole_guide_cues(guide).texts())
    heard = [*(reply.heard for reply in guide.replies()), *(branch.title for branch in guide.branches)]
    fields = {
        "cues": chain(named, *cues, whole),
        "title": chain(title, job),
        "heard": numbers.of(heard),
        "lines": numbers.of([line.text for line in guide.lines()]),
    }
    if guide.kind != "situation":
        return _Read(_counted(fields), [*cues, job + title + whole])
    openings = [title if moment.line is guide.opening[0] else array("I") for moment in moments]
    return _Read(_counted(fields), [*map(add, openings, cues), job + whole])


def _counted(fields: Mapping[str, Iterable[int]]) -> dict[str, array[int]]:
    counts = {field: Counter(fields.get(field, ())) for field in FIELDS}
    return {
        field: array("I", chain.from_iterable(pair for pair in found.items() if pair[0]))
        for field, found in counts.items()
    }


def _stands_for(synonyms: Mapping[str, str], numbers: _Numbers) -> dict[int, int]:
    """Give for every word of a group that is read the one that stands for it, which need not be read itself."""
    read = [(word, name) for word, name in synonyms.items() if word in numbers]
    return {numbers[word]: numbers[name] for word, name in read}


def _by_frequency(
    documents: Iterable[Mapping[str, array[int]]], numbers: Mapping[str, int], stands_for: Mapping[int, int]
) -> list[str]:
    """Give every word once, the commonest first, so that most numbers in the file are short."""
    counts = [0] * (len(numbers) + 1)
    for document in documents:
        for flat in document.values():
            for word, count in zip(flat[::2], flat[1::2], strict=True):
                counts[word] += count
    for name in stands_for.values():
        counts[name] += 1
    return sorted(numbers, key=lambda word: (-counts[numbers[word]], word))


def _groups(synonyms: Mapping[str, str]) -> list[str]:
    """Give each group as its words in a row, the one that stands for the others first."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word, name in synonyms.items():
        if word != name:
            groups[name].append(word)
    return [" ".join([name, *sorted(others)]) for name, others in sorted(groups.items())]


def _weights(index: Index, count: int, ordered: Sequence[str]) -> dict[str, str]:
    """Give for every word the guides that hold it, as the steps from one to the next, and what it weighs in each."""
    holding: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    rarity = {posting["_index"]: _rarity(posting, count) for posting in index.inverted_index.values()}
    for reference, vector in index.field_vectors.items():
        guide = int(reference.partition("/")[2])
        for word, weight in zip(vector.elements[::2], vector.elements[1::2], strict=True):
            holding[word][guide] += weight / rarity[word] / _PRECISION
    terms = {term: sorted(holding[posting["_index"]].items()) for term, posting in index.inverted_index.items()}
    found = [terms.get(word, []) for word in ordered]
    return {
        "guides": " ".join(_steps([guide for guide, _ in weights]) for weights in found),
        "weights": "".join([signs(bisect(_LIMITS, weight)) for weights in found for _, weight in weights]),
    }


def _steps(guides: Sequence[int]) -> str:
    return "".join(signs(guide - before - 1) for before, guide in pairwise([-1, *guides]))


def _counts(read: Sequence[_Read], words: Sequence[str], stands_for: Mapping[int, int]) -> Iterator[_Counts]:
    """Give how often each word stands in each field of a guide, those of a group as the one that stands for them."""
    for one in read:
        counts: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
        for field, flat in one.fields.items():
            for word, count in zip(flat[::2], flat[1::2], strict=True):
                counts[field][words[stands_for.get(word, word) - 1]] += count
        yield counts


def _lunr_index(documents: Iterable[_Counts]) -> Index:
    builder = _CountingBuilder()
    builder.k1(RANKING["saturation"])
    builder.b(RANKING["length"])
    for field, weight in FIELDS.items():
        builder.field(field, boost=weight * _PRECISION)
    for number, counts in enumerate(documents):
        builder.add_counts(str(number), counts)
    return builder.build()


class _CountingBuilder(Builder):  # type: ignore[misc] # the library has no types
    """lunr's builder for words that are counted already; it would make an object and copy a mapping for each."""

    def add_counts(self, name: str, fields: _Counts) -> None:
        """Add a document: its name, and how often each word stands in each field."""
        self._documents[name] = {}
        self.document_count += 1
        for field, counts in fields.items():
            place = f"{field}/{name}"
            self.field_term_frequencies[place] = counts
            self.field_lengths[place] = counts.total()
            for word in counts:
                self._posting(word)[field][name] = _NOTHING_MORE

    def _create_token_set(self) -> None:
        self.token_set = None  # lunr finds words by it when it is asked, but nobody asks in Python

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
