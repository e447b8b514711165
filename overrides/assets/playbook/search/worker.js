// @ts-check

/**
 * The worker of a large index: gets its sentences packed and hands them back read.
 */

import { readSentences } from './sentences.js'

addEventListener('message', ({ data }) => {
  const sentences = readSentences(data)
  const { owners, worths, starts, words, held, lengths, namesFrom } = sentences
  const arrays = [owners, worths, starts, words, held.starts, held.sentences, lengths, namesFrom]
  // Handed over, not copied.
  postMessage(sentences, { transfer: arrays.map(({ buffer }) => buffer) })
})
