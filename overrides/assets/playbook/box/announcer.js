// @ts-check

/**
 * Tells those who do not see the page what it shows: one sentence for each answer that has settled, not one a key.
 */

const SETTLED = 700 // milliseconds without another key

export class Announcer {
  #timer = 0

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
    clearTimeout(this.#timer)
    this.live.textContent = text
  }

  /**
   * Tells something once nothing newer comes.
   *
   * @param {string} text
   */
  tellWhenSettled(text) {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.tell(text), SETTLED)
  }

  /** Tells nothing after all. */
  hush() {
    this.tell('')
  }
}
