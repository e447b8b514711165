// @ts-check

/**
 * What each guide scores for what was said: as a whole, by its words, word pairs and letter groups (BM25), and by its
 * nearest sentences. Sums over the whole guide know best what it is about; single sentences know best what was meant.
 */

import { byLetters, lettersOf } from './letters.js'
import { rarity, sentencesWith, sentencesWithPair } from './sentences.js'

const MOST_KEPT = 2000 // letter groups whose weights are kept for the next key

/**
 * Prepares what is needed to score the guides of an index.
 *
 * @param {Vocabulary} vocabulary
 * @param {Sentences} sentences
 * @param {number[][]} weights Of every word, as guide and hundredths in turn.
 * @param {number} count Of guides, with what is off the topic.
 * @param {Figures} figures
 * @returns {Scorer}
 */
export function readScorer(vocabulary, sentences, weights, count, figures) {
  const sizes = new Float64Array(count)
  sentences.guides.forEach((guide, sentence) => {
    sizes[guide] += sentences.worths[sentence]
  })
  const average = sizes.reduce((sum, size) => sum + size, 0) / count
  const limits = sizes.map((size) => figures.saturation * (1 - figures.length + (figures.length * size) / average))
  const frequencies = frequenciesOf(sentences, vocabulary.words.length)
  return {
    vocabulary,
    sentences,
    weights,
    count,
    figures,
    limits,
    frequencies,
    letters: byLetters(vocabulary.words),
    kept: new Map(),
  }
}

/**
 * Gives what each guide scores as a whole.
 *
 * @param {Scorer} scorer
 * @param {Said} said
 * @returns {Float64Array}
 */
export function wholeScores(scorer, said) {
  const scores = new Float64Array(scorer.count)
  for (const { meanings } of said) addBest(scorer, meanings, scores)
  for (const [first, second] of pairsOf(said)) addPair(scorer, first, second, scores)
  for (const { text } of said) for (const group of lettersOf(text)) addLetters(scorer, group, scores)
  return scores
}

/**
 * Gives how near the nearest sentences of each guide are to what was said, from 0 to about 1.
 *
 * @param {Scorer} scorer
 * @param {Said} said
 * @returns {Float64Array}
 */
export function nearScores(scorer, said) {
  const { sentences, figures, count } = scorer
  const { shared, length } = sharedWith(scorer, said)
  const best = new Float64Array(count * figures.nearest)
  for (const [sentence, sum] of shared) {
    const near = (sum / length / sentences.lengths[sentence]) * Math.sqrt(sentences.worths[sentence])
    insert(best, sentences.guides[sentence] * figures.nearest, figures.nearest, near)
  }
  const scores = new Float64Array(count)
  best.forEach((near, at) => {
    scores[Math.floor(at / figures.nearest)] += near / figures.nearest
  })
  return scores
}

/**
 * Adds what the best meaning of a word gives each guide.
 *
 * @param {Scorer} scorer
 * @param {Meaning[]} meanings
 * @param {Float64Array} scores
 */
function addBest({ sentences, weights }, meanings, scores) {
  const best = new Map()
  for (const { word, weight } of meanings) {
    const rare = rarity(sentences, sentencesWith(sentences, word).length)
    for (let at = 0; at < weights[word].length; at += 2) {
      const guide = weights[word][at]
      best.set(guide, Math.max(best.get(guide) ?? 0, (rare * weight * weights[word][at + 1]) / 100))
    }
  }
  for (const [guide, score] of best) scores[guide] += score
}

/**
 * @param {Scorer} scorer
 * @param {number} first
 * @param {number} second
 * @param {Float64Array} scores
 */
function addPair({ sentences, figures, limits }, first, second, scores) {
  const found = sentencesWithPair(sentences, first, second)
  const frequency = new Map()
  for (const sentence of found) {
    const guide = sentences.guides[sentence]
    frequency.set(guide, (frequency.get(guide) ?? 0) + sentences.worths[sentence])
  }
  const weight = figures.pairs * rarity(sentences, found.length)
  for (const [guide, times] of frequency) scores[guide] += weight * saturated(times, limits[guide], figures)
}

/**
 * @param {Scorer} scorer
 * @param {string} group
 * @param {Float64Array} scores
 */
function addLetters(scorer, group, scores) {
  const weights = scorer.kept.get(group) ?? letterWeights(scorer, group)
  for (let at = 0; at < weights.length; at += 2) scores[weights[at]] += weights[at + 1]
}

/**
 * @param {Scorer} scorer
 * @param {string} group
 * @returns {number[]}
 */
function letterWeights({ letters, frequencies, sentences, figures, limits, kept }, group) {
  const times = new Map()
  let held = 0
  for (const word of letters.get(group) ?? []) {
    const { guides, all } = frequencies[word]
    held += all
    for (let at = 0; at < guides.length; at += 2) times.set(guides[at], (times.get(guides[at]) ?? 0) + guides[at + 1])
  }
  const weight = figures.letters * rarity(sentences, held)
  const weights = [...times].flatMap(([guide, often]) => [guide, weight * saturated(often, limits[guide], figures)])
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(group, weights)
  return weights
}

/**
 * @param {number} times
 * @param {number} limit
 * @param {Figures} figures
 */
function saturated(times, limit, { saturation }) {
  return (times * (saturation + 1)) / (times + limit)
}

/**
 * Gives the sentences that share words with what was said, with how much they share.
 *
 * @param {Scorer} scorer
 * @param {Said} said
 * @returns {{shared: Map<number, number>, length: number}}
 */
function sharedWith({ sentences, figures }, said) {
  const shared = new Map()
  let square = 0
  for (const [word, weight] of weightsOf(said)) {
    const holding = sentencesWith(sentences, word)
    const rare = rarity(sentences, holding.length)
    square += (weight * rare) ** 2
    for (const sentence of holding) shared.set(sentence, (shared.get(sentence) ?? 0) + weight * rare * rare)
  }
  for (const [first, second] of pairsOf(said)) {
    const holding = sentencesWithPair(sentences, first, second)
    const bonus = (figures.pairsInSentence * rarity(sentences, holding.length)) ** 2
    for (const sentence of holding) shared.set(sentence, (shared.get(sentence) ?? 0) + bonus)
  }
  return { shared, length: Math.sqrt(square) || 1 }
}

/**
 * Gives every word that may be meant, once.
 *
 * @param {Said} said
 * @returns {Map<number, number>}
 */
function weightsOf(said) {
  const weights = new Map()
  for (const { meanings } of said) {
    for (const { word, weight } of meanings) weights.set(word, Math.max(weight, weights.get(word) ?? 0))
  }
  return weights
}

/**
 * Gives the pairs of the likeliest meanings of neighbouring words, each once.
 *
 * @param {Said} said
 * @returns {[number, number][]}
 */
function pairsOf(said) {
  const pairs = new Map()
  said.slice(1).forEach(({ meanings: [second] }, index) => {
    const [first] = said[index].meanings
    if (first && second) pairs.set(`${first.word} ${second.word}`, [first.word, second.word])
  })
  return [...pairs.values()]
}

/**
 * Puts a value into its place among the highest of a guide, which stand in a row from `from`.
 *
 * @param {Float64Array} best
 * @param {number} from
 * @param {number} size
 * @param {number} value
 */
function insert(best, from, size, value) {
  let at = from + size - 1
  if (value <= best[at]) return
  for (; at > from && best[at - 1] < value; at--) best[at] = best[at - 1]
  best[at] = value
}

/**
 * Gives how often every word stands in each guide, as guide and number in turn, and in all.
 *
 * @param {Sentences} sentences
 * @param {number} count Of words.
 * @returns {{guides: number[], all: number}[]}
 */
function frequenciesOf({ stems, starts, guides, worths }, count) {
  const frequencies = Array.from({ length: count }, () => ({ guides: /** @type {number[]} */ ([]), all: 0 }))
  for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
    for (let at = starts[sentence]; at < starts[sentence + 1]; at++) {
      const frequency = frequencies[stems[at]]
      frequency.all++
      if (frequency.guides[frequency.guides.length - 2] === guides[sentence])
        frequency.guides[frequency.guides.length - 1] += worths[sentence]
      else frequency.guides.push(guides[sentence], worths[sentence])
    }
  }
  return frequencies
}

/**
 * @typedef {import('./sentences.js').Sentences} Sentences
 * @typedef {import('./vocabulary.js').Meaning} Meaning
 * @typedef {import('./vocabulary.js').Vocabulary} Vocabulary
 * @typedef {import('./index_file.js').Figures} Figures
 * @typedef {{text: string, meanings: Meaning[]}[]} Said What was said, word by word: folded, and what each may mean.
 *
 * @typedef {object} Scorer
 * @property {Vocabulary} vocabulary
 * @property {Sentences} sentences
 * @property {number[][]} weights
 * @property {number} count
 * @property {Figures} figures
 * @property {Float64Array} limits How soon a guide has enough of a pair or group, by its size.
 * @property {{guides: number[], all: number}[]} frequencies
 * @property {Map<string, number[]>} letters
 * @property {Map<string, number[]>} kept
 */
