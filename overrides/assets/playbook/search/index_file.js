// @ts-check

/**
 * The index file: fetched once, when the page is loaded, so that nothing is asked of the server during a call.
 */

/** The shape this code reads; `VERSION` in `hooks/playbook/search_index.py` is its other half. */
export const VERSION = 2

/** An index file made for other code than this. */
export class WrongVersion extends Error {}

/**
 * Fetches the index file.
 *
 * @param {string} address
 * @returns {Promise<IndexFile>}
 */
export async function loadIndexFile(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`index file: ${address} was answered with ${response.status}`)
  const content = /** @type {IndexFile} */ (await response.json())
  if (content.version !== VERSION) {
    throw new WrongVersion(`index file: version ${content.version} found, version ${VERSION} needed`)
  }
  return content
}

/**
 * @typedef {{line?: string, stop?: true, note: string}} Destination A line as `guide#line`, or the end.
 *
 * @typedef {object} Answer What they may answer, or what may happen.
 * @property {string} heard
 * @property {boolean} spoken
 * @property {Destination} to
 *
 * @typedef {object} Line
 * @property {string} say
 * @property {string} tone
 * @property {string} condition What must hold for the line to be said, or to whom.
 * @property {Answer[]} answers
 * @property {Destination} [then]
 *
 * @typedef {object} Guide
 * @property {string} id
 * @property {string} kind
 * @property {string} title
 * @property {string} job
 * @property {string} moment
 * @property {string} url From the root of the site.
 * @property {string} start The line with which the guide begins.
 * @property {{heard: string, line: string}[]} entries What may be said to enter a branch at once.
 *
 * @typedef {object} IndexFile
 * @property {number} version
 * @property {string} build
 * @property {string[]} bridges What to say while looking.
 * @property {Guide[]} guides
 * @property {Record<string, Line>} lines
 * @property {[string, string, string][]} apart Two guides that are easily mixed up, and what to ask to tell which.
 * @property {Search} search
 *
 * @typedef {object} Search What is searched; `hooks/playbook/word_index.py` says more.
 * @property {Record<string, number>} figures That decide what is found.
 * @property {string} words Of all sentences, the commonest first.
 * @property {string[]} synonyms Each group in a row, the word that stands for the others first.
 * @property {{said: string, heard: string}[]} sentences Of each guide and of what is off the topic, as word numbers.
 * @property {number[][]} weights Of each word: the guides that hold it, each with a hundred times its weight there.
 */
