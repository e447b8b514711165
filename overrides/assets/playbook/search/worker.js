// @ts-check

/**
 * The worker of a large index: gets the index file, then texts, and posts what matches each.
 */

import { match, readIndex } from './matcher.js'

/** @type {import('./matcher.js').Index | undefined} */
let index

addEventListener('message', ({ data: { content, number, text, context } }) => {
  if (content) {
    index = readIndex(content)
    postMessage({ ready: true })
  } else if (index) {
    postMessage({ number, matches: match(index, text, context) })
  }
})
