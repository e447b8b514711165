// @ts-check

/**
 * What is shown, in one sentence for the ear: what must hold, the line, its tone, how many answers there are, or what
 * follows without one.
 */

/**
 * @param {Parts} parts
 * @param {FillIns} fillIns
 * @param {ShownMoment} shown
 * @param {Answer[]} answers What may follow.
 * @param {number} others How many other moments were found.
 */
export function summaryOf(parts, fillIns, { lines, instead, fresh }, answers, others) {
  const found = counted(parts, ['live-other', 'live-others'], others)
  if (lines.length === 0) return [parts.text('live-guide', { title: instead }), found].filter(Boolean).join(' ')
  const say = lines.map((line) => fillIns.filled(line.say)).join(' ')
  const condition = sentence(lines[0].condition)
  const tone = lines
    .map((line) => line.tone)
    .filter(Boolean)
    .map(sentence)
    .join(' ')
  const said = [condition, parts.text('live-say', { say }), tone, sentence(fresh), following(parts, answers), found]
  return said.filter(Boolean).join(' ')
}

/**
 * Gives how many answers they may give, or what follows without one.
 *
 * @param {Parts} parts
 * @param {Answer[]} answers
 */
function following(parts, answers) {
  const yours = answers.find(({ heard }) => !heard) // then it is the only one
  if (yours) return parts.text(yours.to.stop ? 'live-then-stop' : 'live-go-on', {})
  return counted(parts, ['live-reply', 'live-replies'], answers.length)
}

/**
 * @param {Parts} parts
 * @param {[one: string, more: string]} names Of the parts.
 * @param {number} count
 */
function counted(parts, [one, more], count) {
  return count > 0 ? sentence(parts.text(count === 1 ? one : more, { count: String(count) })) : ''
}

/**
 * Gives a note as a sentence.
 *
 * @param {string} note
 */
export function sentence(note) {
  return note && `${note[0].toUpperCase()}${note.slice(1)}${/[.?!]$/.test(note) ? '' : '.'}`
}

/**
 * @typedef {import('../search/index_file.js').Answer} Answer
 * @typedef {import('./fill_ins.js').FillIns} FillIns
 * @typedef {import('./moment_view.js').ShownMoment} ShownMoment
 * @typedef {import('./parts.js').Parts} Parts
 */
