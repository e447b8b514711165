// @ts-check
// Measures inside the page how long the ask box takes from the last key to the painted answer.
// Runs in every page before its own scripts; tools/ask.py calls it.

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
        // The first frame draws the answer, the second one begins when it has been drawn.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(this.shown(results))))
      })
      observer.observe(results, { attributes: true, attributeFilter: ['data-answered'] })
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
