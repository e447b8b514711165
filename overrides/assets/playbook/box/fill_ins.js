// @ts-check

/**
 * What fills the [brackets] of lines. What stays the same through a call is filled once, for every line of this tab and
 * its small window, and forgotten with the call; every other bracket is a prompt to think of something.
 */

import { keep, kept } from './storage.js'

/** What stays the same through a call; a bracket may begin with a capital where it begins a sentence. */
const STAYS = new Set([
  'name',
  'your name',
  'your number',
  'your name and firm',
  'your name and number',
  'firm',
  'your firm',
  'project',
  'client',
  'manager',
  'product',
  'problem',
  'field',
  'kind of firm',
  'their work',
])
const LONGEST = 120

/**
 * Gives a line in parts: text as it stands, and brackets, of which those that stay the same have a name.
 *
 * @param {string} line
 * @returns {{text: string, bracket: boolean, name: string}[]}
 */
export function partsOf(line) {
  const parts = line.split(/(\[[^[\]]*\])/).filter(Boolean)
  return parts.map((text) => {
    const bracket = text.startsWith('[') && text.endsWith(']')
    return { text, bracket, name: bracket ? nameOf(text) : '' }
  })
}

/**
 * Gives the name of a bracket that stays the same through a call; of any other nothing.
 *
 * @param {string} bracket
 */
export function nameOf(bracket) {
  const name = bracket.slice(1, -1).trim().toLowerCase()
  return STAYS.has(name) ? name : ''
}

export class FillIns {
  /** @type {Record<string, string>} */
  #values = {}
  /** @type {BroadcastChannel | undefined} */
  #windows

  /** @param {() => void} changed Told of every change, also in the small window of this tab. */
  constructor(changed) {
    this.changed = changed
    this.#values = readValues(kept('sessionStorage', 'fill-ins'))
    const tab = tabName()
    if (!tab) return
    this.#windows = new BroadcastChannel(`next-line.${tab}`)
    this.#windows.onmessage = ({ data }) => this.#take(readValues(data))
  }

  /**
   * Gives what fills a bracket of this name, or nothing.
   *
   * @param {string} name
   */
  value(name) {
    return Object.hasOwn(this.#values, name) ? this.#values[name] : ''
  }

  /**
   * Gives a line with what is known filled in.
   *
   * @param {string} line
   */
  filled(line) {
    return partsOf(line)
      .map(({ text, name }) => this.value(name) || text)
      .join('')
  }

  /**
   * @param {string} name
   * @param {string} value Nothing empties it again.
   */
  fill(name, value) {
    const { [name]: _, ...others } = this.#values
    const text = value.replace(/\s+/g, ' ').trim().slice(0, LONGEST)
    this.#tellAll(text ? { ...others, [name]: text } : others)
  }

  /** Forgets all. */
  clear() {
    this.#tellAll({})
  }

  /** @param {Record<string, string>} values */
  #tellAll(values) {
    this.#windows?.postMessage(values)
    this.#take(values)
  }

  /** @param {Record<string, string>} values */
  #take(values) {
    this.#values = values
    keep('sessionStorage', 'fill-ins', values)
    this.changed()
  }
}

/**
 * Gives the name that this tab shares with the windows it opened: they begin with a copy of what the tab keeps.
 */
function tabName() {
  const known = kept('sessionStorage', 'tab')
  if (typeof known === 'string') return known
  const made = [...crypto.getRandomValues(new Uint32Array(4))].join('-')
  return keep('sessionStorage', 'tab', made) ? made : ''
}

/**
 * @param {unknown} value
 * @returns {Record<string, string>}
 */
function readValues(value) {
  if (typeof value !== 'object' || value === null) return {}
  const pairs = Object.entries(value).filter(([name, text]) => STAYS.has(name) && typeof text === 'string' && text)
  return Object.fromEntries(pairs.map(([name, text]) => [name, text.slice(0, LONGEST)]))
}
