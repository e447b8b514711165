// @ts-check

/**
 * Tells those who do not see the page what it shows: one sentence for each answer that has settled, not one a key.
 */

import { say } from './parts.js'
import { Pause } from './pause.js'

const SETTLED = 700 // milliseconds without another key

export class Announcer {
  #settling = new Pause(SETTLED)
  #answer = ''

  /** @param {HTMLElement} live */
  constructor(live) {
    this.live = live
  }

  /**
   * Tells something at once.
   *
   * @param {string} text
   */
  tell(text) {
    this.#settling.forget()
    this.live.textContent = text
  }

  /**
   * Tells something once nothing newer comes; put into words only then.
   *
   * @param {() => string} words
   */
  tellWhenSettled(words) {
    this.#settling.before(() => {
      this.#answer = words()
      this.tell(this.#answer)
    })
  }

  /** Tells no answer after all; what else was told stays. */
  hush() {
    this.#settling.forget()
    if (this.live.textContent === this.#answer) say(this.live, '')
  }
}
