// @ts-check

/**
 * The index file: fetched once, when the page is loaded, so that nothing is asked of the server during a call.
 */

/** The shape this code reads; `VERSION` in `hooks/playbook/desk/search_index.py` is its other half. */
export const VERSION = 5

/** An index file made for other code than this. */
export class WrongVersion extends Error {}

/**
 * Fetches the index file.
 *
 * @param {string} address
 * @returns {Promise<string>}
 */
export async function fetchIndexFile(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`index file: ${address} was answered with ${response.status}`)
  return response.text()
}

/**
 * Reads an index file.
 *
 * @param {string} text
 * @returns {IndexFile}
 */
export function readIndexFile(text) {
  const content = /** @type {IndexFile} */ (JSON.parse(text))
  if (content.version !== VERSION) {
    throw new WrongVersion(`index file: version ${content.version} found, version ${VERSION} needed`)
  }
  return named(content)
}

/**
 * Gives the file with a name for every moment: that of an inner one is the longest of the replies that lead there.
 *
 * @param {IndexFile} content
 * @returns {IndexFile}
 */
export function named(content) {
  const names = new Map()
  for (const { answers } of Object.values(content.lines)) {
    for (const { heard, spoken, to } of answers) {
      if (spoken && to.line && heard.length > (names.get(to.line) ?? '').length) names.set(to.line, heard)
    }
  }
  const moments = content.moments.map((moment) => ({ ...moment, heard: moment.heard ?? names.get(moment.id) ?? '' }))
  return { ...content, moments }
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
 * @property {string} moment
 * @property {string} url From the root of the site.
 * @property {string} reviewed The day when it was last read again, as `2026-11-22`.
 * @property {string} reviewEvery After how long it is due again, as `12 months`.
 * @property {string} start The line with which the guide begins.
 *
 * @typedef {object} Moment What somebody says or does, by the line that answers it.
 * @property {string} id That line, as `guide#line`.
 * @property {string} heard The words that name it best.
 * @property {true} [inner] It is heard as an answer to a line of the guide, and seldom begins a conversation.
 * @property {true} [urgent] It goes before everything else that is said.
 * @property {true} [parting] Its line thanks, congratulates or says farewell.
 *
 * @typedef {object} IndexFile
 * @property {number} version
 * @property {string} build
 * @property {{say: string, after: string}[]} bridges What to say while looking, and after what kind of words.
 * @property {Guide[]} guides
 * @property {Record<string, Line>} lines
 * @property {Moment[]} moments Guide by guide, in page order.
 * @property {[string, string, string][]} apart Two guides that are easily mixed up, and what to ask to tell which.
 * @property {Search} search
 *
 * @typedef {object} Search What is searched; `hooks/playbook/desk/word_index.py` says more.
 * @property {Figures} figures
 * @property {string} words Of all sentences, the commonest first.
 * @property {string[]} synonyms Each group in a row, the word that stands for the others first.
 * @property {string[]} sentences Packed: of the moments of each guide, after them of the guide itself, at last of what
 *   is off the topic.
 * @property {{guides: string, weights: string}} weights Packed: of each word the guides that hold it, and its weights.
 *
 * @typedef {object} Found A moment that answers what was said.
 * @property {string} moment Its id, as `guide#line`; the guide alone where a question of method was asked.
 * @property {string} guide
 * @property {string} line As `guide#line`; empty for a question of method, which no line answers.
 * @property {string} heard The customer's words that it was matched by.
 * @property {number} [reply] Which of the replies on screen was heard, counted from 0, where it was one of them.
 *
 * @typedef {object} Matches What answers a text.
 * @property {'found' | 'guess' | 'nothing'} state
 * @property {Found[]} moments The best first, at most three; with `nothing` the nearest all the same.
 * @property {string} apart The question that separates the guides of the first two, if they are easily mixed up.
 *
 * @typedef {object} Context A conversation in progress: what is typed is looked for in it first, then everywhere.
 * @property {string} guide
 * @property {string} line The last line said, as `guide#line`.
 * @property {string[]} replies What stands on screen as their possible answers, in that order.
 *
 * @typedef {Readonly<Record<
 *   'saturation' | 'length' | 'leastLength' | 'pairs' | 'nearness' | 'nearest' | 'pairsInSentence' |
 *   'momentNearness' | 'inner' | 'guideShare' | 'correction' | 'offered' | 'offeredOfGuide' | 'leastOffered' |
 *   'tellingWords' | 'urgentWords' |
 *   'completion' | 'leadOverOffTopic' | 'nearSentences' | 'held' | 'unknown' | 'partingNear' |
 *   'replyNear' | 'contextReply' | 'contextLeave' | 'contextGuide' | 'contextLead' | 'foundFrom' | 'guessFrom' |
 *   'cuesField' | 'titleField' | 'heardField' | 'linesField',
 *   number
 * >>} Figures That decide what is found; `hooks/playbook/desk/ranking.py` holds them and says what each does.
 */
