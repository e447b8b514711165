// @ts-check

/**
 * How far apart two words are spelt, and a quick look that spares most of the counting.
 */

/**
 * Gives the letters that a word holds, each as one bit; some share theirs.
 *
 * @param {string} word
 */
export function lettersOf(word) {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

/**
 * Says whether so many letters of one word are missing in the other that more edits are needed; no word that is nearer is
 * lost.
 *
 * @param {number} one Its letters.
 * @param {number} other
 * @param {number} most
 */
export function farApart(one, other, most) {
  return bits(one & ~other) > most || bits(other & ~one) > most
}

/** @param {number} number */
function bits(number) {
  let count = 0
  for (let rest = number; rest !== 0; rest &= rest - 1) count++
  return count
}

/**
 * Counts the letters to change, add, leave out or swap with their neighbour; anything above `most` comes out as more.
 *
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
export function editsBetween(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, row] = [/** @type {number[]} */ ([]), Array.from({ length: b.length + 1 }, (_, column) => column)]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2] + 1 : Infinity
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, change, swap))
      if (next[j] < least) least = next[j]
    }
    if (least > most) return most + 1
    ;[before, row] = [row, next]
  }
  return row[b.length]
}
