// @ts-check

/**
 * What else was found, in the customers' words: the list that the ask box controls. What is shown large stays in it,
 * unseen, so that the box can name what is chosen.
 */

import { forgetTold } from './copying.js'
import { putLineToRead } from './filling.js'
import { hide, put, putChildren, say, slot } from './parts.js'

export class OfferList {
  /** What is shown now; a key more mostly finds the same. */
  #shown = ''
  /** For which rows there are buttons. */
  #copies = ''
  /** @type {WeakMap<Element, string>} What each option stands for. */
  #names = new WeakMap()

  /**
   * @param {HTMLElement} block
   * @param {HTMLElement} list
   * @param {Parts} parts
   * @param {FillIns} fillIns
   */
  constructor(block, list, parts, fillIns) {
    this.block = block
    this.list = list
    this.parts = parts
    this.fillIns = fillIns
  }

  /** Shows nothing. */
  clear() {
    if (this.block.hidden) return
    this.#shown = this.#copies = ''
    this.block.hidden = true
    this.list.replaceChildren()
    slot(this.block, 'copies').replaceChildren()
  }

  /**
   * @param {Found[]} moments
   * @param {OfferShown} offer
   */
  show(moments, offer) {
    const { chosen, large, apart } = offer
    const shown = JSON.stringify([moments, chosen, large, apart])
    if (shown !== this.#shown) this.#draw(moments, offer)
    this.#shown = shown
  }

  /**
   * @param {Found[]} moments
   * @param {OfferShown} shown
   */
  #draw(moments, { chosen, large, apart, lineOf, title }) {
    hide(this.block, false)
    this.block.classList.toggle('unseen', large && moments.length < 2)
    say(slot(this.block, 'label'), this.parts.text(large ? 'others-found' : 'others-guess', {}))
    hide(slot(this.block, 'apart'), !apart)
    say(slot(this.block, 'apart-ask'), apart)
    const options = moments.map((moment, index) => {
      const isLarge = large && index === chosen
      const option = this.#optionOf(moment, lineOf(moment), title, isLarge)
      place(option, index, index === chosen)
      return option
    })
    putChildren(this.list, options)
    forgetTold(this.block)
    this.#drawCopies(options)
  }

  /**
   * Lays a button over the end of each row that is seen; nothing where its moment has no line.
   *
   * @param {HTMLElement[]} options
   */
  #drawCopies(options) {
    const rows = options.filter((option) => !option.classList.contains('unseen'))
    const drawn = JSON.stringify(rows.map(({ id, dataset }) => [id, 'line' in dataset]))
    if (drawn === this.#copies) return
    slot(this.block, 'copies').replaceChildren(...rows.map((option) => this.#copyOf(option)))
    this.#copies = drawn
  }

  /** @param {HTMLElement} option */
  #copyOf(option) {
    const copy = this.parts.copy('copy')
    const button = /** @type {HTMLElement} */ (copy.firstElementChild)
    button.dataset.copy = option.id
    button.setAttribute('aria-describedby', slot(option, 'say').id)
    if (!option.dataset.line) button.remove()
    return copy
  }

  /**
   * Gives the option that stands for a moment already, else a new one.
   *
   * @param {Found} moment
   * @param {Line | undefined} line
   * @param {(guide: string) => string} title
   * @param {boolean} large
   */
  #optionOf(moment, line, title, large) {
    const name = JSON.stringify([moment.moment, moment.heard, large])
    const standing = [...this.list.children].find((child) => this.#names.get(child) === name)
    if (standing instanceof HTMLElement) return standing
    const option = this.#option(moment, line, title)
    if (large) asShownLarge(option)
    this.#names.set(option, name)
    return option
  }

  /**
   * @param {Found} moment
   * @param {Line | undefined} line
   * @param {(guide: string) => string} title
   */
  #option({ moment, guide, heard }, line, title) {
    const option = this.parts.copy('moment')
    Object.assign(option.dataset, { guide, moment })
    const words = slot(option, 'say')
    slot(option, 'heard').replaceChildren(heard ? this.parts.saying('quoted', heard) : this.parts.text('to-read', {}))
    slot(option, 'condition').textContent = line?.condition ?? ''
    if (line) putLineToRead(words, line.say, this.fillIns)
    else words.textContent = this.parts.text('guide', { title: title(guide) })
    words.toggleAttribute('data-say', Boolean(line))
    option.toggleAttribute('data-line', Boolean(line))
    return option
  }
}

/**
 * Tells an option its place in the list.
 *
 * @param {HTMLElement} option
 * @param {number} index
 * @param {boolean} chosen
 */
function place(option, index, chosen) {
  const id = `ask-option-${index + 1}`
  put(option, 'id', id)
  put(option, 'data-choice', String(index))
  put(option, 'aria-selected', String(chosen))
  if (option.hasAttribute('data-line')) put(option, 'data-line', id)
  const words = option.querySelector('[data-slot="say"]')
  if (words) put(words, 'id', `${id}-say`)
}

/**
 * The moment stands above, large; here only its words are left, for the box to point at.
 *
 * @param {HTMLElement} option
 */
function asShownLarge(option) {
  option.classList.add('unseen')
  for (const name of ['guide', 'moment', 'line']) delete option.dataset[name]
  for (const name of ['condition', 'say']) slot(option, name).remove()
}

/**
 * @typedef {import('../search/index_file.js').Found} Found
 * @typedef {import('../search/index_file.js').Line} Line
 * @typedef {import('./fill_ins.js').FillIns} FillIns
 * @typedef {import('./parts.js').Parts} Parts
 *
 * @typedef {object} OfferShown
 * @property {number} chosen
 * @property {boolean} large Whether the chosen moment is shown large.
 * @property {string} apart The question that separates the first two.
 * @property {(moment: Found) => Line | undefined} lineOf Gives the line of a moment; none where its guide is the answer.
 * @property {(guide: string) => string} title What stands in the place of the line then.
 */
