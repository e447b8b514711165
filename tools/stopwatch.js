// @ts-check
// Measures inside the page how long the ask box takes from the last key to the painted answer.
// Runs in every page before its own scripts; tools/ask.py and bench/desk_keys.py call it.
//
// When something is painted, no script is told. A message that is posted in an animation frame is handled right after
// that frame has been painted, which is the nearest there is: waiting for the frame after it adds up to 17 ms in which
// nothing is done, and Event Timing rounds to 8 ms and knows the frame after a key, not the one with its answer.

/** @typedef {{guides: string[], moments: string[], state: string, line: string, ms: number}} Answer */

const stopwatch = {
  /** When the last key went down, by the clock of the browser: a busy page cannot hide its delay. */
  pressed: 0,

  /** @type {Promise<Answer> | undefined} */
  answer: undefined,

  /**
   * Begins to wait for the answer to a query that is about to be typed.
   * @param {string} query
   */
  expect(query) {
    const results = document.querySelector('#ask-results')
    if (!results) throw new Error('the page has no #ask-results')
    this.answer = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (results.getAttribute('data-answered') !== query) return
        observer.disconnect()
        this.whenPainted(() => resolve(this.shown(results)))
      })
      observer.observe(results, { attributes: true, attributeFilter: ['data-answered'] })
    })
  },

  /**
   * Does something once what the page holds now is painted.
   * @param {() => void} then
   */
  whenPainted(then) {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = then
      port2.postMessage(null)
    })
  },

  /**
   * Gives what the box shows now.
   * @param {Element} results
   * @returns {Answer}
   */
  shown(results) {
    const ms = performance.now() - this.pressed
    const line = results.querySelector('[data-guide]')?.querySelector('[data-say]')?.textContent
    return {
      guides: valuesOf(results, 'data-guide'),
      moments: valuesOf(results, 'data-moment'),
      state: results.getAttribute('data-state') ?? '',
      line: line?.replace(/\s+/g, ' ').trim() ?? '',
      ms,
    }
  },
}

/**
 * Gives the values of an attribute in page order, each once.
 * @param {Element} results
 * @param {string} name
 */
function valuesOf(results, name) {
  const values = [...results.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? '')
  return [...new Set(values)]
}

// A letter that no key of the keyboard gives (é, ’) arrives as input without a key.
for (const kind of ['keydown', 'beforeinput']) {
  addEventListener(kind, (event) => (stopwatch.pressed = event.timeStamp), { capture: true })
}

Object.assign(globalThis, { stopwatch })
