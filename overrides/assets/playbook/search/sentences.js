// @ts-check

/**
 * The sentences of all moments as numbers of words: which hold a word or a pair of words. Typed arrays, since a
 * thousand guides have sixty thousand of them.
 */

import { readPacked } from './packed_sentences.js'

/**
 * Reads the sentences of the index.
 *
 * @param {string[]} documents What is said at each moment, and what else is asked; packed.
 * @param {number[]} worth What a sentence of each counts for.
 * @param {Name[][]} names What names each of them besides; a sentence like the others.
 * @param {number[]} standsFor
 * @returns {Sentences}
 */
export function readSentences(documents, worth, names, standsFor) {
  /** @type {number[]} */
  const owners = []
  /** @type {number[]} */
  const worths = []
  /** @type {number[]} */
  const namesFrom = []
  const starts = [0]
  const read = { numbers: new Int32Array(roomFor(documents, names)), count: 0, ends: starts }
  documents.forEach((document, owner) => {
    readPacked(document, read)
    while (worths.length < starts.length - 1) worths.push(worth[owner] ?? 1)
    namesFrom.push(worths.length)
    for (const name of names[owner] ?? []) {
      read.numbers.set(name.stems, read.count)
      read.count += name.stems.length
      starts.push(read.count)
      worths.push(name.worth)
    }
    while (owners.length < worths.length) owners.push(owner)
  })
  const words = meant(read.numbers.subarray(0, read.count), standsFor)
  const all = {
    count: owners.length,
    owners: Int32Array.from(owners),
    worths: Float64Array.from(worths),
    starts: Int32Array.from(starts),
    words,
    held: holding(words, starts, standsFor.length),
    scales: new Float64Array(),
    namesFrom: Int32Array.from(namesFrom),
  }
  all.scales = scalesOf(all)
  return all
}

/**
 * Gives the words that stand for these.
 *
 * @param {Int32Array} stems
 * @param {number[]} standsFor
 */
function meant(stems, standsFor) {
  const words = new Int32Array(stems.length)
  for (let at = 0; at < stems.length; at++) words[at] = standsFor[stems[at]]
  return words
}

/**
 * @param {string[]} documents
 * @param {Name[][]} names
 */
function roomFor(documents, names) {
  const said = documents.reduce((sum, { length }) => sum + length, 0)
  return names.flat().reduce((sum, { stems }) => sum + stems.length, said)
}

/**
 * Gives how rare something is that so many sentences hold.
 *
 * @param {Sentences} sentences
 * @param {number} held
 */
export function rarity({ count }, held) {
  return Math.log(1 + count / Math.max(held, 0.5))
}

/**
 * Gives the sentences that hold a word.
 *
 * @param {Sentences} sentences
 * @param {number} word
 */
export function sentencesWith({ held }, word) {
  return held.sentences.subarray(held.starts[word], held.starts[word + 1])
}

/**
 * Gives the sentences that hold two words one after the other.
 *
 * @param {Sentences} sentences
 * @param {number} first
 * @param {number} second
 * @returns {number[]}
 */
export function sentencesWithPair(sentences, first, second) {
  const [one, other] = [sentencesWith(sentences, first), sentencesWith(sentences, second)]
  const found = []
  for (const sentence of one.length < other.length ? one : other) {
    if (holdsPair(sentences, sentence, first, second)) found.push(sentence)
  }
  return found
}

/**
 * @param {Sentences} sentences
 * @param {number} sentence
 * @param {number} first
 * @param {number} second
 */
function holdsPair({ words, starts }, sentence, first, second) {
  for (let at = starts[sentence]; at + 1 < starts[sentence + 1]; at++) {
    if (words[at] === first && words[at + 1] === second) return true
  }
  return false
}

/**
 * Gives where the values of each owner begin among all, and where the last one's end.
 *
 * @param {ArrayLike<number>} owners Of each value; those of one stand in a row.
 * @param {number} count Of owners.
 */
export function rowsOf(owners, count) {
  const starts = new Int32Array(count + 1)
  for (let at = 0; at < owners.length; at++) starts[owners[at] + 1] = at + 1
  for (let owner = 0; owner < count; owner++) starts[owner + 1] = Math.max(starts[owner], starts[owner + 1])
  return starts
}

/**
 * Gives for every word the sentences that hold it, each once, in one list with the place where each word's begin.
 *
 * @param {Int32Array} words
 * @param {number[]} starts
 * @param {number} count Of words.
 */
function holding(words, starts, count) {
  const sizes = new Int32Array(count + 1)
  const last = new Int32Array(count).fill(-1)
  eachOnce(words, starts, last, (word) => {
    sizes[word + 1]++
  })
  for (let word = 0; word < count; word++) sizes[word + 1] += sizes[word]
  const next = sizes.slice()
  const sentences = new Int32Array(sizes[count])
  eachOnce(words, starts, last.fill(-1), (word, sentence) => {
    sentences[next[word]++] = sentence
  })
  return { starts: sizes, sentences }
}

/**
 * @param {Int32Array} words
 * @param {number[]} starts
 * @param {Int32Array} last
 * @param {(word: number, sentence: number) => void} visit
 */
function eachOnce(words, starts, last, visit) {
  for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
    for (let at = starts[sentence]; at < starts[sentence + 1]; at++) {
      if (last[words[at]] === sentence) continue
      last[words[at]] = sentence
      visit(words[at], sentence)
    }
  }
}

/**
 * Gives what a word shared with each sentence is multiplied by: the root of what the sentence counts for, by its length.
 *
 * @param {Sentences} sentences
 */
function scalesOf(sentences) {
  const squares = new Float64Array(sentences.count)
  const { starts } = sentences.held
  for (let word = 0; word + 1 < starts.length; word++) {
    const square = rarity(sentences, starts[word + 1] - starts[word]) ** 2
    for (let at = starts[word]; at < starts[word + 1]; at++) squares[sentences.held.sentences[at]] += square
  }
  return squares.map((square, sentence) => Math.sqrt(sentences.worths[sentence] / (square || 1)))
}

/**
 * @typedef {{text: string, stems: number[], worth: number}} Name
 *
 * @typedef {object} Sentences
 * @property {number} count
 * @property {Int32Array} owners The moment of each sentence.
 * @property {Float64Array} worths What each counts for.
 * @property {Int32Array} starts Where the words of each begin, and where the last one's end.
 * @property {Int32Array} words The words of all sentences, as those that stand for them.
 * @property {{starts: Int32Array, sentences: Int32Array}} held The sentences by the words that they hold.
 * @property {Float64Array} scales Of each sentence: the root of its worth, by its length as a vector of rarities.
 * @property {Int32Array} namesFrom Which sentence the first name of each moment is; the others follow.
 */
