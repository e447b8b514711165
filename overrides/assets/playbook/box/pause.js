// @ts-check

/**
 * Does something once nothing newer has come for a while. The clock is set once a pause, not at every key: that costs
 * more than what most keys do.
 */

export class Pause {
  #timer = 0
  #last = 0
  /** @type {(() => void) | null} */
  #act = null

  /** @param {number} length In milliseconds. */
  constructor(length) {
    this.length = length
  }

  /**
   * Does this after the pause, in place of what was to be done.
   *
   * @param {() => void} act
   */
  before(act) {
    this.#act = act
    this.#last = performance.now()
    if (!this.#timer) this.#wait(this.length)
  }

  /** Does nothing after all. */
  forget() {
    this.#act = null
  }

  /** @param {number} time */
  #wait(time) {
    this.#timer = window.setTimeout(() => this.#over(), time)
  }

  #over() {
    this.#timer = 0
    const rest = this.#last + this.length - performance.now()
    if (!this.#act) return
    if (rest > 0) return this.#wait(rest)
    const act = this.#act
    this.#act = null
    act()
  }
}
