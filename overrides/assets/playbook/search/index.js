// @ts-check

/**
 * An index file made ready to be asked: what is quick is done where it is asked, the sentences are read in between,
 * wherever that disturbs nobody.
 */

import { readLevel } from './level.js'
import { asSentences, namesOf } from './names.js'
import { readSignals } from './urgent.js'
import { readVocabulary } from './vocabulary.js'
import { readWeights } from './weights.js'

const NO_KIND = { inner: false, urgent: false, parting: false }

/**
 * Begins with an index file; its sentences are still unread.
 *
 * @param {IndexFile} content
 */
export function beginIndex(content) {
  const { figures, words, synonyms, sentences: documents } = content.search
  const vocabulary = readVocabulary(words ? words.split(' ') : [], synonyms, figures)
  const places = placesOf(content)
  const allNames = namesOf(content)
  const names = asSentences(
    places.map(({ id }) => allNames.get(id) ?? []),
    vocabulary.numbers,
    figures,
  )
  const worths = places.map(({ inner }) => (inner ? figures.inner : 1))
  return { content, vocabulary, places, names, unread: { documents, worths, names, standsFor: vocabulary.standsFor } }
}

/**
 * Gives the index with its sentences.
 *
 * @param {BegunIndex} begun
 * @param {Sentences} sentences
 * @returns {Index}
 */
export function finishIndex({ content, vocabulary, places, names }, sentences) {
  const { figures, weights } = content.search
  const guides = content.guides.map(({ id }) => id)
  const shared = { vocabulary, sentences, near: new Float64Array(sentences.count), pairs: new Map(), figures }
  const guideOf = [...places.map(({ guide }) => guide), guides.length] // at last what is off the topic
  const guideOfEach = sentences.owners.map((owner) => guideOf[owner])
  return {
    guides,
    places,
    lines: content.lines,
    signals: readSignals(places, sentences, figures.urgentWords),
    told: toldBy(names),
    names,
    shared,
    guideOfNearest: guideOf.flatMap((guide) => new Array(figures.nearest).fill(guide)),
    byGuide: readLevel(shared, guideOfEach, guides.length + 1, readWeights(weights)),
    byMoment: readLevel(shared, sentences.owners, places.length + 1),
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
 * @typedef {ReturnType<typeof beginIndex>} BegunIndex
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
 * @property {import('./urgent.js').Signal[]} signals
 * @property {number[]} guideOfNearest Whose the nearest few sentences of each moment are, one after the other.
 * @property {Map<string, number>} told The moment of each reply that tells one, by its stems.
 * @property {Name[][]} names Of each place, which are read as sentences too.
 * @property {import('./level.js').Shared} shared
 * @property {import('./level.js').Level} byGuide
 * @property {import('./level.js').Level} byMoment
 * @property {Map<string, string>} apart The question that separates two guides, by their ids.
 * @property {import('./index_file.js').Figures} figures
 */
