// @ts-check

/**
 * The panel behind `?`: all keys, light or dark, the gap notebook, the small window, and clearing what this browser keeps.
 */

import { chooseTheme, chosenTheme } from '../theme.js'
import { copied, showCopied } from './copying.js'
import { asList, inWords, notedGaps } from './gap_notebook.js'
import { forgetEverything, keep, kept, tellCleared, whenCleared } from './storage.js'

export class Panel {
  /**
   * @param {Document} page
   * @param {Announcer} announcer
   * @param {Blank} blank
   * @param {{write: () => void, clear: () => void}} call Writes down the call; clears it.
   */
  constructor(page, announcer, blank, call) {
    this.page = page
    this.dialog = /** @type {HTMLDialogElement} */ (this.#part('panel'))
    this.announcer = announcer
    this.call = call
    this.#onClick('panel-open', () => this.open())
    this.#onClick('panel-copy', (button) => this.#copyGaps(button))
    this.#onClick('panel-clear', (button) => this.#clear(button))
    this.#onClick('panel-window', (button) => this.#openWindow(button.dataset.root ?? ''))
    this.#onClick('panel-blank', () => {
      this.dialog.close()
      blank.toggle()
    })
    this.#keySwitch.addEventListener('change', () => keep('localStorage', 'single-keys', this.#keySwitch.checked))
    whenCleared(() => this.#forget())
    this.dialog.addEventListener('change', ({ target }) => this.#changeTheme(target))
  }

  /** Whether `/` and `?` are keys of the page; whoever dictates may turn them off. */
  get singleKeys() {
    return kept('localStorage', 'single-keys') !== false
  }

  /** Opens the panel with what is noted now. */
  open() {
    if (this.dialog.open) return
    this.#keySwitch.checked = this.singleKeys
    for (const radio of this.dialog.querySelectorAll('input')) {
      if (radio.name === 'theme') radio.checked = radio.value === chosenTheme()
    }
    this.#showGaps()
    this.dialog.showModal()
  }

  #showGaps() {
    const gaps = notedGaps()
    this.#part('panel-count').textContent = gaps.length === 1 ? '1 entry' : `${gaps.length} entries`
    this.#part('panel-list').replaceChildren(...gaps.map((gap) => this.#item(inWords(gap))))
    this.#part('panel-copy').toggleAttribute('disabled', gaps.length === 0)
  }

  /** @param {string} text */
  #item(text) {
    const item = this.page.createElement('li')
    item.textContent = text
    return item
  }

  /** @param {HTMLElement} button */
  async #copyGaps(button) {
    showCopied(button, await copied(asList(notedGaps())), (told) => this.announcer.tell(told))
  }

  /** @param {HTMLElement} button */
  #clear(button) {
    tellCleared()
    this.#forget()
    this.dialog.close()
    this.open()
    showCopied(button, true, (told) => this.announcer.tell(told))
  }

  #forget() {
    forgetEverything()
    this.call.clear()
    chooseTheme('system')
  }

  /**
   * Opens the desk beside the call; what this tab keeps goes along.
   *
   * @param {string} root
   */
  #openWindow(root) {
    this.call.write()
    window.open(root, 'next-line', 'popup,width=400,height=700')
  }

  /** @param {EventTarget | null} target */
  #changeTheme(target) {
    if (!(target instanceof HTMLInputElement) || target.name !== 'theme') return
    chooseTheme(target.value === 'light' || target.value === 'dark' ? target.value : 'system')
  }

  get #keySwitch() {
    return /** @type {HTMLInputElement} */ (this.#part('panel-single-keys'))
  }

  /**
   * @param {string} id
   * @param {(button: HTMLElement) => void} act
   */
  #onClick(id, act) {
    const button = this.#part(id)
    button.addEventListener('click', () => act(button))
  }

  /** @param {string} id */
  #part(id) {
    return /** @type {HTMLElement} */ (this.page.getElementById(id))
  }
}

/**
 * @typedef {import('./announcer.js').Announcer} Announcer
 * @typedef {import('./blank.js').Blank} Blank
 */
