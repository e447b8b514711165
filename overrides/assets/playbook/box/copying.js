// @ts-check

/**
 * A line in the hand: every button `data-copy` copies the line it names, as it would be said and nothing else. It names a
 * `data-line`, the nearest one of that name, and need not stand in it: where lines can be chosen, no button can. No id,
 * for every id of a page is an address that has to last.
 */

const TOLD_FOR = 2000 // milliseconds

/**
 * Makes the copy buttons of a page work, those that are added later included.
 *
 * @param {Document} page
 * @param {(told: string) => void} tell Says the outcome to those who do not see it.
 */
export function offerCopies(page, tell) {
  page.addEventListener('click', async (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null
    if (button instanceof HTMLElement) showCopied(button, await copied(lineOf(button)), tell)
  })
}

/**
 * Gives the words of the line that a button names, without quotes, links and buttons.
 *
 * @param {HTMLElement} button
 */
export function lineOf(button) {
  const named = `[data-line="${CSS.escape(button.dataset.copy ?? '')}"]`
  const say = nearest(button, named)?.querySelector('.say')
  return say ? wordsOf(say) : ''
}

/**
 * Gives what is found in the smallest part of the page around an element.
 *
 * @param {Element} element
 * @param {string} selector
 */
function nearest(element, selector) {
  for (let around = /** @type {Element | null} */ (element); around; around = around.parentElement) {
    const found = around.matches(selector) ? around : around.querySelector(selector)
    if (found) return found
  }
  return null
}

/**
 * Gives the words of a line as they would be said; paragraphs of a message stay apart.
 *
 * @param {Element} say
 */
export function wordsOf(say) {
  const copy = /** @type {Element} */ (say.cloneNode(true))
  for (const extra of copy.querySelectorAll('.permalink, [data-copy]')) extra.remove()
  const parts = copy.querySelectorAll('p').length ? [...copy.querySelectorAll('p')] : [copy]
  const texts = parts.map((part) => (part.textContent ?? '').replace(/\s+/g, ' ').trim())
  return texts.join('\n\n').replace(/^“(.*)”$/s, '$1')
}

/**
 * Copies a text; on plain HTTP pages have no clipboard of their own, so that a field is selected and copied instead.
 *
 * @param {string} text
 * @returns {Promise<boolean>} Whether it worked.
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copiedFromField(text)
  }
}

/** @param {string} text */
function copiedFromField(text) {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'out-of-sight'
  const place = before?.closest('dialog') ?? document.body // outside an open dialog nothing can be selected
  place.append(field)
  field.select()
  const worked = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  return worked
}

/**
 * Takes back what buttons tell: other lines stand at them now.
 *
 * @param {Element} place
 */
export function forgetTold(place) {
  for (const button of place.querySelectorAll('[data-told]')) button.removeAttribute('data-told')
}

/**
 * Says at a button for a moment how it went.
 *
 * @param {HTMLElement} button
 * @param {boolean} worked
 * @param {(told: string) => void} tell
 */
export function showCopied(button, worked, tell) {
  const told = (worked ? button.dataset.done : button.dataset.failed) ?? ''
  button.dataset.told = told
  tell(told)
  setTimeout(() => delete button.dataset.told, TOLD_FOR)
}
