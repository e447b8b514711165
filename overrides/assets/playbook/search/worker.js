// @ts-check

/**
 * The worker that reads the sentences of an index: gets the file and hands back what it read.
 */

import { readAll, vocabularyOf } from './index.js'
import { readIndexFile } from './index_file.js'

addEventListener('message', ({ data }) => {
  try {
    handOver(read(data))
  } catch {
    postMessage(null) // the page, which reads the file too, says what is wrong with it
  }
})

/** @param {string} text */
function read(text) {
  const content = readIndexFile(text)
  return readAll(content, vocabularyOf(content))
}

/**
 * Gives away the arrays themselves: copying them would take as long as reading.
 *
 * @param {import('./index.js').Read} read
 */
function handOver(read) {
  const { owners, worths, starts, words, held, scales, namesFrom } = read.sentences
  const arrays = [owners, worths, starts, words, held.starts, held.sentences, scales, namesFrom]
  postMessage(read, { transfer: arrays.map(({ buffer }) => buffer) })
}
