// @ts-check

/**
 * A conversation walked along the lines of the index: where it began and every move since. Values only, no page.
 *
 * @typedef {import('../search/index_file.js').Answer} Answer
 * @typedef {import('../search/index_file.js').Destination} Destination
 * @typedef {import('../search/index_file.js').Line} Line
 * @typedef {Record<string, Line>} Lines
 * @typedef {readonly Move[]} Conversation
 *
 * @typedef {object} Move
 * @property {Answer | null} answer What led here; nothing at the beginning.
 * @property {Destination} to
 */

/** A guide opens with two lines; a third at once is still read, more would push the answers out of sight. */
const MOST_LINES_AT_ONCE = 3

/**
 * Begins a conversation with a line.
 *
 * @param {string} line
 * @returns {Conversation}
 */
export function begin(line) {
  return [{ answer: null, to: { line, note: '' } }]
}

/**
 * Gives where the conversation stands: a line to say, or the end.
 *
 * @param {Conversation} conversation
 * @returns {Destination}
 */
export function position(conversation) {
  return conversation[conversation.length - 1].to
}

/**
 * Gives the id (`guide#line`) of the last line said or to be said, also when the conversation has ended.
 *
 * @param {Conversation} conversation
 * @returns {string}
 */
export function lastLine(conversation) {
  const lines = conversation.flatMap((move) => move.to.line ?? [])
  return lines[lines.length - 1]
}

/**
 * Gives the lines to say now: the present one and those that follow it at once: nothing was asked or answered in between.
 *
 * @param {Lines} lines
 * @param {Conversation} conversation
 * @returns {Line[]}
 */
export function turn(lines, conversation) {
  return turnFrom(lines, position(conversation))
}

/**
 * Gives what may follow the present turn: their answers, and after them what to go on with.
 *
 * @param {Lines} lines
 * @param {Conversation} conversation
 * @returns {Answer[]}
 */
export function choices(lines, conversation) {
  const line = turn(lines, conversation).at(-1)
  if (!line) return []
  return line.then ? [...line.answers, { heard: '', spoken: false, to: line.then }] : line.answers
}

/**
 * Gives the conversation after the answer with this number, counted from 1; unchanged when there is no such answer.
 *
 * @param {Lines} lines
 * @param {Conversation} conversation
 * @param {number} number
 * @returns {Conversation}
 */
export function answered(lines, conversation, number) {
  const answer = choices(lines, conversation)[number - 1]
  const reachable = answer && (answer.to.stop || lineAt(lines, answer.to))
  return reachable ? [...conversation, { answer, to: answer.to }] : conversation
}

/**
 * Gives the conversation one step earlier; its beginning stays.
 *
 * @param {Conversation} conversation
 * @returns {Conversation}
 */
export function back(conversation) {
  return conversation.length > 1 ? conversation.slice(0, -1) : conversation
}

/**
 * Gives what was said so far: each earlier turn with the answer it got.
 *
 * @param {Lines} lines
 * @param {Conversation} conversation
 * @returns {{say: string, heard: string, spoken: boolean}[]}
 */
export function exchange(lines, conversation) {
  return conversation.slice(0, -1).map((move, index) => {
    const say = turnFrom(lines, move.to)
      .map((line) => line.say)
      .join(' ')
    const answer = conversation[index + 1].answer
    return { say, heard: answer?.heard ?? '', spoken: answer?.spoken ?? false }
  })
}

/**
 * @param {Lines} lines
 * @param {Destination} from
 * @returns {Line[]}
 */
function turnFrom(lines, from) {
  const said = new Set()
  for (let to = from; said.size < MOST_LINES_AT_ONCE; ) {
    const line = lineAt(lines, to)
    if (!line || said.has(line)) break
    said.add(line)
    const asks = line.say.includes('?') // then they speak first, whatever they say
    if (asks || line.answers.length > 0 || !line.then || guideOf(line.then) !== guideOf(to)) break
    to = line.then
  }
  return [...said]
}

/**
 * Gives the line at a destination, or nothing at the end.
 *
 * @param {Lines} lines
 * @param {Destination} destination
 * @returns {Line | undefined}
 */
export function lineAt(lines, destination) {
  return destination.line === undefined ? undefined : lines[destination.line]
}

/** @param {Destination} destination */
function guideOf(destination) {
  return destination.line?.split('#')[0]
}
