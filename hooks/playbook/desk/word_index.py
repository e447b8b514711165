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

from array import array
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from operator import add
from typing import Any, NamedTuple

from lunr.builder import Builder
from lunr.idf import idf
from lunr.index import Index

from playbook.desk.packed_sentences import packed, signs
from playbook.desk.ranking import FIELDS, RANKING
from playbook.desk.words import END, stem, words_with_ends
from playbook.guides.guide import Guide
from playbook.guides.moment import Moment, whole_guide_cues

_PRECISION = 1000  # lunr keeps three decimals; of a common word in a thousand guides nothing would be left

_LEAST_WEIGHT = 1 / 128
STEPS = 3  # of a weight until it doubles; search/weights.js holds both figures, too
_HIGHEST = 63  # a weight of half a million
# A weight travels as the number of the step nearest to it, 21 for a weight of 1: these are half-way between two steps.
_LIMITS = [_LEAST_WEIGHT * 2 ** ((step + 0.5) / STEPS) for step in range(_HIGHEST)]


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
        "weights": _weights(_lunr_index(_Fields(read, stands_for)), len(read), [numbers[word] for word in ordered]),
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


class _Fields:
    """How often each word stands in each field of a guide, those of a group as the one that stands for them.

    Counted anew whenever lunr goes through them: held for all guides they would fill more room than all else.
    """

    def __init__(self, read: Sequence[_Read], stands_for: Mapping[int, int]) -> None:
        self.read = read
        self.stands_for = {word: name for word, name in stands_for.items() if word != name}

    def items(self) -> Iterator[tuple[str, Mapping[int, int]]]:
        """Give each field of each guide by lunr's name for it, with its words."""
        for number, one in enumerate(self.read):
            for field in FIELDS:
                yield f"{field}/{number}", self._counts(one.fields[field])

    def _counts(self, flat: array[int]) -> Mapping[int, int]:
        counts = dict(zip(flat[::2], flat[1::2], strict=True))
        for word in counts.keys() & self.stands_for.keys():
            name = self.stands_for[word]
            counts[name] = counts.get(name, 0) + counts.pop(word)
        return counts


class _Guides(int):
    """How many guides hold a word, as often as they have fields with it: lunr asks for nothing else."""

    def keys(self) -> range:
        """Give as many keys."""
        return range(self)


class _CountingBuilder(Builder):  # type: ignore[misc] # the library has no types
    """lunr's builder for words that are counted already; it would make an object and mappings for each."""

    def add_all(self, fields: _Fields) -> None:
        """Add all guides."""
        holding: Counter[int] = Counter()
        for place, counts in fields.items():
            self._documents[place.partition("/")[2]] = {}
            self.field_lengths[place] = sum(counts.values())
            holding.update(counts.keys())
        self.document_count = len(self._documents)
        self.field_term_frequencies = fields
        self.inverted_index = {word: {"_index": word, "": _Guides(count)} for word, count in holding.items()}

    def _create_token_set(self) -> None:
        self.token_set = None  # lunr finds words by it when it is asked, but nobody asks in Python


def _lunr_index(fields: _Fields) -> Index:
    builder = _CountingBuilder()
    builder.k1(RANKING["saturation"])
    builder.b(RANKING["length"])
    for field, weight in FIELDS.items():
        builder.field(field, boost=weight * _PRECISION)
    builder.add_all(fields)
    return builder.build()


def _weights(index: Index, count: int, ordered: Sequence[int]) -> dict[str, str]:
    """Give for every word the guides that hold it, as the steps from one to the next, and what it weighs in each."""
    rarity = {word: idf(posting, count) for word, posting in index.inverted_index.items()}
    guides = {word: array("I") for word in rarity}
    weights = {word: array("B") for word in rarity}
    for guide in range(count):
        for word, weight in _weights_in(index, guide, rarity).items():
            guides[word].append(guide)
            weights[word].append(bisect(_LIMITS, weight))
    return {
        "guides": " ".join(_steps(guides.get(word, ())) for word in ordered),
        "weights": "".join(map(signs, chain.from_iterable(weights.get(word, ()) for word in ordered))),
    }


def _weights_in(index: Index, guide: int, rarity: Mapping[int, float]) -> Mapping[int, float]:
    """Give what each word of a guide weighs in all its fields together, without the rarity; they leave the index."""
    found: dict[int, float] = defaultdict(float)
    for field in FIELDS:
        elements = index.field_vectors.pop(f"{field}/{guide}").elements
        for word, weight in zip(elements[::2], elements[1::2], strict=True):
            found[word] += weight / rarity[word] / _PRECISION
    return found


def _steps(guides: Sequence[int]) -> str:
    return "".join(signs(guide - before - 1) for before, guide in pairwise([-1, *guides]))
