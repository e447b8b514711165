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
  const share = 1 / (Math.sqrt(square) || 1)
  const { scales } = sentences
  for (let sentence = 0; sentence < near.length; sentence++) near[sentence] *= scales[sentence] * share
  return near
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
