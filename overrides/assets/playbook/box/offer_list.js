// @ts-check

/**
 * What else was found, in the customers' words: the list that the ask box controls. What is shown large stays in it,
 * unseen, so that the box can name what is chosen.
 */

import { putLineToRead } from './filling.js'
import { slot } from './parts.js'

export class OfferList {
  /** What is shown now; a key more mostly finds the same. */
  #shown = ''

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
    this.#shown = ''
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
  #draw(moments, { chosen, large, apart, say, title }) {
    this.block.hidden = false
    this.block.classList.toggle('unseen', large && moments.length < 2)
    slot(this.block, 'label').textContent = this.parts.text(large ? 'others-found' : 'others-guess', {})
    slot(this.block, 'apart').hidden = !apart
    slot(this.block, 'apart-ask').textContent = apart
    const options = moments.map((moment, index) => this.#option(moment, index, say(moment), title))
    for (const [index, option] of options.entries()) {
      option.setAttribute('aria-selected', String(index === chosen))
      if (large && index === chosen) asShownLarge(option)
    }
    this.list.replaceChildren(...options)
    this.#drawCopies(options)
  }

  /**
   * Lays a button over the end of each row that is seen; nothing where its moment has no line.
   *
   * @param {HTMLElement[]} options
   */
  #drawCopies(options) {
    const rows = options.filter((option) => !option.classList.contains('unseen'))
    slot(this.block, 'copies').replaceChildren(...rows.map((option) => this.#copyOf(option)))
  }

  /** @param {HTMLElement} option */
  #copyOf(option) {
    const place = this.parts.copy('copy')
    const button = /** @type {HTMLElement} */ (place.firstElementChild)
    button.dataset.copy = option.id
    button.setAttribute('aria-describedby', slot(option, 'say').id)
    if (!option.dataset.line) button.remove()
    return place
  }

  /**
   * @param {Found} moment
   * @param {number} index
   * @param {string} say
   * @param {(guide: string) => string} title
   */
  #option({ moment, guide, heard }, index, say, title) {
    const option = this.parts.copy('moment')
    option.id = `ask-option-${index + 1}`
    Object.assign(option.dataset, { guide, moment, choice: String(index) })
    const place = slot(option, 'say')
    slot(option, 'heard').replaceChildren(heard ? this.parts.saying('quoted', heard) : this.parts.text('to-read', {}))
    if (say) putLineToRead(place, say, this.fillIns)
    else place.textContent = this.parts.text('guide', { title: title(guide) })
    place.toggleAttribute('data-say', say !== '')
    place.id = `${option.id}-say`
    if (say) option.dataset.line = option.id
    return option
  }
}

/**
 * The moment stands above, large; here only its words are left, for the box to point at.
 *
 * @param {HTMLElement} option
 */
function asShownLarge(option) {
  option.classList.add('unseen')
  for (const name of ['guide', 'moment', 'line']) delete option.dataset[name]
  slot(option, 'say').remove()
}

/**
 * @typedef {import('../search/index_file.js').Found} Found
 * @typedef {import('./fill_ins.js').FillIns} FillIns
 * @typedef {import('./parts.js').Parts} Parts
 *
 * @typedef {object} OfferShown
 * @property {number} chosen
 * @property {boolean} large Whether the chosen moment is shown large.
 * @property {string} apart The question that separates the first two.
 * @property {(moment: Found) => string} say Gives the line of a moment; nothing where its guide is the answer.
 * @property {(guide: string) => string} title What stands in the place of the line then.
 */
