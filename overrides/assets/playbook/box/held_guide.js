// @ts-check

/**
 * Opens a guide; where the server does not answer, its lines are shown from what this tab holds.
 */

import { guideOf } from './conversation.js'
import { putLine } from './filling.js'
import { slot } from './parts.js'

const PATIENCE = 2500 // milliseconds after which a page counts as not to be had

export class GuideOpener {
  /**
   * @param {HTMLDialogElement} dialog
   * @param {HTMLTemplateElement} part One line.
   * @param {FillIns} fillIns
   */
  constructor(dialog, part, fillIns) {
    this.dialog = dialog
    this.part = part
    this.fillIns = fillIns
  }

  /**
   * Opens a guide at a line.
   *
   * @param {string} address
   * @param {string} line As `guide#line`.
   * @param {IndexFile} content
   */
  async open(address, line, content) {
    const here = new URL(address, location.href).pathname === location.pathname
    if (here || (await answers(address))) location.assign(address)
    else this.#show(address, line, content)
  }

  /**
   * @param {string} address
   * @param {string} line
   * @param {IndexFile} content
   */
  #show(address, line, content) {
    const guide = content.guides.find(({ id }) => id === guideOf(line))
    const ids = Object.keys(content.lines).filter((id) => guideOf(id) === guide?.id)
    ids.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    this.#place('title').textContent = guide?.title ?? ''
    this.#place('open').setAttribute('href', address)
    this.#place('lines').replaceChildren(...ids.map((id) => this.#item(content.lines[id], id === line)))
    this.dialog.showModal()
    this.dialog.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' })
  }

  /**
   * @param {Line} line
   * @param {boolean} current
   */
  #item({ say, tone, condition }, current) {
    const item = /** @type {HTMLElement} */ (this.part.content.firstElementChild?.cloneNode(true))
    slot(item, 'condition').textContent = condition
    putLine(slot(item, 'say'), say, this.fillIns)
    slot(item, 'tone').textContent = tone
    if (current) item.setAttribute('aria-current', 'true')
    return item
  }

  /** @param {string} name */
  #place(name) {
    return /** @type {HTMLElement} */ (this.dialog.querySelector(`#held-${name}`))
  }
}

/**
 * Says whether the server answers, whatever it says.
 *
 * @param {string} address
 */
async function answers(address) {
  try {
    await fetch(address, { signal: AbortSignal.timeout(PATIENCE) })
    return true
  } catch {
    return false
  }
}

/**
 * @typedef {import('../search/index_file.js').IndexFile} IndexFile
 * @typedef {import('../search/index_file.js').Line} Line
 * @typedef {import('./fill_ins.js').FillIns} FillIns
 */
