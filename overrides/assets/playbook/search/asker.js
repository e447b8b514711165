// @ts-check

/**
 * Where the matcher runs: in the page while the index is small, so that the answer is there with the key, and in a
 * worker when it is large, so that typing never waits. Both give the same answers.
 */

import { match, readIndex } from './matcher.js'

/** From this size of the packed sentences on, in characters, a worker answers: some 25,000 cues. */
const LARGE = 250_000

/**
 * Makes the index ready to be asked.
 *
 * @param {IndexFile} content
 * @returns {Promise<Ask>}
 */
export function openAsker(content) {
  const size = content.search.sentences.reduce((sum, { length }) => sum + length, 0)
  return size < LARGE ? Promise.resolve(askHere(content)) : askWorker(content)
}

/**
 * @param {IndexFile} content
 * @returns {Ask}
 */
export function askHere(content) {
  const index = readIndex(content)
  return (text, answer, context) => answer(match(index, text, context))
}

/**
 * Gives a worker to ask; where none can be started, the page answers itself.
 *
 * @param {IndexFile} content
 * @returns {Promise<Ask>}
 */
export function askWorker(content) {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
    worker.onerror = () => resolve(askHere(content))
    worker.onmessage = () => resolve(askedThrough(worker))
    worker.postMessage({ content })
  })
}

/**
 * @param {Worker} worker
 * @returns {Ask}
 */
function askedThrough(worker) {
  let latest = 0
  /** @type {(matches: Matches) => void} */
  let waiting = () => {}
  worker.onmessage = ({ data }) => {
    if (data.number === latest) waiting(data.matches) // an answer to what is no longer typed is dropped
  }
  return (text, answer, context) => {
    waiting = answer
    worker.postMessage({ number: ++latest, text, context })
  }
}

/**
 * @typedef {import('./index_file.js').Context} Context
 * @typedef {import('./index_file.js').IndexFile} IndexFile
 * @typedef {import('./index_file.js').Matches} Matches
 * @typedef {(text: string, answer: (matches: Matches) => void, context?: Context) => void} Ask Answers at once, or once
 *   the worker has; a context is given when a conversation is in progress.
 */
