// @ts-check

/**
 * Brackets on the page: what stays the same through a call is filled where it stands, and shows in every line at once.
 */

import { nameOf, partsOf } from './fill_ins.js'

const HINT = 'Fill in, for every line of this call'

/**
 * Puts a line into an element: text as text, brackets as prompts, those that stay the same as buttons to fill them.
 *
 * @param {Element} place
 * @param {string} line
 * @param {FillIns} fillIns
 */
export function putLine(place, line, fillIns) {
  place.replaceChildren(...partsOf(line).map((part) => (part.bracket ? bracket(part, fillIns, 'button') : part.text)))
  for (const button of place.querySelectorAll('button')) keepSignWith(button)
}

/**
 * Puts a line into an element that may hold no buttons: what is filled elsewhere shows here too.
 *
 * @param {Element} place
 * @param {string} line
 * @param {FillIns} fillIns
 */
export function putLineToRead(place, line, fillIns) {
  place.replaceChildren(...partsOf(line).map((part) => (part.bracket ? bracket(part, fillIns, 'span') : part.text)))
}

/**
 * Makes the prompts that are printed on a page fillable.
 *
 * @param {ParentNode} page
 * @param {FillIns} fillIns
 */
export function makeFillable(page, fillIns) {
  for (const prompt of page.querySelectorAll('[data-line] span.fill')) {
    const text = prompt.textContent ?? ''
    const name = nameOf(text)
    if (!name) continue
    const button = bracket({ text, name }, fillIns, 'button')
    prompt.replaceWith(button)
    keepSignWith(button)
  }
}

/**
 * Shows in every bracket of a page what fills it now.
 *
 * @param {ParentNode} page
 * @param {FillIns} fillIns
 */
export function showFilled(page, fillIns) {
  for (const button of page.querySelectorAll('[data-fill]')) {
    if (button instanceof HTMLElement) showValue(button, fillIns)
  }
}

/**
 * Lets brackets be filled: a press on one opens a field in its place.
 *
 * @param {Document} page
 * @param {FillIns} fillIns
 */
export function offerFilling(page, fillIns) {
  page.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[data-fill]') : null
    if (button instanceof HTMLElement) openField(button, fillIns)
  })
}

/**
 * @param {{text: string, name: string}} part
 * @param {FillIns} fillIns
 * @param {'button' | 'span'} kind What a bracket becomes that stays the same.
 */
function bracket({ text, name }, fillIns, kind) {
  const element = document.createElement(name ? kind : 'span')
  element.className = 'fill'
  element.textContent = text
  if (!name) return element
  if (element instanceof HTMLButtonElement) Object.assign(element, { type: 'button', title: HINT })
  Object.assign(element.dataset, { fill: name, prompt: text })
  showValue(element, fillIns)
  return element
}

/**
 * Keeps what follows a bracket without a space on its row: browsers would begin the next one with a full stop.
 *
 * @param {HTMLElement} button
 */
function keepSignWith(button) {
  const next = button.nextSibling
  const [sign = ''] = next instanceof Text ? (/^[^\s[]+/.exec(next.data) ?? []) : []
  if (!(next instanceof Text) || !sign) return
  const both = document.createElement('span')
  both.className = 'fill-and-sign'
  button.replaceWith(both)
  next.deleteData(0, sign.length)
  both.append(button, sign)
}

/**
 * @param {HTMLElement} button
 * @param {FillIns} fillIns
 */
function showValue(button, fillIns) {
  const value = fillIns.value(button.dataset.fill ?? '')
  button.textContent = value || (button.dataset.prompt ?? '')
  button.toggleAttribute('data-filled', value !== '')
}

/**
 * @param {HTMLElement} button
 * @param {FillIns} fillIns
 */
function openField(button, fillIns) {
  const name = button.dataset.fill ?? ''
  const field = document.createElement('input')
  Object.assign(field, { type: 'text', className: 'fill-field', value: fillIns.value(name), maxLength: 120 })
  Object.assign(field, { autocomplete: 'off', spellcheck: false, size: Math.max(10, name.length + 2) })
  field.setAttribute('aria-label', `${name}, for every line of this call`)
  button.hidden = true
  button.after(field)
  field.focus()
  field.select()
  closeWhenDone(field, button, (value) => fillIns.fill(name, value))
}

/**
 * @param {HTMLInputElement} field
 * @param {HTMLElement} button
 * @param {(value: string) => void} fill
 */
function closeWhenDone(field, button, fill) {
  let open = true
  const close = (/** @type {boolean} */ filled) => {
    if (!open) return
    open = false
    const hadFocus = document.activeElement === field
    field.remove()
    button.hidden = false
    if (filled) fill(field.value)
    if (hadFocus) button.focus()
  }
  field.addEventListener('blur', () => close(true))
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    event.stopPropagation() // the keys of the desk are not meant here
    if (event.key === 'Enter') event.preventDefault()
    if (event.key === 'Enter' || event.key === 'Escape') close(event.key === 'Enter')
  })
}

/** @typedef {import('./fill_ins.js').FillIns} FillIns */
