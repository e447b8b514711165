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
   * Opens a guide so, too, where a link of the page leads to one.
   *
   * @param {Document} page
   * @param {string} root The way from the page to the root of the site.
   * @param {IndexFile} content
   */
  follow(page, root, content) {
    page.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const line = link && isPlain(event) && !link.closest('dialog') ? lineOf(link, root, content) : ''
      if (!link || !line) return
      event.preventDefault()
      this.open(link.href, line, content)
    })
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
    const heard = new Map(content.moments.map((moment) => [moment.id, moment.heard ?? '']))
    const items = ids.map((id) => this.#item(content.lines[id], heard.get(id) ?? '', id === line))
    this.#place('lines').replaceChildren(...items)
    this.dialog.showModal()
    this.dialog.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' })
  }

  /**
   * @param {Line} line
   * @param {string} heard What it answers.
   * @param {boolean} current
   */
  #item({ say, tone, condition }, heard, current) {
    const item = /** @type {HTMLElement} */ (this.part.content.firstElementChild?.cloneNode(true))
    slot(item, 'heard').textContent = heard
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

/** @param {MouseEvent} event */
function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented }) {
  return button === 0 && !(ctrlKey || metaKey || shiftKey || altKey || defaultPrevented)
}

/**
 * Gives the line that a link to another guide leads to; nothing where it leads elsewhere or stays on the page.
 *
 * @param {HTMLAnchorElement} link
 * @param {string} root
 * @param {IndexFile} content
 */
function lineOf({ origin, pathname, hash }, root, content) {
  if (origin !== location.origin || pathname === location.pathname) return ''
  const guide = content.guides.find(({ url }) => new URL(root + url, location.href).pathname === pathname)
  const line = `${guide?.id}${hash}`
  return Object.hasOwn(content.lines, line) ? line : (guide?.start ?? '')
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
