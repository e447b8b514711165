// @ts-check

/**
 * What is asked of the search, and which of its answers is chosen. Values only, no page.
 */

import { lastLine, position } from './call.js'
import { guideOf, replies } from './conversation.js'

const LETTERS = /[\p{L}\p{N}]/gu
const FEWEST_LETTERS = 2

/**
 * Says whether there is too little to look for.
 *
 * @param {string} text
 */
export function tooShort(text) {
  return (text.match(LETTERS)?.length ?? 0) < FEWEST_LETTERS
}

/**
 * Gives the conversation in which something is asked; nothing before the first turn.
 *
 * @param {IndexFile} content
 * @param {Call} call
 * @returns {Context | undefined}
 */
export function contextOf(content, call) {
  const line = lastLine(call)
  if (!line) return undefined
  const stands = position(call)?.line ?? ''
  return { guide: guideOf(line), line, replies: replies(content.lines, stands).map(({ heard }) => heard) }
}

/**
 * Gives the chosen one among the offered moments, the first if none was chosen; nothing where none is offered.
 *
 * @param {Call} call
 * @param {Matches | null} offer
 */
export function chosenMoment(call, offer) {
  if (!call.asking || !offer || offer.state === 'nothing') return undefined
  return offer.moments[call.chosen] ?? offer.moments[0]
}

/**
 * @typedef {import('../search/index_file.js').Context} Context
 * @typedef {import('../search/index_file.js').IndexFile} IndexFile
 * @typedef {import('../search/index_file.js').Matches} Matches
 * @typedef {import('./call.js').Call} Call
 */
