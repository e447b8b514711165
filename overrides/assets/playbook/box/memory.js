// @ts-check

/**
 * Where a call is remembered: every turn is an entry of the history with the address of its page, so that Back and
 * Forward walk along it; what must live beyond the page stays in the tab. Words of a customer never enter an address.
 *
 * @typedef {import('./call.js').Call} Call
 * @typedef {'box' | 'replies' | 'elsewhere'} Place Where the focus is.
 * @typedef {{nextLine: true, number: number, call: Call, place: Place, pushed: boolean, entry: unknown}} State
 * @typedef {{call: unknown, place: Place, here: boolean}} Remembered A call not yet checked; `here`: by this very entry.
 */

import { Pause } from './pause.js'
import { keep, kept } from './storage.js'

const REST = 250 // milliseconds without a change after which it is written down; browsers refuse to write at every key

export class Memory {
  /** Counts the calls of this tab: what an ended one left in the history is not shown again. */
  #number = 0
  /** @type {State | null} */
  #unwritten = null
  /** @type {Map<unknown, State>} What Back or Forward left unwritten, by its entry in the history. */
  #late = new Map()
  #rest = new Pause(REST)
  #goingBack = false

  /** @param {(remembered: Remembered) => void} restore Told when Back or Forward led to another turn. */
  constructor(restore) {
    this.#number = Number(kept('sessionStorage', 'number')) || 0
    addEventListener('popstate', ({ state }) => {
      this.#goingBack = false
      if (this.#unwritten) this.#late.set(this.#unwritten.entry, this.#unwritten)
      this.#forgetUnwritten()
      if (isOurs(state)) restore(this.#read(this.#late.get(state.entry) ?? state))
    })
    addEventListener('pagehide', () => this.write())
  }

  /**
   * Gives what this page begins with: the turn of its entry in the history, else the call of the tab.
   *
   * @returns {Remembered}
   */
  beginning() {
    if (isOurs(history.state)) return this.#read(history.state)
    return { call: kept('sessionStorage', 'call'), place: 'elsewhere', here: false }
  }

  /** Whether one step back in the history is one turn back. */
  get leadsBack() {
    return isOurs(history.state) && history.state.pushed === true && history.state.number === this.#number
  }

  /** Goes one step back; not while a step is under way, since the next one may leave the page. */
  back() {
    if (!this.#goingBack) history.back()
    this.#goingBack = true
  }

  /**
   * Remembers the call at this entry of the history, soon.
   *
   * @param {Call} call
   * @param {Place} place
   */
  keep(call, place) {
    const { entry = newEntry(), pushed = false } = isOurs(history.state) ? history.state : {}
    this.#unwritten = this.#state(call, place, pushed === true, entry)
    this.#rest.before(() => this.write())
  }

  /**
   * Remembers a turn as a new entry of the history.
   *
   * @param {Call} call
   */
  push(call) {
    this.write()
    safely(() => history.pushState(this.#state(call, 'replies', true, newEntry()), ''))
    keep('sessionStorage', 'call', call)
  }

  /** Writes down what has not been yet. */
  write() {
    if (this.#unwritten) this.#write(this.#unwritten)
    this.#forgetUnwritten()
  }

  /** Ends the call; what the history holds of it is not shown again. */
  end() {
    this.#forgetUnwritten()
    this.#number += 1
    keep('sessionStorage', 'number', this.#number)
    keep('sessionStorage', 'call', null)
    safely(() => history.replaceState(null, ''))
  }

  #forgetUnwritten() {
    this.#rest.forget()
    this.#unwritten = null
  }

  /** @param {State} state */
  #write(state) {
    safely(() => history.replaceState(state, ''))
    this.#late.delete(state.entry)
    keep('sessionStorage', 'call', state.call)
  }

  /**
   * @param {Call} call
   * @param {Place} place
   * @param {boolean} pushed Whether the entry before is the turn before.
   * @param {unknown} entry
   * @returns {State}
   */
  #state(call, place, pushed, entry) {
    return { nextLine: true, number: this.#number, call, place, pushed, entry }
  }

  /**
   * @param {Record<string, unknown>} state
   * @returns {Remembered}
   */
  #read(state) {
    const { number, call, place } = state
    const known = place === 'box' || place === 'replies' ? place : 'elsewhere'
    return { call: number === this.#number ? call : null, place: known, here: number === this.#number }
  }
}

/** Gives a name that no other entry of this tab has. */
function newEntry() {
  return performance.timeOrigin + performance.now()
}

/**
 * @param {unknown} state
 * @returns {state is Record<string, unknown>}
 */
function isOurs(state) {
  return typeof state === 'object' && state !== null && 'nextLine' in state
}

/**
 * Browsers limit how often and how much is written into the history; what is refused is only not remembered.
 *
 * @param {() => void} write
 */
function safely(write) {
  try {
    write()
  } catch {
    // the page goes on with what it knows
  }
}
