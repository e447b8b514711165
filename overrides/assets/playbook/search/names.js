// @ts-check

/**
 * What names each moment: the replies that lead to it, and what has been said where it is no answer.
 */

import { folded, stem } from './words.js'

/**
 * Gives the names of each moment, the likeliest first.
 *
 * @param {IndexFile} content
 * @returns {Map<string, string[]>} By the id of the moment.
 */
export function namesOf(content) {
  /** @type {Map<string, Set<string>>} */
  const names = new Map(content.moments.map(({ id, heard }) => [id, new Set([heard])]))
  for (const { answers } of Object.values(content.lines)) {
    for (const { heard, spoken, to } of answers) if (spoken && to.line) names.get(to.line)?.add(heard)
  }
  return new Map([...names].map(([id, all]) => [id, [...all].filter(Boolean)]))
}

/**
 * Gives names as sentences that are searched like cues; what names two moments, or says little, counts less.
 *
 * @param {string[][]} names Of each moment.
 * @param {Map<string, number>} numbers Of the words.
 * @param {Figures} figures What a name counts for that tells little, and of how many words one tells.
 * @returns {Name[][]}
 */
export function asSentences(names, numbers, { heardField, tellingWords }) {
  const read = names.map((all) => all.map((text) => ({ text, stems: stemsOf(text, numbers), worth: heardField })))
  const owners = new Map()
  for (const { stems } of read.flat()) owners.set(stems.join(' '), (owners.get(stems.join(' ')) ?? 0) + 1)
  for (const name of read.flat()) {
    if (name.stems.length >= tellingWords && owners.get(name.stems.join(' ')) === 1) name.worth = 1
  }
  return read.map((all) => all.filter(({ stems }) => stems.length > 0))
}

/**
 * @param {string} text
 * @param {Map<string, number>} numbers
 */
function stemsOf(text, numbers) {
  return folded(text).flatMap((word) => numbers.get(stem(word)) ?? [])
}

/**
 * @typedef {import('./index_file.js').Figures} Figures
 * @typedef {import('./index_file.js').IndexFile} IndexFile
 * @typedef {import('./sentences.js').Name} Name
 */
