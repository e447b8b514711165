// @ts-check

/**
 * What somebody said -> the moments that answer it. Pure: an index and a text in, results out.
 *
 * Every word is optional. Guides and moments both score as a whole (`level.js`) and by their nearest sentences
 * (`said.js`), and a moment takes a share of what its guide scores; how sure the first one is, `certainty.js` judges.
 * All figures come with the index; `hooks/playbook/desk/ranking.py` holds them.
 */

import { certainty } from './certainty.js'
import { byLetters } from './letters.js'
import { readLevel, wholeScores } from './level.js'
import { asSentences, namesOf } from './names.js'
import { nearScores, nearSentences, readSaid } from './said.js'
import { readSentences } from './sentences.js'
import { readVocabulary } from './vocabulary.js'

const MOST_RESULTS = 3
const MOST_OF_A_GUIDE = 2
const LEAST_SHARE_OF_FIRST = 0.25 // what scores less is noise

/**
 * Makes an index file ready to be asked.
 *
 * @param {IndexFile} content
 * @returns {Index}
 */
export function readIndex(content) {
  const { figures, words: joined, synonyms, sentences: packed, weights } = content.search
  const vocabulary = readVocabulary(joined ? joined.split(' ') : [], synonyms, figures)
  const guides = content.guides.map(({ id }) => id)
  const places = placesOf(content)
  const allNames = namesOf(content)
  const names = asSentences(
    places.map(({ id }) => allNames.get(id) ?? []),
    vocabulary.numbers,
    figures.heardField,
  )
  const sentences = readSentences(packed, names, vocabulary.standsFor)
  const shared = { vocabulary, sentences, figures, letters: byLetters(vocabulary.words) }
  const guideOfEach = Int32Array.from(sentences.owners, (owner) => places[owner]?.guide ?? guides.length)
  return {
    guides,
    places,
    lines: content.lines,
    shared,
    byGuide: readLevel(shared, guideOfEach, guides.length + 1, weights),
    byMoment: readLevel(shared, sentences.owners, places.length + 1),
    apart: apartOf(content),
    figures,
  }
}

/**
 * Gives the moments that answer what was said, the best first, and how sure the first one is. When nothing answers,
 * they are the nearest ones all the same.
 *
 * @param {Index} index
 * @param {string} text
 * @param {Context} [_context] A conversation in progress.
 * @returns {Matches}
 */
export function match(index, text, _context) {
  const said = readSaid(index.shared, text)
  const near = nearSentences(index.shared, said)
  const guides = scoresOf(index.byGuide, said, near, index.figures.nearness)
  const moments = scoresOf(index.byMoment, said, near, index.figures.momentNearness)
  // What nothing was said of is no answer, however likely its guide is.
  const scores = moments.scores.map((score, at) =>
    score > 0 ? score + index.figures.guideShare * guides.scores[guideOf(index, at)] : 0,
  )
  const shown = chosen(index, scores)
  const first = shown[0] === undefined ? undefined : index.places[shown[0]].guide
  const state = certainty(index, { first, ...guides, unknown: said.unknown })
  const found = shown.map((at) => foundAt(index, at, near))
  return { state, moments: found, apart: index.apart.get(`${found[0]?.guide} ${found[1]?.guide}`) ?? '' }
}

/**
 * Gives what guides or moments score, by their sentences as a whole and by the nearest, each as a share of the highest.
 *
 * @param {import('./level.js').Level} level
 * @param {Said} said
 * @param {Float64Array} nearness Of each sentence.
 * @param {number} share What the nearest sentences count for.
 */
function scoresOf(level, said, nearness, share) {
  const whole = wholeScores(level, said)
  const near = nearScores(nearness, level.owners, level.count, level.shared.figures.nearest)
  const [mostWhole, mostNear] = [highest(whole), highest(near)]
  const scores = whole.map((score, at) => (1 - share) * (score / mostWhole) + share * (near[at] / mostNear))
  return { scores, whole, near }
}

/** @param {Float64Array} scores */
function highest(scores) {
  return scores.reduce((most, score) => Math.max(most, score), 0) || 1
}

/**
 * Gives the moments to offer, the best first: none that scores next to nothing, no line twice, few of one guide.
 *
 * @param {Index} index
 * @param {Float64Array} scores
 * @returns {number[]}
 */
function chosen({ places, lines }, scores) {
  const order = places.map((_, at) => at).filter((at) => scores[at] > 0)
  order.sort((a, b) => scores[b] - scores[a] || a - b)
  const least = (scores[order[0]] ?? 0) * LEAST_SHARE_OF_FIRST
  const [said, guides, found] = [new Set(), new Map(), /** @type {number[]} */ ([])]
  for (const at of order) {
    if (scores[at] < least || found.length === MOST_RESULTS) break
    const { id, guide } = places[at]
    const words = lines[id]?.say ?? id
    if (said.has(words) || (guides.get(guide) ?? 0) === MOST_OF_A_GUIDE) continue
    said.add(words)
    guides.set(guide, (guides.get(guide) ?? 0) + 1)
    found.push(at)
  }
  return found
}

/**
 * @param {Index} index
 * @param {number} at
 * @param {Float64Array} near Of each sentence.
 * @returns {Found}
 */
function foundAt({ places, guides, lines, shared }, at, near) {
  const { id, guide } = places[at]
  return {
    moment: id,
    guide: guides[guide],
    line: id in lines ? id : '',
    heard: nearestName(shared.sentences, at, near),
  }
}

/**
 * Gives the name of a moment that is nearest to what was said, and its first one where none is near.
 *
 * @param {import('./sentences.js').Sentences} sentences
 * @param {number} at
 * @param {Float64Array} near Of each sentence.
 */
function nearestName({ names, namesFrom }, at, near) {
  let best = 0
  names[at]?.forEach((_, number) => {
    if (near[namesFrom[at] + number] > near[namesFrom[at] + best]) best = number
  })
  return names[at]?.[best]?.text ?? ''
}

/**
 * Gives what can be found, in the order of the sentences: the moments of each guide, and after them the guide itself.
 *
 * @param {IndexFile} content
 * @returns {Place[]}
 */
function placesOf({ guides, moments }) {
  /** @type {Map<string, string[]>} */
  const ids = new Map(guides.map(({ id }) => [id, []]))
  for (const { id } of moments) ids.get(id.slice(0, id.indexOf('#')))?.push(id)
  return guides.flatMap(({ id }, guide) => [...(ids.get(id) ?? []), id].map((place) => ({ id: place, guide })))
}

/**
 * @param {Index} index
 * @param {number} at
 */
function guideOf({ places, guides }, at) {
  return places[at]?.guide ?? guides.length
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
 * @typedef {import('./index_file.js').Context} Context
 * @typedef {import('./index_file.js').Found} Found
 * @typedef {import('./index_file.js').IndexFile} IndexFile
 * @typedef {import('./index_file.js').Matches} Matches
 * @typedef {import('./said.js').Said} Said
 *
 * @typedef {{id: string, guide: number}} Place A moment, or a guide as a whole, and the number of its guide.
 *
 * @typedef {object} Index An index file ready to be asked.
 * @property {string[]} guides
 * @property {Place[]} places What can be found.
 * @property {IndexFile['lines']} lines
 * @property {import('./level.js').Shared} shared
 * @property {import('./level.js').Level} byGuide
 * @property {import('./level.js').Level} byMoment
 * @property {Map<string, string>} apart The question that separates two guides, by their ids.
 * @property {import('./index_file.js').Figures} figures
 */
