// @ts-check

/**
 * Takes readers of an old address to the new one, fragment included. `location.replace` leaves no entry in the history,
 * so that the back button does not lead into a circle. Without JavaScript the page itself holds a link or a refresh.
 */

/**
 * Gives the address to which an old one has moved, or nothing.
 *
 * @param {Document} page
 * @param {string} hash fragment of the address, with its #
 * @returns {string}
 */
export function newAddress(page, hash) {
  const part = page.getElementById(named(hash))
  if (part instanceof HTMLAnchorElement && 'moved' in part.dataset) return part.href
  const whole = page.querySelector('link[data-moved]')
  if (!(whole instanceof HTMLLinkElement)) return ''
  return whole.href.includes('#') ? whole.href : whole.href + hash
}

/** @param {string} hash */
function named(hash) {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return hash.slice(1) // a broken escape names itself
  }
}

function follow() {
  const address = newAddress(document, location.hash)
  if (address) location.replace(address)
}

follow()
addEventListener('hashchange', follow)
