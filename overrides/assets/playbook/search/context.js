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
 * @returns {Float64Array}
 */
export function favours({ places, guides, lines, figures }, { guide, line, replies }) {
  const led = new Map(repliesOf(lines, line, replies).map((to, reply) => [to, reply]))
  return Float64Array.from(places, (place) => {
    if (led.has(place.id)) return figures.contextReply
    return guides[place.guide] === guide ? figures.contextGuide : 0
  })
}

/**
 * Gives where each reply leads, as `guide#line`; nothing where it ends the conversation.
 *
 * @param {Index['lines']} lines
 * @param {string} line
 * @param {string[]} replies
 */
export function repliesOf(lines, line, replies) {
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
 * @typedef {import('./matcher.js').Index} Index
 * @typedef {import('./said.js').Said} Said
 */
