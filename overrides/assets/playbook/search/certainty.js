// @ts-check

/**
 * How sure the first moment is: `found`, only a `guess`, or `nothing`.
 *
 * Four things speak for it: the lead of its guide over the best one that it is not easily mixed up with, its lead over
 * what is off the topic, how near its sentences are, and how much of what was said it holds. Words that mean nothing
 * to the index speak against it.
 */

/**
 * @param {{guides: string[], apart: Map<string, string>, figures: import('./index_file.js').Figures}} index
 * @param {Evidence} evidence
 * @returns {'found' | 'guess' | 'nothing'}
 */
export function certainty({ guides, apart, figures }, { first, scores, whole, near, unknown }) {
  const offTopic = guides.length // stands after the last guide
  if (first === undefined || unknown === 1 || scores[offTopic] > scores[first]) return 'nothing'
  const rival = Math.max(0, ...guides.map((guide, at) => (isRival(at, guide) ? scores[at] : 0)))
  const sure =
    scores[first] -
    rival +
    figures.leadOverOffTopic * (scores[first] - scores[offTopic]) +
    figures.nearSentences * Math.min(1, near[first]) +
    figures.held * whole[first] -
    figures.unknown * unknown
  if (sure < figures.guessFrom) return 'nothing'
  return sure >= figures.foundFrom ? 'found' : 'guess'

  /**
   * @param {number} at
   * @param {string} guide
   */
  function isRival(at, guide) {
    return at !== first && !apart.has(`${guides[/** @type {number} */ (first)]} ${guide}`)
  }
}

/**
 * @typedef {object} Evidence
 * @property {number | undefined} first The guide of the first moment, if there is one.
 * @property {Float64Array} scores Of every guide, and at the end of what is off the topic.
 * @property {Float64Array} whole
 * @property {Float64Array} near
 * @property {number} unknown The share of words that mean nothing to the index.
 */
