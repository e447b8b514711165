// @ts-check

/**
 * What every word weighs in each guide; `hooks/playbook/desk/word_index.py` writes it and says how.
 */

import { readPacked } from './packed_sentences.js'

/** A weight doubles every so many steps, from the least one on. */
const STEPS = 3
const LEAST_WEIGHT = 1 / 128

/**
 * Gives for every word the guides that hold it, each followed by its weight there.
 *
 * @param {{guides: string, weights: string}} packed
 * @returns {number[][]}
 */
export function readWeights({ guides, weights }) {
  const heights = numbersOf(weights)
  let at = 0
  return guides.split(' ').map((steps) => {
    let guide = -1
    return [...numbersOf(steps)].flatMap((step) => {
      guide += step + 1
      return [guide, LEAST_WEIGHT * 2 ** (heights[at++] / STEPS)]
    })
  })
}

/** @param {string} text */
function numbersOf(text) {
  const read = { numbers: new Int32Array(text.length), count: 0, ends: [] }
  readPacked(text, read)
  return read.numbers.subarray(0, read.count)
}
