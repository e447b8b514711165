// @ts-check

/**
 * The pieces of `<template id="ask-parts">`: cloned by name, their slots filled with text and elements, never HTML.
 */

export class Parts {
  /** @type {Map<string, HTMLElement>} Those that were asked for so far. */
  #known = new Map()

  /** @param {HTMLTemplateElement} template */
  constructor(template) {
    this.template = template
  }

  /**
   * Gives a copy of a part.
   *
   * @param {string} name
   * @returns {HTMLElement}
   */
  copy(name) {
    const copy = /** @type {HTMLElement} */ (this.#part(name).cloneNode(true))
    copy.removeAttribute('data-part')
    return copy
  }

  /**
   * Gives a copy of a part that says this.
   *
   * @param {string} name
   * @param {string} text
   */
  saying(name, text) {
    const copy = this.copy(name)
    slot(copy, 'text').textContent = text
    return copy
  }

  /**
   * Gives the text of a part with its {names} replaced.
   *
   * @param {string} name
   * @param {Record<string, string>} values
   */
  text(name, values) {
    const text = this.#part(name).textContent ?? ''
    return text.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? '').trim()
  }

  /** @param {string} name */
  #part(name) {
    const part = this.#known.get(name) ?? this.template.content.querySelector(`[data-part="${name}"]`)
    if (!(part instanceof HTMLElement)) throw new Error(`ask box: its template has no part "${name}"`)
    this.#known.set(name, part)
    return part
  }
}

/**
 * Sets an attribute that is not so already: what is set again has the browser look for what depends on it.
 *
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
export function put(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

/**
 * Says text in a place that does not say it already: the browser would lay it out once more.
 *
 * @param {Element} place
 * @param {string} text
 */
export function say(place, text) {
  if (place.textContent !== text) place.textContent = text
}

/**
 * Hides or shows a place that is not so already.
 *
 * @param {HTMLElement} place
 * @param {boolean} hidden
 */
export function hide(place, hidden) {
  if (place.hidden !== hidden) place.hidden = hidden
}

/**
 * Gives a place these children; those that stand there already, in this order, are left alone.
 *
 * @param {HTMLElement} place
 * @param {HTMLElement[]} children
 */
export function putChildren(place, children) {
  for (const child of [...place.children]) if (!children.includes(/** @type {HTMLElement} */ (child))) child.remove()
  for (const [at, child] of children.entries()) {
    if (place.children[at] !== child) place.insertBefore(child, place.children[at] ?? null)
  }
}

/**
 * Gives what finds the places of a part that stays on the page, each looked for once.
 *
 * @param {HTMLElement} part
 * @returns {(name: string) => HTMLElement}
 */
export function slotsOf(part) {
  /** @type {Map<string, HTMLElement>} */
  const known = new Map()
  return (name) => {
    const place = known.get(name) ?? slot(part, name)
    known.set(name, place)
    return place
  }
}

/**
 * Gives the place of this name in a copied part.
 *
 * @param {HTMLElement} part
 * @param {string} name
 * @returns {HTMLElement}
 */
export function slot(part, name) {
  const place = part.dataset.slot === name ? part : part.querySelector(`[data-slot="${name}"]`)
  if (!(place instanceof HTMLElement)) throw new Error(`ask box: a part has no slot "${name}"`)
  return place
}
