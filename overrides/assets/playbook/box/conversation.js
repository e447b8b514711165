// @ts-check

/**
 * What a turn of a conversation says and which replies it may get, read from the lines of the index. No page.
 *
 * @typedef {import('../search/index_file.js').Answer} Answer
 * @typedef {import('../search/index_file.js').Destination} Destination
 * @typedef {import('../search/index_file.js').Line} Line
 * @typedef {Record<string, Line>} Lines
 */

/** A guide opens with two lines; a third at once is still read, more would push the replies out of sight. */
const MOST_LINES_AT_ONCE = 3

/**
 * Gives the lines to say now: this one and those that follow it at once, where nothing was asked or answered between.
 *
 * @param {Lines} lines
 * @param {string} start As `guide#line`; nothing gives no line.
 * @returns {Line[]}
 */
export function linesFrom(lines, start) {
  const said = new Set()
  for (let at = start; said.size < MOST_LINES_AT_ONCE; ) {
    const line = Object.hasOwn(lines, at) ? lines[at] : undefined
    if (!line || said.has(line)) break
    said.add(line)
    const asks = line.say.includes('?') // then they speak first, whatever they say
    const next = line.then?.line ?? ''
    if (asks || line.answers.length > 0 || guideOf(next) !== guideOf(at)) break
    at = next
  }
  return [...said]
}

/**
 * Gives what may follow a turn: their replies, and after them what to go on with.
 *
 * @param {Lines} lines
 * @param {string} start
 * @returns {Answer[]}
 */
export function replies(lines, start) {
  const line = linesFrom(lines, start).at(-1)
  if (!line) return []
  const all = line.then ? [...line.answers, { heard: '', spoken: false, to: line.then }] : line.answers
  return all.filter(({ to }) => to.stop || Object.hasOwn(lines, to.line ?? ''))
}

/**
 * Gives the guide of a line.
 *
 * @param {string} line As `guide#line`.
 */
export function guideOf(line) {
  return line.split('#')[0]
}
