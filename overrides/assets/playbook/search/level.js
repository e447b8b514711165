// @ts-check

/**
 * One way to look at the sentences: as guides, or as moments. What each of them scores as a whole for what was said, by
 * its words and word pairs (BM25). Sums over all its sentences know best what something is about.
 */

import { rarity, sentencesWith } from './sentences.js'

/**
 * Prepares what is needed to score guides or moments.
 *
 * @param {Shared} shared
 * @param {ArrayLike<number>} owners Which of them each sentence belongs to; those of one stand in a row.
 * @param {number} count Of them, with what is off the topic.
 * @param {(word: number) => number[]} [weightsOf] Of a word, as owner and weight in turn; found from the sentences where
 *   not given.
 * @returns {Level}
 */
export function readLevel(shared, owners, count, weightsOf) {
  const { sentences, figures } = shared
  const sizes = new Float64Array(count)
  for (let sentence = 0; sentence < sentences.count; sentence++) sizes[owners[sentence]] += sentences.worths[sentence]
  const average = sizes.reduce((sum, size) => sum + size, 0) / count || 1
  const limits = sizes.map((size) => {
    const relative = Math.max(size / average, figures.leastLength)
    return figures.saturation * (1 - figures.length + figures.length * relative)
  })
  return { shared, owners, count, limits, weightsOf, words: [], pairs: new WeakMap() }
}

/**
 * Gives what each guide or moment scores as a whole.
 *
 * @param {Level} level
 * @param {Said} said
 * @returns {Float64Array}
 */
export function wholeScores(level, { words, pairs }) {
  const scores = new Float64Array(level.count)
  for (const { meanings } of words) addBest(level, meanings, scores)
  for (const pair of pairs) addPair(level, pair, scores)
  return scores
}

/**
 * Adds what the best meaning of a word gives.
 *
 * @param {Level} level
 * @param {Meaning[]} meanings
 * @param {Float64Array} scores
 */
function addBest(level, meanings, scores) {
  const { sentences } = level.shared
  const best = new Map()
  for (const { word, weight } of meanings) {
    const rare = rarity(sentences, sentencesWith(sentences, word).length) * weight
    const weights = wordWeights(level, word)
    for (let at = 0; at < weights.length; at += 2) {
      const score = rare * weights[at + 1]
      if (meanings.length === 1) scores[weights[at]] += score
      else best.set(weights[at], Math.max(best.get(weights[at]) ?? 0, score))
    }
  }
  for (const [owner, score] of best) scores[owner] += score
}

/**
 * Gives what a word weighs, as owner and weight in turn; found when it is first asked for, since most words never are.
 *
 * @param {Level} level
 * @param {number} word
 * @returns {number[]}
 */
function wordWeights(level, word) {
  level.words[word] ??=
    level.weightsOf?.(word) ?? saturated(level, timesIn(level, sentencesWith(level.shared.sentences, word)), 1)
  return level.words[word]
}

/**
 * @param {Level} level
 * @param {Pair} pair
 * @param {Float64Array} scores
 */
function addPair(level, pair, scores) {
  const weights = level.pairs.get(pair) ?? pairWeights(level, pair)
  level.pairs.set(pair, weights)
  for (let at = 0; at < weights.length; at += 2) scores[weights[at]] += weights[at + 1]
}

/**
 * @param {Level} level
 * @param {Pair} pair
 */
function pairWeights(level, { found }) {
  const { figures, sentences } = level.shared
  return saturated(level, timesIn(level, found), figures.pairs * rarity(sentences, found.length))
}

/**
 * Gives how often each guide or moment holds what these sentences hold, as owner and times in turn.
 *
 * @param {Level} level
 * @param {ArrayLike<number>} found In the order of all sentences, so that those of one owner stand in a row.
 * @returns {number[]}
 */
function timesIn({ shared: { sentences }, owners }, found) {
  const times = []
  let last = -1
  for (let at = 0; at < found.length; at++) {
    const owner = owners[found[at]]
    if (owner !== last) times.push(owner, 0)
    times[times.length - 1] += sentences.worths[found[at]]
    last = owner
  }
  return times
}

/**
 * Gives what so many times weigh: the same once more adds little, and less where there are many sentences.
 *
 * @param {Level} level
 * @param {number[]} times As owner and times in turn.
 * @param {number} weight
 */
function saturated({ limits, shared: { figures } }, times, weight) {
  const weights = []
  for (let at = 0; at < times.length; at += 2) {
    const [owner, often] = [times[at], times[at + 1]]
    weights.push(owner, (weight * often * (figures.saturation + 1)) / (often + limits[owner]))
  }
  return weights
}

/**
 * @typedef {import('./index_file.js').Figures} Figures
 * @typedef {import('./said.js').Pair} Pair
 * @typedef {import('./said.js').Said} Said
 * @typedef {import('./sentences.js').Sentences} Sentences
 * @typedef {import('./vocabulary.js').Meaning} Meaning
 * @typedef {import('./vocabulary.js').Vocabulary} Vocabulary
 *
 * @typedef {object} Shared What is the same for guides and for moments.
 * @property {Vocabulary} vocabulary
 * @property {Sentences} sentences
 * @property {Float64Array} near How near each sentence is to what was asked last: one room for all, since half a megabyte
 *   a key would have to be swept up again.
 * @property {Map<string, Pair>} pairs Pairs of words that have been looked up so far.
 * @property {Figures} figures
 *
 * @typedef {object} Level
 * @property {Shared} shared
 * @property {ArrayLike<number>} owners The guide or moment of each sentence.
 * @property {number} count
 * @property {Float64Array} limits How often something must stand in each to weigh half of the most.
 * @property {((word: number) => number[]) | undefined} weightsOf
 * @property {number[][]} words What each word weighs, as owner and weight in turn; found when first asked for.
 * @property {WeakMap<Pair, number[]>} pairs The same of pairs of words.
 */
