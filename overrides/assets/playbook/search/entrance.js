// @ts-check

/**
 * With which line a guide begins: its first one, unless what was said is nearly the opening of a branch or an answer.
 */

import { rarity, sentencesWith } from './sentences.js'
import { meaningsOf } from './vocabulary.js'
import { folded } from './words.js'

const LEAST_OF_SAID = 0.75 // so much of what was said must stand in the opening,
const LEAST_OF_OPENING = 0.5 // and so much of the opening must have been said

/**
 * Reads how each guide can be entered.
 *
 * @param {IndexFile} content
 * @returns {Entrance[]}
 */
export function readEntrances(content) {
  /** @type {Map<string, Opening[]>} */
  const answers = new Map(content.guides.map(({ id }) => [id, []]))
  for (const [key, line] of Object.entries(content.lines)) {
    const guide = key.slice(0, key.indexOf('#'))
    const inside = line.answers.filter(({ spoken, to }) => spoken && to.line?.startsWith(`${guide}#`))
    answers.get(guide)?.push(...inside.map(({ heard, to }) => ({ heard, line: to.line ?? '' })))
  }
  return content.guides.map(({ id, start, entries }) => ({ start, openings: [...entries, ...(answers.get(id) ?? [])] }))
}

/**
 * Gives the line to begin with.
 *
 * @param {Entrance} entrance
 * @param {Scorer} scorer
 * @param {Said} said
 */
export function lineFor({ start, openings }, scorer, said) {
  const asked = said.reduce((sum, { meanings }) => sum + rarityOf(scorer, meanings[0]?.word), 0)
  let [line, best] = [start, 0]
  for (const opening of openings) {
    const words = wordsOf(opening, scorer)
    const held = said.reduce((sum, { meanings }) => sum + heldOf(scorer, meanings, words), 0)
    const own = [...words].reduce((sum, word) => sum + rarityOf(scorer, word), 0)
    const near = held > 0 && held >= asked * LEAST_OF_SAID && held >= own * LEAST_OF_OPENING
    if (near && held / own > best) [line, best] = [opening.line, held / own]
  }
  return line
}

/**
 * Gives the words of an opening; found when a guide is first shown, since most guides never are.
 *
 * @param {Opening} opening
 * @param {Scorer} scorer
 * @returns {Set<number>}
 */
function wordsOf(opening, scorer) {
  opening.words ??= new Set(
    folded(opening.heard).flatMap((word) => meaningsOf(scorer.vocabulary, word, false)[0]?.word ?? []),
  )
  return opening.words
}

/**
 * @param {Scorer} scorer
 * @param {import('./vocabulary.js').Meaning[]} meanings
 * @param {Set<number>} words
 */
function heldOf(scorer, meanings, words) {
  const held = meanings.find(({ word }) => words.has(word))
  return held ? held.weight * rarityOf(scorer, held.word) : 0
}

/**
 * @param {Scorer} scorer
 * @param {number | undefined} word
 */
function rarityOf({ sentences }, word) {
  return rarity(sentences, word === undefined ? 1 : sentencesWith(sentences, word).length)
}

/**
 * @typedef {import('./guide_scores.js').Said} Said
 * @typedef {import('./guide_scores.js').Scorer} Scorer
 * @typedef {import('./index_file.js').IndexFile} IndexFile
 * @typedef {{heard: string, line: string, words?: Set<number>}} Opening
 * @typedef {{start: string, openings: Opening[]}} Entrance
 */
