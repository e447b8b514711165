// @ts-check

/**
 * How far apart two words are spelt.
 */

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
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2] + 1 : Infinity
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, change, swap))
    }
    if (Math.min(...next) > most) return most + 1
    ;[before, row] = [row, next]
  }
  return row[b.length]
}
