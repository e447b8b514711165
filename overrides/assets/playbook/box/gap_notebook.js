// @ts-check

/**
 * The gap notebook: what found no line, what was only a guess nobody took, and lines that did not work. It stays in this
 * browser; whoever keeps the guides gets it when a rep passes it on.
 *
 * @typedef {object} Gap
 * @property {string} day As `2026-11-29`.
 * @property {'nothing' | 'guess' | 'line'} kind
 * @property {string} text What was typed.
 * @property {string} line The line that did not work, as `guide#line`; else nothing.
 */

import { keep, kept } from './storage.js'

const MOST = 50
const LONGEST = 300 // characters of one entry
/** @type {Record<Gap['kind'], string>} */
const TOLD = { nothing: 'no line found', guess: 'only a guess', line: 'did not work' }

/**
 * Gives the gaps noted so far, the latest first.
 *
 * @returns {Gap[]}
 */
export function notedGaps() {
  const found = kept('localStorage', 'gaps')
  return Array.isArray(found) ? found.filter(isGap).slice(0, MOST) : []
}

/**
 * Notes a gap; the same one twice in a row is one.
 *
 * @param {Omit<Gap, 'day'>} gap
 * @returns {boolean} Whether this browser keeps it.
 */
export function noteGap({ kind, text, line }) {
  const noted = notedGaps()
  const gap = { day: today(), kind, text: text.trim().slice(0, LONGEST), line }
  if (noted[0]?.text === gap.text && noted[0]?.line === gap.line) return true
  const all = [gap, ...noted].slice(0, MOST)
  return keep('localStorage', 'gaps', all) || keep('localStorage', 'gaps', all.slice(0, MOST / 2)) // where it is full
}

/**
 * Gives a gap in words.
 *
 * @param {Gap} gap
 */
export function inWords({ day, kind, text, line }) {
  return [day, TOLD[kind], line, text && `“${text}”`].filter(Boolean).join(' · ')
}

/**
 * Gives gaps as a list for the curator, one sentence a line as `make gaps` reads them, under a heading for each kind.
 *
 * @param {Gap[]} gaps
 */
export function asList(gaps) {
  /** @type {Map<string, string[]>} */
  const groups = new Map()
  for (const { day, kind, text, line } of gaps) {
    const heading = line ? `# ${TOLD[kind]}: ${line}` : `# ${TOLD[kind]}`
    groups.set(heading, [...(groups.get(heading) ?? []), text ? `- ${day} “${text}”` : `- ${day}`])
  }
  return [...groups].map(([heading, rows]) => [heading, ...rows].join('\n')).join('\n\n')
}

/**
 * Watches one search after the other: what it ended in is noted when it is over, not at every key.
 */
export class SearchWatch {
  /** @type {{text: string, state: string} | null} */
  #last = null

  /**
   * @param {string} text
   * @param {string} state In which the search stands now.
   */
  settled(text, state) {
    if (this.#last && !continues(this.#last.text, text)) this.ended()
    if (this.#last?.state === state && this.#last.text.startsWith(text)) return // words that are being deleted
    this.#last = { text, state }
  }

  /** A moment was taken: no gap. */
  taken() {
    this.#last = null
  }

  /** The search is over, and nothing was taken. */
  ended() {
    const last = this.#last
    this.#last = null
    if (last?.state === 'nothing' || last?.state === 'guess') {
      noteGap({ kind: last.state, text: last.text, line: '' })
    }
  }
}

/**
 * Says whether words are the same search, typed on or corrected; other words at the beginning are a new one.
 *
 * @param {string} before
 * @param {string} now
 */
function continues(before, now) {
  return now.trim() !== '' && before.trim().slice(0, 2) === now.trim().slice(0, 2)
}

/** Gives the reader's own day. */
function today() {
  const now = new Date()
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${now.getFullYear()}-${month}-${day}`
}

/**
 * @param {unknown} gap
 * @returns {gap is Gap}
 */
function isGap(gap) {
  if (typeof gap !== 'object' || gap === null) return false
  const { day, kind, text, line } = /** @type {Record<string, unknown>} */ (gap)
  return Object.hasOwn(TOLD, String(kind)) && [day, text, line].every((part) => typeof part === 'string')
}
