// @ts-check

/**
 * Letter groups: what words share that are neither the same nor a slip apart, as refs, referee and reference.
 */

const SIZES = [3, 4]

/**
 * Gives the groups of letters of a word, its beginning and its end marked.
 *
 * @param {string} word
 * @returns {string[]}
 */
export function lettersOf(word) {
  const marked = `^${word}$`
  return SIZES.flatMap((size) =>
    Array.from({ length: Math.max(0, marked.length - size + 1) }, (_, at) => marked.slice(at, at + size)),
  )
}

/**
 * Gives the words that hold each group of letters.
 *
 * @param {string[]} words
 * @returns {Map<string, number[]>}
 */
export function byLetters(words) {
  /** @type {Map<string, number[]>} */
  const holding = new Map()
  words.forEach((word, number) => {
    for (const group of new Set(lettersOf(word))) {
      const same = holding.get(group)
      if (same) same.push(number)
      else holding.set(group, [number])
    }
  })
  return holding
}
