// @ts-check

/**
 * The words of the index, and which of them a word that somebody typed may mean: itself, a synonym, what it may become
 * while it is being typed, what it is short for, or what it was meant to be.
 */

import { editsBetween, farApart, lettersOf } from './spelling.js'
import { stem } from './words.js'

const SHORTEST_CORRECTED = 4
const TWO_EDITS_FROM = 7
const SHORTEST_COMPLETED = 2
const SHORTEST_ABBREVIATION = 3
const MOST_CORRECTIONS = 3
const MOST_COMPLETIONS = 6

/**
 * Reads the words of an index.
 *
 * @param {string[]} words The commonest first.
 * @param {string[]} groups Synonyms, each group as words in a row; the first stands for the others.
 * @param {Figures} figures
 * @returns {Vocabulary}
 */
export function readVocabulary(words, groups, figures) {
  const numbers = new Map(words.map((word, number) => [word, number]))
  const synonyms = new Map(
    groups.flatMap((group) => {
      const [name, ...others] = group.split(' ')
      return others.map((other) => /** @type {[string, string]} */ ([other, name]))
    }),
  )
  const standsFor = words.map((word, number) => numbers.get(synonyms.get(word) ?? word) ?? number)
  const letters = Int32Array.from(words, lettersOf)
  return { words, letters, numbers, synonyms, standsFor, byStart: byStart(words), figures, known: new Map() }
}

/**
 * Gives the words of the index that a folded word may mean, the likeliest first; nothing when it means none of them.
 *
 * @param {Vocabulary} vocabulary
 * @param {string} word
 * @param {boolean} typing It is still being typed.
 * @returns {Meaning[]}
 */
export function meaningsOf(vocabulary, word, typing) {
  const key = typing ? `${word}…` : word
  const known = vocabulary.known.get(key)
  if (known) return known
  const meanings = distinct(vocabulary, found(vocabulary, word, typing))
  vocabulary.known.set(key, meanings)
  return meanings
}

/**
 * @param {Vocabulary} vocabulary
 * @param {string} word
 * @param {boolean} typing
 * @returns {Meaning[]}
 */
function found(vocabulary, word, typing) {
  const { numbers, synonyms, figures } = vocabulary
  const exact = stem(word)
  const number = numbers.get(synonyms.get(exact) ?? exact)
  const begins = typing ? word : exact // refs is short for what begins with ref
  if (number !== undefined) return [{ word: number, weight: 1 }]
  const meant = corrections(vocabulary, word, exact).map((other) => ({ word: other, weight: figures.correction }))
  const begun =
    begins.length >= (typing ? SHORTEST_COMPLETED : SHORTEST_ABBREVIATION) ? completions(vocabulary, begins) : []
  const longer = begun.map((other) => ({ word: other, weight: figures.completion }))
  return typing ? [...longer, ...meant] : [...meant, ...longer]
}

/**
 * Gives the words that begin like this, the commonest first.
 *
 * @param {Vocabulary} vocabulary
 * @param {string} begun
 */
function completions({ words, byStart }, begun) {
  const same = byStart.get(begun[0]) ?? []
  return same.filter((number) => words[number].startsWith(begun)).slice(0, MOST_COMPLETIONS)
}

/**
 * @param {Vocabulary} vocabulary
 * @param {string} word
 * @param {string} exact
 * @returns {number[]}
 */
function corrections({ words, letters, byStart }, word, exact) {
  if (word.length < SHORTEST_CORRECTED || /\p{N}/u.test(word)) return []
  const most = word.length < TWO_EDITS_FROM ? 1 : 2
  // By its second letter too: the first two may be swapped, or the first one missing or wrong.
  const near = [...new Set([word[0], word[1]])].flatMap((letter) => byStart.get(letter) ?? [])
  const [written, known] = [lettersOf(word), lettersOf(exact)]
  return (
    near
      .filter((number) => !farApart(written, letters[number], most) || !farApart(known, letters[number], most))
      .filter(
        (number) =>
          Math.abs(words[number].length - word.length) <= most || Math.abs(words[number].length - exact.length) <= most,
      )
      // As written too: what looks like an ending may be the slip ("furios").
      .map((number) => ({
        number,
        edits: Math.min(
          editsBetween(word, words[number], most),
          exact === word ? most + 1 : editsBetween(exact, words[number], most),
        ),
      }))
      .filter(({ edits }) => edits <= most)
      .sort((a, b) => a.edits - b.edits || Number(b.number < a.number) - Number(a.number < b.number))
      .slice(0, MOST_CORRECTIONS)
      .map(({ number }) => number)
  )
}

/**
 * Gives the meanings as the words that stand for them, each once.
 *
 * @param {Vocabulary} vocabulary
 * @param {Meaning[]} meanings
 * @returns {Meaning[]}
 */
function distinct({ standsFor }, meanings) {
  const weights = new Map()
  for (const { word, weight } of meanings) {
    weights.set(standsFor[word], Math.max(weight, weights.get(standsFor[word]) ?? 0))
  }
  return [...weights].map(([word, weight]) => ({ word, weight }))
}

/**
 * @param {string[]} words
 * @returns {Map<string, number[]>}
 */
function byStart(words) {
  const starts = new Map()
  words.forEach((word, number) => {
    const same = starts.get(word[0])
    if (same) same.push(number)
    else starts.set(word[0], [number])
  })
  return starts
}

/**
 * @typedef {import('./index_file.js').Figures} Figures
 * @typedef {{word: number, weight: number}} Meaning A word of the index, and how far it is meant, up to 1.
 *
 * @typedef {object} Vocabulary
 * @property {string[]} words
 * @property {Int32Array} letters Of each word, as bits.
 * @property {Map<string, number>} numbers
 * @property {Map<string, string>} synonyms
 * @property {number[]} standsFor The word that each word counts as.
 * @property {Map<string, number[]>} byStart
 * @property {Figures} figures
 * @property {Map<string, Meaning[]>} known What has been looked up so far.
 */
