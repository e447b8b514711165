// @ts-check

/**
 * What somebody typed, as the words of the index that it may mean.
 */

import { rarity, sentencesWith, sentencesWithPair } from './sentences.js'
import { meaningsOf } from './vocabulary.js'
import { folded, stem } from './words.js'

const MOST_WORDS = 60 // of a pasted page the first words say enough
const LONGEST_TEXT = 2000
const MOST_KNOWN_PAIRS = 2000

/**
 * Reads a text.
 *
 * @param {Shared} shared
 * @param {string} text
 * @returns {Said}
 */
export function readSaid({ vocabulary, sentences, pairs }, text) {
  const typed = folded(text.slice(0, LONGEST_TEXT)).slice(0, MOST_WORDS)
  const typing = /[\p{L}\p{N}\p{M}'’]$/u.test(text)
  const words = typed.map((word, index) => ({
    text: word,
    meanings: meaningsOf(vocabulary, word, typing && index === typed.length - 1),
  }))
  const unknown = words.filter(({ meanings }) => meanings.length === 0).length / (words.length || 1)
  const stems = String(typed.map((word) => vocabulary.numbers.get(stem(word))))
  return { words, pairs: pairsOf(sentences, pairs, words), unknown, stems }
}

/**
 * Gives how near each sentence is to what was said, from 0 to about 1; of those that share nothing, 0. Holds until the
 * next text is asked.
 *
 * @param {Shared} shared
 * @param {Said} said
 * @returns {Float64Array}
 */
export function nearSentences({ sentences, near, figures }, { words, pairs }) {
  near.fill(0)
  let square = 0
  for (const [word, weight] of weightsOf(words)) {
    const holding = sentencesWith(sentences, word)
    const rare = rarity(sentences, holding.length)
    square += (weight * rare) ** 2
    for (let at = 0; at < holding.length; at++) near[holding[at]] += weight * rare * rare
  }
  for (const { found } of pairs) {
    const bonus = (figures.pairsInSentence * rarity(sentences, found.length)) ** 2
    for (const sentence of found) near[sentence] += bonus
  }
  const length = Math.sqrt(square) || 1
  const { worths, lengths } = sentences
  for (let sentence = 0; sentence < near.length; sentence++) {
    if (near[sentence] > 0) near[sentence] *= Math.sqrt(worths[sentence]) / length / lengths[sentence]
  }
  return near
}

/**
 * Gives the nearest few of what each owner has, the nearest first; those of one stand in a row.
 *
 * @param {Float64Array} near
 * @param {ArrayLike<number>} owners Of each value.
 * @param {number} count Of owners.
 * @param {number} few
 */
export function nearestFew(near, owners, count, few) {
  const best = new Float64Array(count * few)
  for (let at = 0; at < near.length; at++) {
    const last = owners[at] * few + few - 1
    if (near[at] > best[last]) insert(best, last, last - few + 1, near[at])
  }
  return best
}

/**
 * Gives how near the nearest few of each owner are together, and the one that is nearest.
 *
 * @param {Float64Array} best
 * @param {number} few
 */
export function nearScores(best, few) {
  const scores = new Float64Array(best.length / few)
  for (let at = 0; at < best.length; at++) scores[Math.floor(at / few)] += best[at] / few
  return { scores, nearest: scores.map((_, owner) => best[owner * few]) }
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
 * @param {Map<string, Pair>} known What has been looked up so far: of what is typed, all but the last pair.
 * @param {SaidWord[]} words
 * @returns {Pair[]}
 */
function pairsOf(sentences, known, words) {
  if (known.size > MOST_KNOWN_PAIRS) known.clear()
  /** @type {Set<Pair>} */
  const pairs = new Set()
  words.slice(1).forEach(({ meanings: [second] }, index) => {
    const [first] = words[index].meanings
    if (!first || !second) return
    const name = `${first.word} ${second.word}`
    const pair = known.get(name) ?? { found: sentencesWithPair(sentences, first.word, second.word) }
    known.set(name, pair)
    pairs.add(pair)
  })
  return [...pairs]
}

/**
 * Puts a value that is higher than the last into its place among the highest of an owner.
 *
 * @param {Float64Array} best
 * @param {number} last
 * @param {number} first
 * @param {number} value
 */
function insert(best, last, first, value) {
  let at = last
  for (; at > first && best[at - 1] < value; at--) best[at] = best[at - 1]
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
