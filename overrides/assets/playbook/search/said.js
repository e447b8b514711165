// @ts-check

/**
 * What somebody typed, as the words of the index that it may mean.
 */

import { rarity, sentencesWith, sentencesWithPair } from './sentences.js'
import { meaningsOf } from './vocabulary.js'
import { folded, stem } from './words.js'

const MOST_WORDS = 60 // of a pasted page the first words say enough
const LONGEST_TEXT = 2000

/**
 * Reads a text.
 *
 * @param {Shared} shared
 * @param {string} text
 * @returns {Said}
 */
export function readSaid({ vocabulary, sentences }, text) {
  const typed = folded(text.slice(0, LONGEST_TEXT)).slice(0, MOST_WORDS)
  const typing = /[\p{L}\p{N}\p{M}'’]$/u.test(text)
  const words = typed.map((word, index) => ({
    text: word,
    meanings: meaningsOf(vocabulary, word, typing && index === typed.length - 1),
  }))
  const unknown = words.filter(({ meanings }) => meanings.length === 0).length / (words.length || 1)
  const stems = String(typed.map((word) => vocabulary.numbers.get(stem(word))))
  return { words, pairs: pairsOf(sentences, words), unknown, stems }
}

/**
 * Gives how near each sentence is to what was said, from 0 to about 1; of those that share nothing, 0.
 *
 * @param {Shared} shared
 * @param {Said} said
 * @returns {Float64Array}
 */
export function nearSentences({ sentences, figures }, { words, pairs }) {
  const shared = new Float64Array(sentences.count)
  let square = 0
  for (const [word, weight] of weightsOf(words)) {
    const holding = sentencesWith(sentences, word)
    const rare = rarity(sentences, holding.length)
    square += (weight * rare) ** 2
    for (let at = 0; at < holding.length; at++) shared[holding[at]] += weight * rare * rare
  }
  for (const { found } of pairs) {
    const bonus = (figures.pairsInSentence * rarity(sentences, found.length)) ** 2
    for (const sentence of found) shared[sentence] += bonus
  }
  const length = Math.sqrt(square) || 1
  for (let sentence = 0; sentence < shared.length; sentence++) {
    if (shared[sentence] > 0) {
      shared[sentence] *= Math.sqrt(sentences.worths[sentence]) / length / sentences.lengths[sentence]
    }
  }
  return shared
}

/**
 * Gives how near the nearest sentences of each guide or moment are, and the one that is nearest.
 *
 * @param {Float64Array} near Of each sentence.
 * @param {ArrayLike<number>} owners
 * @param {number} count
 * @param {number} nearest How many sentences of each are looked at.
 */
export function nearScores(near, owners, count, nearest) {
  const best = new Float64Array(count * nearest)
  for (let sentence = 0; sentence < near.length; sentence++) {
    if (near[sentence] > 0) insert(best, owners[sentence] * nearest, nearest, near[sentence])
  }
  const scores = new Float64Array(count)
  for (let at = 0; at < best.length; at++) scores[Math.floor(at / nearest)] += best[at] / nearest
  return { scores, nearest: scores.map((_, owner) => best[owner * nearest]) }
}

/**
 * Gives every word that may be meant, once.
 *
 * @param {SaidWord[]} words
 * @returns {Map<number, number>}
 */
function weightsOf(words) {
  const weights = new Map()
  for (const { meanings } of words) {
    for (const { word, weight } of meanings) weights.set(word, Math.max(weight, weights.get(word) ?? 0))
  }
  return weights
}

/**
 * Gives the pairs of the likeliest meanings of neighbouring words, each once, with the sentences that hold them.
 *
 * @param {Sentences} sentences
 * @param {SaidWord[]} words
 * @returns {Pair[]}
 */
function pairsOf(sentences, words) {
  /** @type {Map<string, Pair>} */
  const pairs = new Map()
  words.slice(1).forEach(({ meanings: [second] }, index) => {
    const [first] = words[index].meanings
    if (!first || !second || pairs.has(`${first.word} ${second.word}`)) return
    pairs.set(`${first.word} ${second.word}`, { found: sentencesWithPair(sentences, first.word, second.word) })
  })
  return [...pairs.values()]
}

/**
 * Puts a value into its place among the highest of an owner, which stand in a row from `from`.
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
 * @typedef {import('./level.js').Shared} Shared
 * @typedef {import('./sentences.js').Sentences} Sentences
 *
 * @typedef {object} SaidWord
 * @property {string} text As typed, folded.
 * @property {import('./vocabulary.js').Meaning[]} meanings The likeliest first; none where nothing of the index is meant.
 *
 * @typedef {{found: number[]}} Pair The sentences that hold two words next to each other.
 *
 * @typedef {object} Said
 * @property {SaidWord[]} words
 * @property {Pair[]} pairs
 * @property {number} unknown The share of words that mean nothing to the index.
 * @property {string} stems As typed, by number.
 */
