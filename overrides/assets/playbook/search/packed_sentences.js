// @ts-check

/**
 * Reads the sentences of the index; `hooks/playbook/desk/packed_sentences.py` writes them and says how.
 */

/** The number of signs: printable ASCII from `!` on, without `"` and the backslash. */
const SIGNS = 92
/** How many first signs begin a number of so many signs more. */
const LEADS = [
  [68, 0],
  [21, 1],
  [2, 2],
  [1, 4],
]
const FIRSTS = LEADS.flatMap(([leads, more], kind) =>
  Array.from({ length: leads }, (_, lead) => ({ more, base: lead * SIGNS ** more + before(kind) })),
)
const VALUES = new Int32Array(127)
for (let code = 33, value = 0; code < 127; code++) if (code !== 34 && code !== 92) VALUES[code] = value++

/**
 * Reads sentences into one list of numbers, and where each of them ends into another.
 *
 * @param {string} text
 * @param {Read} into
 */
export function readPacked(text, into) {
  if (!text) return
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) === 32) {
      into.ends.push(into.count)
      continue
    }
    const { more, base } = FIRSTS[VALUES[text.charCodeAt(at)]]
    let number = 0
    for (const last = at + more; at < last; ) number = number * SIGNS + VALUES[text.charCodeAt(++at)]
    into.numbers[into.count++] = base + number
  }
  into.ends.push(into.count)
}

/**
 * Gives how many numbers are written with fewer signs.
 *
 * @param {number} kind
 */
function before(kind) {
  return LEADS.slice(0, kind).reduce((sum, [leads, more]) => sum + leads * SIGNS ** more, 0)
}

/**
 * @typedef {{numbers: Int32Array, count: number, ends: number[]}} Read There is room for a number a sign.
 */
