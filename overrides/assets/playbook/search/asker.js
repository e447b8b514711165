// @ts-check

/**
 * Where the index is read: in the page while it is small, and in a worker when it is large, so that typing never waits
 * for it. It is asked in the page, so that the answer is drawn together with the key that asked for it.
 */

import { beginIndex, finishIndex } from './index.js'
import { match, readIndex } from './matcher.js'
import { readSentences } from './sentences.js'

/** From this size of the packed sentences on, in characters, a worker reads them: some 25,000 cues. */
const LARGE = 250_000

/**
 * Makes the index ready to be asked.
 *
 * @param {IndexFile} content
 * @param {Reader} reader
 * @returns {Promise<Ask>}
 */
export async function openAsker(content, reader) {
  const size = content.search.sentences.reduce((sum, { length }) => sum + length, 0)
  if (size >= LARGE) return askRead(content, reader)
  reader.close()
  return askHere(content)
}

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
 * Has the sentences read by a worker.
 *
 * @param {IndexFile} content
 * @param {Reader} reader
 * @returns {Promise<Ask>}
 */
export async function askRead(content, reader) {
  const begun = beginIndex(content)
  const index = finishIndex(begun, await reader.read(begun.unread))
  return (text, context) => match(index, text, context)
}

/** A worker that reads sentences; it is started before they are there. Where none can be, the page reads them itself. */
export class Reader {
  constructor() {
    this.worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
    this.failed = new Promise((resolve) => {
      this.worker.onerror = () => resolve(undefined)
    })
  }

  /**
   * @param {Unread} unread
   * @returns {Promise<Sentences>}
   */
  async read(unread) {
    const answer = new Promise((resolve) => {
      this.worker.onmessage = ({ data }) => resolve(data)
    })
    this.worker.postMessage(unread)
    const sentences = await Promise.race([answer, this.failed])
    this.close()
    return sentences ?? readSentences(unread)
  }

  /** Ends the worker. */
  close() {
    this.worker.terminate()
  }
}

/**
 * @typedef {import('./index_file.js').Context} Context
 * @typedef {import('./index_file.js').IndexFile} IndexFile
 * @typedef {import('./index_file.js').Matches} Matches
 * @typedef {import('./sentences.js').Sentences} Sentences
 * @typedef {import('./sentences.js').Unread} Unread
 * @typedef {(text: string, context?: Context) => Matches} Ask A context is given when a conversation is in progress.
 */
