// @ts-check

/**
 * One way to look at the sentences: as guides, or as moments. What each of them scores for what was said: as a whole, by
 * its words and word pairs (BM25), since sums over all its sentences know best what something is about, and by its
 * nearest few sentences.
 */

import { rarity, sentencesWith } from './sentences.js'

/**
 * Prepares what is needed to score guides or moments.
 *
 * @param {Shared} shared
 * @param {ArrayLike<number>} owners Which of them each sentence belongs to; those of one stand in a row.
 * @param {number} count Of them, with what is off the topic.
 * @param {Int32Array} rows Where the values begin of which the nearest few are taken of each, and where the last one's end.
 * @param {(word: number) => number[]} [weightsOf] Of a word, as owner and weight in turn; found from the sentences where
 *   not given.
 * @returns {Level}
 */
export function readLevel(shared, owners, count, rows, weightsOf) {
  const { sentences, figures } = shared
  const sizes = new Float64Array(count)
  for (let sentence = 0; sentence < sentences.count; sentence++) sizes[owners[sentence]] += sentences.worths[sentence]
  const average = sizes.reduce((sum, size) => sum + size, 0) / count || 1
  const limits = sizes.map((size) => {
    const relative = Math.max(size / average, figures.leastLength)
    return figures.saturation * (1 - figures.length + figures.length * relative)
  })
  const room = (size = count) => new Float64Array(size)
  const rooms = { nearest: room(count * figures.nearest), near: room(), whole: room(), best: room(), scores: room() }
  return { shared, owners, rows, limits, weightsOf, words: [], pairs: new WeakMap(), ...rooms }
}

/**
 * Gives what guides or moments score, by their sentences as a whole and by the nearest, each as a share of the highest;
 * holds until the next text is asked.
 *
 * @param {Level} level The nearest few of it are there.
 * @param {Said} said
 * @param {number} share What the nearest sentences count for.
 */
export function scoresOf(level, said, share) {
  const { whole, near, scores } = level
  putWhole(level, said)
  putNear(level)
  const [mostWhole, mostNear] = [highest(whole), highest(near)]
  for (let owner = 0; owner < scores.length; owner++) {
    scores[owner] = (1 - share) * (whole[owner] / mostWhole) + share * (near[owner] / mostNear)
  }
  return scores
}

/** @param {Float64Array} scores */
export function highest(scores) {
  let most = 0
  for (let at = 0; at < scores.length; at++) if (scores[at] > most) most = scores[at]
  return most || 1
}

/**
 * Gives how near the nearest sentence of a guide or moment is.
 *
 * @param {Level} level
 * @param {number} owner
 */
export function nearestOf({ nearest, shared: { figures } }, owner) {
  return nearest[owner * figures.nearest]
}

/**
 * Puts the nearest few values of each guide or moment in a row, the nearest first; they hold until the next text is asked.
 *
 * @param {Level} level
 * @param {Float64Array} near Those of one stand in a row.
 */
export function putNearestFew({ rows, nearest, shared: { figures } }, near) {
  const few = figures.nearest
  nearest.fill(0)
  for (let owner = 0; owner + 1 < rows.length; owner++) {
    putHighest(near, rows[owner], rows[owner + 1], nearest, owner * few, few)
  }
}

/**
 * Puts the highest of some values in a row, the highest first. The lowest of them is kept at hand: most values are only
 * compared with it, fifty thousand at every key.
 *
 * @param {Float64Array} values
 * @param {number} start
 * @param {number} end
 * @param {Float64Array} highest
 * @param {number} first Where the row begins.
 * @param {number} few
 */
function putHighest(values, start, end, highest, first, few) {
  const last = first + few - 1
  let least = 0
  for (let at = start; at < end; at++) {
    const value = values[at]
    if (value <= least) continue
    let place = last
    for (; place > first && highest[place - 1] < value; place--) highest[place] = highest[place - 1]
    highest[place] = value
    least = highest[last]
  }
}

/**
 * Puts what each guide or moment scores as a whole.
 *
 * @param {Level} level
 * @param {Said} said
 */
function putWhole(level, { words, pairs }) {
  level.whole.fill(0)
  for (const { meanings } of words) addBest(level, meanings)
  for (const pair of pairs) addPair(level, pair)
}

/**
 * Puts how near the nearest few of each guide or moment are together.
 *
 * @param {Level} level
 */
function putNear({ near, nearest, shared: { figures } }) {
  const few = figures.nearest
  near.fill(0)
  for (let owner = 0, at = 0; owner < near.length; owner++) {
    for (const end = at + few; at < end; at++) near[owner] += nearest[at] / few
  }
}

/**
 * Adds what the best meaning of a word gives.
 *
 * @param {Level} level
 * @param {Meaning[]} meanings
 */
function addBest(level, meanings) {
  const { whole, best, shared } = level
  best.fill(0)
  for (const { word, weight } of meanings) {
    const rare = rarity(shared.sentences, sentencesWith(shared.sentences, word).length) * weight
    const weights = wordWeights(level, word)
    for (let at = 0; at < weights.length; at += 2) {
      const score = rare * weights[at + 1]
      if (score > best[weights[at]]) best[weights[at]] = score
    }
  }
  for (let owner = 0; owner < whole.length; owner++) whole[owner] += best[owner]
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
 */
function addPair(level, pair) {
  const weights = level.pairs.get(pair) ?? pairWeights(level, pair)
  level.pairs.set(pair, weights)
  for (let at = 0; at < weights.length; at += 2) level.whole[weights[at]] += weights[at + 1]
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
 * @property {Int32Array} rows Where the values begin of which the nearest few are taken of each.
 * @property {Float64Array} nearest The nearest few of each, as of all below for the text that was asked last: what is thrown
 *   away at every key has to be swept up.
 * @property {Float64Array} near How near these are together.
 * @property {Float64Array} whole What each scores as a whole.
 * @property {Float64Array} best What the best meaning of a word gives.
 * @property {Float64Array} scores
 * @property {Float64Array} limits How often something must stand in each to weigh half of the most.
 * @property {((word: number) => number[]) | undefined} weightsOf
 * @property {number[][]} words What each word weighs, as owner and weight in turn; found when first asked for.
 * @property {WeakMap<Pair, number[]>} pairs The same of pairs of words.
 */
