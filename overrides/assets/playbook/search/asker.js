// @ts-check

/**
 * How the index is read and asked: a worker reads it, so that typing never waits for that; the page asks it, so that the
 * answer is drawn together with the key that asked for it.
 */

import { indexOf, vocabularyOf } from './index.js'
import { match, readIndex } from './matcher.js'

const WARMING = 10 // sentences, each in a task of its own: a key that comes meanwhile waits for one of them

/**
 * Reads all of the index in the page.
 *
 * @param {IndexFile} content
 * @returns {Ask}
 */
export function askHere(content) {
  const index = readIndex(content)
  return (text, context) => match(index, text, context)
}

/**
 * Asks what nobody typed, since code that has never run is slow: the first key would wait for it.
 *
 * @param {Ask} ask
 * @param {IndexFile} content
 */
export function warmUp(ask, { moments }) {
  for (const { heard } of moments.slice(0, WARMING)) setTimeout(() => ask(heard))
}

/** A worker that reads the sentences; it is started before they are there. */
export class Reader {
  constructor() {
    this.worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
    this.done = new Promise((resolve) => {
      this.worker.onmessage = ({ data }) => resolve(data)
      this.worker.onerror = () => resolve(null)
    })
  }

  /**
   * Begins to read.
   *
   * @param {string} text The index file.
   */
  begin(text) {
    this.worker.postMessage(text)
  }

  /**
   * Makes the index ready to be asked; where no worker can read it, the page does.
   *
   * @param {IndexFile} content
   * @returns {Promise<Ask>}
   */
  async asker(content) {
    const vocabulary = vocabularyOf(content) // meanwhile
    const read = /** @type {import('./index.js').Read | null} */ (await this.done)
    this.worker.terminate()
    if (!read) return askHere(content)
    const index = indexOf(content, vocabulary, read)
    return (text, context) => match(index, text, context)
  }
}

/**
 * @typedef {import('./index_file.js').Context} Context
 * @typedef {import('./index_file.js').IndexFile} IndexFile
 * @typedef {import('./index_file.js').Matches} Matches
 * @typedef {(text: string, context?: Context) => Matches} Ask A context is given when a conversation is in progress.
 */
