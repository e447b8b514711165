// @ts-check

/**
 * A call: what stands in the box, what was chosen among what is offered, and every turn taken. Values only, no page.
 *
 * Turns are one row, wherever they led: a reply leads on, a moment found elsewhere begins a new conversation, and going
 * back returns to the old one.
 *
 * @typedef {import('../search/index_file.js').Answer} Answer
 * @typedef {import('../search/index_file.js').Found} Found
 *
 * @typedef {object} Turn
 * @property {string} line As `guide#line`; at the end of a conversation nothing.
 * @property {boolean} stop Whether the conversation ends here.
 * @property {string} note
 * @property {string} heard What led here.
 * @property {boolean} spoken Whether they said it, or it happened.
 * @property {string | null} asked What stood in the box when a moment was taken; nothing after a reply.
 * @property {number} chosen Which of the offered moments it was.
 *
 * @typedef {object} Call
 * @property {string} text What stands in the box.
 * @property {boolean} asking Whether it is still looked for; not once a moment was taken.
 * @property {number} chosen Which of the offered moments is chosen, from 0.
 * @property {readonly Turn[]} turns
 */

/** @type {Call} */
export const NEW_CALL = { text: '', asking: false, chosen: 0, turns: [] }

/** Of a very long call the last turns are enough; storage is not endless. */
const MOST_TURNS = 200

/**
 * Gives the call with other words in the box.
 *
 * @param {Call} call
 * @param {string} text
 * @returns {Call}
 */
export function typed(call, text) {
  return { ...call, text, asking: text.trim() !== '', chosen: 0 }
}

/**
 * Gives the call with an offered moment taken: its line is said now.
 *
 * @param {Call} call
 * @param {Found} moment
 * @returns {Call}
 */
export function taken(call, moment) {
  const { line, heard } = moment
  const turn = { line, stop: false, note: '', heard, spoken: true, asked: call.text, chosen: call.chosen }
  return { ...call, asking: false, chosen: 0, turns: [...call.turns, turn].slice(-MOST_TURNS) }
}

/**
 * Gives the call after a reply.
 *
 * @param {Call} call
 * @param {Answer} answer
 * @returns {Call}
 */
export function replied(call, { heard, spoken, to }) {
  const turn = { line: to.line ?? '', stop: Boolean(to.stop), note: to.note, heard, spoken, asked: null, chosen: 0 }
  return { ...call, asking: false, chosen: 0, turns: [...call.turns, turn].slice(-MOST_TURNS) }
}

/**
 * Gives the call one turn earlier; before the first one, what was looked for then.
 *
 * @param {Call} call
 * @returns {Call}
 */
export function back(call) {
  if (call.asking && call.turns.length > 0) return { ...call, text: lastAsked(call), asking: false, chosen: 0 }
  const last = call.turns.at(-1)
  if (!last) return call
  const turns = call.turns.slice(0, -1)
  if (last.asked === null) return { ...call, asking: false, chosen: 0, turns }
  return { text: last.asked, asking: true, chosen: last.chosen, turns }
}

/**
 * Gives where the call stands: the last turn.
 *
 * @param {Call} call
 * @returns {Turn | undefined}
 */
export function position(call) {
  return call.turns.at(-1)
}

/**
 * Gives the last line said or to be said, as `guide#line`; nothing before the first one.
 *
 * @param {Call} call
 */
export function lastLine(call) {
  return call.turns.findLast(({ line }) => line)?.line ?? ''
}

/** @param {Call} call */
function lastAsked(call) {
  return call.turns.findLast(({ asked }) => asked !== null)?.asked ?? ''
}

/**
 * Gives a call as it was kept, as far as it can still be understood: turns end where a line is no longer there.
 *
 * @param {unknown} value
 * @param {Record<string, unknown>} lines Every line there is.
 * @returns {Call}
 */
export function readCall(value, lines) {
  if (!isRecord(value) || typeof value.text !== 'string' || !Array.isArray(value.turns)) return NEW_CALL
  const gone = value.turns.findIndex((turn) => !isTurn(turn, lines))
  const turns = /** @type {Turn[]} */ (gone < 0 ? value.turns : value.turns.slice(0, gone))
  const chosen = Number.isInteger(value.chosen) ? Math.max(0, Number(value.chosen)) : 0
  const asking = value.text.trim() !== '' && (value.asking === true || turns.length === 0)
  return { text: value.text, asking, chosen, turns }
}

/**
 * @param {unknown} turn
 * @param {Record<string, unknown>} lines
 */
function isTurn(turn, lines) {
  if (!isRecord(turn)) return false
  const texts = [turn.line, turn.note, turn.heard].every((text) => typeof text === 'string')
  const asked = turn.asked === null || typeof turn.asked === 'string'
  return texts && asked && (turn.stop === true || Object.hasOwn(lines, String(turn.line)))
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null
}
