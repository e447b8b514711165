// @ts-check

/**
 * A conversation in progress: which of the replies on screen was heard, and what it favours elsewhere.
 */

import { rarity, sentencesWith } from './sentences.js'
import { meaningsOf } from './vocabulary.js'
import { folded } from './words.js'

/**
 * Gives the reply that was said nearly as it stands, and how near it is; none where no reply is near enough.
 *
 * @param {Shared} shared
 * @param {Said} said
 * @param {string[]} replies
 * @returns {number | undefined}
 */
export function replyHeard(shared, said, replies) {
  const asked = said.words.flatMap(({ meanings }) => meanings[0]?.word ?? [])
  const near = replies.map((reply) => alike(shared, new Set(asked), wordsOf(shared, reply)))
  const best = near.indexOf(Math.max(...near))
  return near[best] >= shared.figures.replyNear ? best : undefined
}

/**
 * Gives by how much the score of each moment grows: of those that the replies lead to much, of their guide a little.
 *
 * @param {Index} index
 * @param {Context} context
 * @param {string[]} led Where each of its replies leads.
 * @returns {Float64Array}
 */
export function favours({ places, guides, figures }, { guide }, led) {
  const favour = new Float64Array(places.length)
  const own = guides.indexOf(guide)
  for (const [at, place] of places.entries()) {
    if (led.includes(place.id)) favour[at] = figures.contextReply
    else if (place.guide === own) favour[at] = figures.contextGuide
  }
  return favour
}

/**
 * Gives where each reply leads, as `guide#line`; nothing where it ends the conversation.
 *
 * @param {Index['lines']} lines
 * @param {Context} context
 */
export function ledTo(lines, { line, replies }) {
  const answers = new Map(lines[line]?.answers.map(({ heard, to }) => [heard, to.line ?? '']))
  return replies.map((reply) => answers.get(reply) ?? '')
}

/**
 * Gives how much two sentences share, by the rarity of their words, from 0 to 1.
 *
 * @param {Shared} shared
 * @param {Set<number>} one
 * @param {Set<number>} other
 */
function alike({ sentences }, one, other) {
  /** @param {Set<number>} words */
  const length = (words) =>
    [...words].reduce((sum, word) => sum + rarity(sentences, sentencesWith(sentences, word).length) ** 2, 0)
  const both = length(new Set([...one].filter((word) => other.has(word))))
  return both / (Math.sqrt(length(one) * length(other)) || 1)
}

/**
 * @param {Shared} shared
 * @param {string} text
 */
function wordsOf({ vocabulary }, text) {
  return new Set(folded(text).flatMap((word) => meaningsOf(vocabulary, word, false)[0]?.word ?? []))
}

/**
 * @typedef {import('./index_file.js').Context} Context
 * @typedef {import('./level.js').Shared} Shared
 * @typedef {import('./index.js').Index} Index
 * @typedef {import('./said.js').Said} Said
 */
