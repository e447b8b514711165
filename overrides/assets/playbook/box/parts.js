// @ts-check

/**
 * The pieces of `<template id="ask-parts">`: cloned by name, their slots filled with text and elements, never HTML.
 */

export class Parts {
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
    const part = this.template.content.querySelector(`[data-part="${name}"]`)
    if (!(part instanceof HTMLElement)) throw new Error(`ask box: its template has no part "${name}"`)
    const copy = /** @type {HTMLElement} */ (part.cloneNode(true))
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
    const text = this.copy(name).textContent ?? ''
    return text.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? '').trim()
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
