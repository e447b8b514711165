// @ts-check

/**
 * What is told where no moment is shown: that nothing is found, that the lines are still to come; or a remark below an
 * answer.
 */

import { linkTo, nearestFirst } from './nearest_guides.js'
import { hide, say, slot } from './parts.js'

export class Told {
  /** What is told now; a key more mostly finds the same. */
  #now = ''

  /**
   * @param {HTMLElement} place
   * @param {Parts} parts
   * @param {string} root The relative path to the root of the site.
   */
  constructor(place, parts, root) {
    this.place = place
    this.parts = parts
    this.root = root
  }

  /** Tells nothing. */
  clear() {
    if (this.#now) this.place.replaceChildren()
    this.#now = ''
  }

  /**
   * Tells what a part says, with the way to all moments.
   *
   * @param {string} name Of the part.
   * @param {string} [bridge] What else may be said meanwhile; where the part has a place for it.
   */
  tell(name, bridge) {
    this.#put(name, () => this.#part(name))
    if (bridge !== undefined) this.#showBridge(bridge)
  }

  /**
   * Tells that nothing answers: a safe question, and what was nearest.
   *
   * @param {IndexFile} content
   * @param {Found[]} nearest
   * @param {string} bridge What else may be said meanwhile.
   */
  nothing(content, nearest, bridge) {
    this.#put(JSON.stringify(nearest.map(({ guide }) => guide)), () => {
      const part = this.#part('nothing')
      const items = nearestFirst(content, nearest).map((guide) => linkTo(guide, this.parts, this.root))
      slot(part, 'moments').replaceChildren(...items)
      return part
    })
    this.#showBridge(bridge)
  }

  /**
   * Says something small below the answer.
   *
   * @param {string} name Of the part.
   */
  remark(name) {
    this.#put(name, () => this.parts.copy(name))
    return this.parts.text(name, {})
  }

  /** @param {string} words */
  #showBridge(words) {
    hide(slot(this.place, 'bridge'), !words)
    say(slot(this.place, 'bridge-say'), words)
  }

  /** @param {string} name */
  #part(name) {
    const part = this.parts.copy(name)
    for (const link of part.querySelectorAll('a')) link.href = `${this.root}#moments`
    return part
  }

  /**
   * @param {string} what
   * @param {() => HTMLElement} part
   */
  #put(what, part) {
    if (what !== this.#now) this.place.replaceChildren(part())
    this.#now = what
  }
}

/**
 * @typedef {import('../search/index_file.js').Found} Found
 * @typedef {import('../search/index_file.js').IndexFile} IndexFile
 * @typedef {import('./parts.js').Parts} Parts
 */
