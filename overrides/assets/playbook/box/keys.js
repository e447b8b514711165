// @ts-check

/**
 * Which key does what, by where the focus is. While it is in a field every character is text.
 *
 * @typedef {object} Action
 * @property {'box' | 'blank' | 'panel' | 'open' | 'leave' | 'clear' | 'choose' | 'pick' | 'move' | 'end' | 'answer'
 *   | 'back' | 'type' | 'nothing'} act
 * @property {number} [by] How far it moves, to which end, or which answer it is.
 *
 * @typedef {'box' | 'conversation' | 'field' | 'nowhere' | 'elsewhere'} Spot Where the focus is; `nowhere` on the desk's page.
 * @typedef {Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'repeat'>} Pressed
 */

/** @type {Record<string, Action>} */
const IN_BOX = {
  ArrowDown: { act: 'choose', by: 1 },
  ArrowUp: { act: 'choose', by: -1 },
  Escape: { act: 'clear' },
}

/** @type {Record<string, Action>} */
const IN_CONVERSATION = {
  ArrowDown: { act: 'move', by: 1 },
  ArrowUp: { act: 'move', by: -1 },
  ArrowRight: { act: 'move', by: 1 },
  ArrowLeft: { act: 'move', by: -1 },
  Home: { act: 'end', by: -1 },
  End: { act: 'end', by: 1 },
  Escape: { act: 'leave' },
  Backspace: { act: 'back' },
  0: { act: 'back' },
}

/** @type {Record<string, Action>} */
const SINGLE = { '/': { act: 'box' }, '?': { act: 'panel' } }

const LETTER = /^\p{L}$/u

/** What a keyboard that shows no characters says instead of one: a dead key, an input method, a telephone. */
const WITHOUT_A_NAME = ['Dead', 'Process', 'Unidentified']

/**
 * Gives what a key does.
 *
 * @param {Spot} spot
 * @param {Pressed} pressed
 * @param {{singleKeys: boolean, drawn: number, control: boolean}} page Whether single keys are on, how many answers are
 *   numbered, and whether the focus is on a button or link, whose own keys these are.
 * @returns {Action | null} Nothing where the key is the browser's.
 */
export function actionOf(spot, pressed, { singleKeys, drawn, control }) {
  const { key, ctrlKey, metaKey, altKey, isComposing, repeat } = pressed
  if (isComposing) return null
  if (key === 'F2' && !ctrlKey && !metaKey && !altKey) return repeat ? { act: 'nothing' } : { act: 'blank' }
  if (spot === 'field') return null
  if (key === 'Enter' && (ctrlKey || metaKey) && !altKey) return { act: 'open' }
  if (ctrlKey || metaKey || altKey) return null
  if (spot === 'box') return IN_BOX[key] ?? null
  if (singleKeys && Object.hasOwn(SINGLE, key)) return SINGLE[key]
  if (spot === 'elsewhere') return null
  if (spot === 'nowhere') return singleKeys && LETTER.test(key) ? { act: 'type' } : null
  if (key === 'Enter' || key === ' ') return control ? null : repeat ? { act: 'nothing' } : { act: 'pick' }
  return inConversation(key, repeat, drawn)
}

/**
 * @param {string} key
 * @param {boolean} repeat A key held down must not run through turns unseen.
 * @param {number} drawn
 * @returns {Action | null}
 */
function inConversation(key, repeat, drawn) {
  const number = /^[1-9]$/.test(key) ? Number(key) : 0
  if (number && number <= drawn) return repeat ? { act: 'nothing' } : { act: 'answer', by: number }
  if (drawn === 0 && (key === 'Home' || key === 'End')) return null
  if (Object.hasOwn(IN_CONVERSATION, key)) return IN_CONVERSATION[key]
  return isText(key) ? { act: 'type' } : null
}

/** @param {string} key */
function isText(key) {
  return [...key].length === 1 || WITHOUT_A_NAME.includes(key)
}
