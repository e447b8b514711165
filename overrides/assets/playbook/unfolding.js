// @ts-check

/**
 * Folded parts of a page: an address that leads into one unfolds it, and paper shows the whole conversation.
 *
 * Browsers unfold what an address names; some of the last two years do not, and none when the address was there before.
 */

/** @param {Document} page */
export function unfoldWhatIsNamed(page) {
  const show = () => unfoldAround(page.getElementById(decodeURIComponent(location.hash.slice(1))))
  addEventListener('hashchange', show)
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    if (link && link.getAttribute('href') === location.hash) show()
  })
  show()
}

/** @param {Document} page */
export function unfoldForPaper(page) {
  /** @type {HTMLDetailsElement[]} */
  let opened = []
  addEventListener('beforeprint', () => {
    opened = [...page.querySelectorAll('details[data-print]')].filter(isFolded)
    for (const part of opened) part.open = true
  })
  addEventListener('afterprint', () => {
    for (const part of opened) part.open = false
  })
}

/** @param {Element | null} element */
function unfoldAround(element) {
  if (!element) return
  const folded = foldsAround(element).filter(isFolded)
  for (const part of folded) part.open = true
  if (folded.length) element.scrollIntoView()
}

/**
 * Gives the parts that hide an element as long as they are folded.
 *
 * @param {Element} element
 * @returns {Element[]}
 */
function foldsAround(element) {
  const around = element.closest('details')
  return around ? [around, ...foldsAround(/** @type {Element} */ (around.parentElement))] : []
}

/**
 * @param {Element} part
 * @returns {part is HTMLDetailsElement}
 */
function isFolded(part) {
  return part instanceof HTMLDetailsElement && !part.open
}
