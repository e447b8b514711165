// @ts-check

/** A list that is shortened to what has the words in its field; without JavaScript the list is whole. */

/** @param {Document} page */
export function filterLists(page) {
  const list = page.querySelector('[data-filtered]')
  const field = list?.querySelector('input[type=search]')
  if (!list || !(field instanceof HTMLInputElement)) return
  list.querySelector('.filter')?.removeAttribute('hidden')
  field.addEventListener('input', () => show(list, field.value))
}

/**
 * @param {Element} list
 * @param {string} wanted
 */
function show(list, wanted) {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  const entries = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[data-filter]')])
  for (const entry of entries) entry.hidden = !words.every((word) => entry.textContent?.toLowerCase().includes(word))
  const shown = entries.filter((entry) => !entry.hidden).length
  const count = list.querySelector('.filter-count')
  if (count) count.textContent = words.length ? `${shown} of ${entries.length}` : ''
}
