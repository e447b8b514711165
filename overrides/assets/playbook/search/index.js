// @ts-check

/**
 * An index file made ready to be asked.
 */

import { readLevel } from './level.js'
import { asSentences, namesOf } from './names.js'
import { readSentences, rowsOf } from './sentences.js'
import { readSignals } from './urgent.js'
import { readVocabulary } from './vocabulary.js'
import { readWeights } from './weights.js'

const NO_KIND = { inner: false, urgent: false, parting: false }

/**
 * Reads the sentences of an index file: most of the work, so that a worker can do it.
 *
 * @param {IndexFile} content
 * @param {Vocabulary} vocabulary
 * @returns {Read}
 */
export function readAll(content, vocabulary) {
  const { figures, sentences: documents } = content.search
  const places = placesOf(content)
  const allNames = namesOf(content)
  const names = asSentences(
    places.map(({ id }) => allNames.get(id) ?? []),
    vocabulary.numbers,
    figures,
  )
  const worths = places.map(({ inner }) => (inner ? figures.inner : 1))
  const sentences = readSentences(documents, worths, names, vocabulary.standsFor)
  return { sentences, names: names.map((all) => all.map(({ text }) => text)), told: toldBy(names) }
}

/**
 * Gives the words of an index file.
 *
 * @param {IndexFile} content
 */
export function vocabularyOf({ search: { words, synonyms, figures } }) {
  return readVocabulary(words ? words.split(' ') : [], synonyms, figures)
}

/**
 * Gives the index, once its sentences are read.
 *
 * @param {IndexFile} content
 * @param {Vocabulary} vocabulary
 * @param {Read} read
 * @returns {Index}
 */
export function indexOf(content, vocabulary, { sentences, names, told }) {
  const { figures, weights } = content.search
  const places = placesOf(content)
  const guides = content.guides.map(({ id }) => id)
  const shared = { vocabulary, sentences, near: new Float64Array(sentences.count), pairs: new Map(), figures }
  const guideOf = [...places.map(({ guide }) => guide), guides.length] // at last what is off the topic
  const guideOfEach = sentences.owners.map((owner) => guideOf[owner])
  const rowsOfGuides = rowsOf(guideOf, guides.length + 1).map((start) => start * figures.nearest) // of their moments
  return {
    guides,
    places,
    lines: content.lines,
    signals: readSignals(places, sentences, figures.urgentWords),
    told,
    names,
    shared,
    byGuide: readLevel(shared, guideOfEach, guides.length + 1, rowsOfGuides, readWeights(weights)),
    byMoment: readLevel(shared, sentences.owners, places.length + 1, rowsOf(sentences.owners, places.length + 1)),
    apart: apartOf(content),
    figures,
  }
}

/**
 * Gives what can be found, in the order of the sentences: the moments of each guide, and after them the guide itself.
 *
 * @param {IndexFile} content
 * @returns {Place[]}
 */
function placesOf({ guides, moments }) {
  /** @type {Map<string, Place[]>} */
  const places = new Map(guides.map(({ id }) => [id, []]))
  const numbers = new Map(guides.map(({ id }, number) => [id, number]))
  for (const { id, ...kinds } of moments) {
    const guide = id.slice(0, id.indexOf('#'))
    places.get(guide)?.push({ ...NO_KIND, ...kinds, id, guide: numbers.get(guide) ?? 0 })
  }
  return guides.flatMap(({ id }, guide) => [...(places.get(id) ?? []), { ...NO_KIND, id, guide }])
}

/**
 * Gives the moment that a reply of ours tells, by the stems of its words: one of four words or more leads to no other.
 *
 * @param {Name[][]} names
 */
function toldBy(names) {
  const telling = names.flatMap((all, at) => all.filter(({ worth }) => worth === 1).map(({ stems }) => [stems, at]))
  return new Map(telling.map(([stems, at]) => [String(stems), /** @type {number} */ (at)]))
}

/** @param {IndexFile} content */
function apartOf({ apart }) {
  return new Map(
    apart.flatMap(([one, other, ask]) => [
      [`${one} ${other}`, ask],
      [`${other} ${one}`, ask],
    ]),
  )
}

/**
 * @typedef {import('./index_file.js').IndexFile} IndexFile
 * @typedef {import('./sentences.js').Name} Name
 * @typedef {import('./sentences.js').Sentences} Sentences
 * @typedef {import('./vocabulary.js').Vocabulary} Vocabulary
 *
 * @typedef {object} Read
 * @property {Sentences} sentences
 * @property {string[][]} names Of each place, in the order of their sentences.
 * @property {Map<string, number>} told The moment of each reply that tells one, by its stems.
 *
 * @typedef {object} Place A moment, or a guide as a whole.
 * @property {string} id
 * @property {number} guide The number of its guide.
 * @property {boolean} inner
 * @property {boolean} urgent
 * @property {boolean} parting
 *
 * @typedef {object} Index An index file ready to be asked.
 * @property {string[]} guides
 * @property {Place[]} places What can be found.
 * @property {IndexFile['lines']} lines
 * @property {import('./urgent.js').Signals} signals
 * @property {Map<string, number>} told The moment of each reply that tells one, by its stems.
 * @property {string[][]} names Of each place, in the order of their sentences.
 * @property {import('./level.js').Shared} shared
 * @property {import('./level.js').Level} byGuide
 * @property {import('./level.js').Level} byMoment
 * @property {Map<string, string>} apart The question that separates two guides, by their ids.
 * @property {import('./index_file.js').Figures} figures
 */
