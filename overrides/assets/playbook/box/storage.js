// @ts-check

/**
 * What this browser keeps: values by name. Where storage is blocked, full or damaged nothing breaks: it is as if
 * nothing had been kept.
 */

/** Every name of ours begins so, that other sites of the same host keep theirs. */
const OURS = 'next-line.'

/** @typedef {'sessionStorage' | 'localStorage'} Place The tab alone, or the browser until somebody clears it. */

/**
 * Gives what was kept; nothing where it is missing or damaged.
 *
 * @param {Place} place
 * @param {string} name
 * @returns {unknown}
 */
export function kept(place, name) {
  try {
    return JSON.parse(window[place].getItem(OURS + name) ?? 'null')
  } catch {
    return null
  }
}

/**
 * Keeps a value and tells whether there was room for it.
 *
 * @param {Place} place
 * @param {string} name
 * @param {unknown} value
 * @returns {boolean}
 */
export function keep(place, name, value) {
  try {
    window[place].setItem(OURS + name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Tells the other tabs and the small window that everything is to be forgotten. */
export function tellCleared() {
  keep('localStorage', 'cleared', Date.now())
}

/**
 * Does this when another tab has told so.
 *
 * @param {() => void} act
 */
export function whenCleared(act) {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === `${OURS}cleared` && newValue) act()
  })
}

/** Forgets everything of ours. */
export function forgetEverything() {
  for (const place of /** @type {Place[]} */ (['sessionStorage', 'localStorage'])) {
    try {
      const names = Object.keys(window[place]).filter((name) => name.startsWith(OURS))
      for (const name of names) window[place].removeItem(name)
    } catch {
      // blocked: nothing was kept
    }
  }
}
