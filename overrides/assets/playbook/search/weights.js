// @ts-check

/**
 * What every word weighs in each guide; `hooks/playbook/desk/word_index.py` writes it and says how.
 */

import { readPacked } from './packed_sentences.js'

/** A weight doubles every so many steps, from the least one on. */
const STEPS = 3
const LEAST_WEIGHT = 1 / 128

/**
 * Gives what tells for a word the guides that hold it, each followed by its weight there.
 *
 * @param {{guides: string, weights: string}} packed
 * @returns {(word: number) => number[]}
 */
export function readWeights({ guides, weights }) {
  const [steps, heights] = [numbersOf(guides), numbersOf(weights)]
  return (word) => {
    const found = []
    let guide = -1
    for (let at = steps.ends[word - 1] ?? 0; at < steps.ends[word]; at++) {
      guide += steps.numbers[at] + 1
      found.push(guide, LEAST_WEIGHT * 2 ** (heights.numbers[at] / STEPS))
    }
    return found
  }
}

/** @param {string} text */
function numbersOf(text) {
  const read = { numbers: new Int32Array(text.length), count: 0, ends: /** @type {number[]} */ ([]) }
  readPacked(text, read)
  return read
}
