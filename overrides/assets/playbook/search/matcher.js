// @ts-check

/**
 * What somebody said -> the moments that answer it. Pure: an index and a text in, results out.
 *
 * Every word is optional. A guide scores as a whole and by its nearest sentences (`guide_scores.js`); how sure the
 * first one is, `certainty.js` judges. All figures come with the index; `hooks/playbook/ranking.py` holds them.
 */

import { certainty } from './certainty.js'
import { lineFor, readEntrances } from './entrance.js'
import { nearScores, readScorer, wholeScores } from './guide_scores.js'
import { readSentences } from './sentences.js'
import { meaningsOf, readVocabulary } from './vocabulary.js'
import { folded } from './words.js'

const MOST_RESULTS = 3
const MOST_WORDS = 60 // of a pasted page the first words say enough
const LONGEST_TEXT = 2000
const LEAST_SHARE_OF_FIRST = 0.25 // what scores less is noise

/**
 * Makes an index file ready to be asked.
 *
 * @param {IndexFile} content
 * @returns {Index}
 */
export function readIndex(content) {
  const { search } = content
  const words = search.words ? search.words.split(' ') : []
  const vocabulary = readVocabulary(words, search.synonyms, search.figures)
  const sentences = readSentences(search.sentences, vocabulary.standsFor, search.figures.heardField)
  const scorer = readScorer(vocabulary, sentences, search.weights, content.guides.length + 1, search.figures)
  const apart = new Map(
    content.apart.flatMap(([one, other, ask]) => [
      [`${one} ${other}`, ask],
      [`${other} ${one}`, ask],
    ]),
  )
  const heard = new Map(content.moments.map(({ id, heard }) => [id, heard]))
  return { guides: content.guides.map(({ id }) => id), scorer, apart, entrances: readEntrances(content), heard }
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
  const said = readSaid(index, text)
  const whole = wholeScores(index.scorer, said)
  const near = nearScores(index.scorer, said)
  const scores = mixed(whole, near, index.scorer.figures.nearness)
  const order = index.guides
    .map((_, guide) => guide)
    .filter((guide) => scores[guide] > 0)
    .sort((a, b) => scores[b] - scores[a] || a - b)
  const unknown = said.filter(({ meanings }) => meanings.length === 0).length / (said.length || 1)
  const state = certainty(index, { order, scores, whole, near, unknown })
  const least = (scores[order[0]] ?? 0) * LEAST_SHARE_OF_FIRST
  const shown = order.filter((guide) => scores[guide] >= least).slice(0, MOST_RESULTS)
  const moments = shown.map((guide) =>
    foundAt(index, index.guides[guide], lineFor(index.entrances[guide], index.scorer, said)),
  )
  return { state, moments, apart: index.apart.get(`${moments[0]?.guide} ${moments[1]?.guide}`) ?? '' }
}

/**
 * @param {Index} index
 * @param {string} guide
 * @param {string} line
 * @returns {Found}
 */
function foundAt({ heard }, guide, line) {
  return { moment: line, guide, line, heard: heard.get(line) ?? '' }
}

/**
 * @param {Index} index
 * @param {string} text
 * @returns {Said}
 */
function readSaid({ scorer }, text) {
  const words = folded(text.slice(0, LONGEST_TEXT)).slice(0, MOST_WORDS)
  const typing = /[\p{L}\p{N}\p{M}'’]$/u.test(text)
  return words.map((word, index) => ({
    text: word,
    meanings: meaningsOf(scorer.vocabulary, word, typing && index === words.length - 1),
  }))
}

/**
 * Mixes two kinds of scores, each as a share of its highest.
 *
 * @param {Float64Array} whole
 * @param {Float64Array} near
 * @param {number} share
 */
function mixed(whole, near, share) {
  const [mostWhole, mostNear] = [whole, near].map(
    (scores) => scores.reduce((most, score) => Math.max(most, score), 0) || 1,
  )
  return whole.map((score, guide) => (1 - share) * (score / mostWhole) + share * (near[guide] / mostNear))
}

/**
 * @typedef {import('./entrance.js').Entrance} Entrance
 * @typedef {import('./guide_scores.js').Said} Said
 * @typedef {import('./guide_scores.js').Scorer} Scorer
 * @typedef {import('./index_file.js').Context} Context
 * @typedef {import('./index_file.js').Found} Found
 * @typedef {import('./index_file.js').IndexFile} IndexFile
 * @typedef {import('./index_file.js').Matches} Matches
 *
 * @typedef {object} Index An index file ready to be asked.
 * @property {string[]} guides
 * @property {Scorer} scorer
 * @property {Map<string, string>} apart The question that separates two guides, by their ids.
 * @property {Entrance[]} entrances
 * @property {Map<string, string>} heard The words that name each moment best, by its id.
 */
