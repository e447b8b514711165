// @ts-check

/**
 * How sure the first moment is: `found`, only a `guess`, or `nothing`.
 *
 * Four things speak for it: the lead of its guide over the best one that it is not easily mixed up with, its lead over
 * what is off the topic, how near its nearest sentence is, and how much of what was said its guide holds. Words that mean
 * nothing to the index speak against it. A line that thanks or says farewell needs a sentence of its own that is near.
 */

import { nearestOf } from './level.js'

/**
 * @param {Index} index What it scores for the text that was asked last.
 * @param {Evidence} evidence
 * @returns {'found' | 'guess' | 'nothing'}
 */
export function certainty(index, evidence) {
  const { figures, byGuide, byMoment } = index
  const { first, unknown } = evidence
  if (first === undefined || unknown === 1) return 'nothing'
  const guide = index.places[first].guide
  const { scores, whole } = byGuide
  const offTopic = scores[index.guides.length] // stands after the last guide
  if (evidence.leadInContext !== undefined) return evidence.leadInContext >= figures.contextLead ? 'found' : 'guess'
  const sure =
    scores[guide] -
    rival(index, scores, guide) +
    figures.leadOverOffTopic * (scores[guide] - offTopic) +
    figures.nearSentences * Math.min(1, nearestOf(byGuide, guide)) +
    figures.held * whole[guide] -
    figures.unknown * unknown
  if (sure < figures.guessFrom || offTopic > scores[guide]) return 'nothing'
  if (index.places[first].parting && nearestOf(byMoment, first) < figures.partingNear) return 'guess'
  return sure >= figures.foundFrom ? 'found' : 'guess'
}

/**
 * Gives the score of the best guide that is not easily mixed up with this one.
 *
 * @param {Index} index
 * @param {Float64Array} scores
 * @param {number} guide
 */
function rival({ guides, apart }, scores, guide) {
  const others = guides.map((other, at) => (at === guide || apart.has(`${guides[guide]} ${other}`) ? 0 : scores[at]))
  return Math.max(0, ...others)
}

/**
 * @typedef {import('./index.js').Index} Index
 *
 * @typedef {object} Evidence
 * @property {number | undefined} first The first moment, if there is one.
 * @property {number} [leadInContext] By which share the first moment leads, where the conversation speaks for it.
 * @property {number} unknown The share of words that mean nothing to the index.
 */
