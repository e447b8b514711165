// @ts-check

/**
 * How sure the first guide is: `found`, only a `guess`, or `nothing`.
 *
 * Four things speak for it: its lead over the best guide that it is not easily mixed up with, its lead over what is
 * off the topic, how near its sentences are, and how much of what was said it holds. Words that mean nothing to the
 * index speak against it.
 */

/**
 * @param {{guides: string[], apart: Map<string, string>, scorer: import('./guide_scores.js').Scorer}} index
 * @param {Scores} scores
 * @returns {'found' | 'guess' | 'nothing'}
 */
export function certainty({ guides, apart, scorer: { figures } }, { order, scores, whole, near, unknown }) {
  const first = order[0]
  const offTopic = guides.length // stands after the last guide
  if (first === undefined || unknown === 1 || scores[offTopic] > scores[first]) return 'nothing'
  const rival = order.slice(1).find((guide) => !apart.has(`${guides[first]} ${guides[guide]}`))
  const lead = scores[first] - (rival === undefined ? 0 : scores[rival])
  const sure =
    lead +
    figures.leadOverOffTopic * (scores[first] - scores[offTopic]) +
    figures.nearSentences * Math.min(1, near[first]) +
    figures.held * whole[first] -
    figures.unknown * unknown
  if (sure < figures.guessFrom) return 'nothing'
  return sure >= figures.foundFrom ? 'found' : 'guess'
}

/**
 * @typedef {object} Scores
 * @property {number[]} order The guides that score, the best first.
 * @property {Float64Array} scores Of every guide, and at the end of what is off the topic.
 * @property {Float64Array} whole
 * @property {Float64Array} near
 * @property {number} unknown The share of words that mean nothing to the index.
 */
