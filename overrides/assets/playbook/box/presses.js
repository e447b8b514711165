// @ts-check

/**
 * What is typed, pressed and tapped, handed to the desk.
 */

import { wordsOf } from './copying.js'
import { actionOf } from './keys.js'

/** The line that is read out now: the large one, the safe question, the chosen one where there are several. */
const SAID_NOW = '.now:not([hidden]) [data-say], .safe, #ask-list [aria-selected="true"] [data-say]'

export class Presses {
  #frame = 0
  #waiting = false
  #comesToBox = false

  /**
   * @param {Document} page
   * @param {HTMLFormElement} form
   * @param {Desk} desk
   * @param {Drawer} drawer
   * @param {Blank} blank
   * @param {Panel} panel
   */
  constructor(page, form, desk, drawer, blank, panel) {
    this.desk = desk
    this.drawer = drawer
    this.blank = blank
    this.panel = panel
    this.input = desk.input
    this.input.addEventListener('input', () => this.#typed())
    this.input.addEventListener('change', () => desk.typed('change'))
    form.addEventListener('submit', (event) => this.#submit(event))
    page.addEventListener('keydown', (event) => this.#key(event), { capture: true })
    page.addEventListener('click', (event) => this.#click(event))
    page.addEventListener('pointerdown', (event) => this.#closeOutside(event))
    page.addEventListener('focusin', (event) => this.#closeOutside(event))
    page.addEventListener('copy', (event) => this.#copy(event))
    page.addEventListener('paste', (event) => this.#paste(event))
    addEventListener('hashchange', () => drawer.close())
    addEventListener('pagehide', () => this.#settle())
  }

  /** Looks for what is typed at once, yet once a frame: keys that come faster are answered together. */
  #typed() {
    this.#waiting = this.#frame !== 0
    if (this.#waiting) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.#settle()
    })
    this.desk.typed()
  }

  /** Looks now for what waits for its frame. */
  #settle() {
    if (this.#waiting) this.desk.typed()
    this.#waiting = false
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    this.#settle()
    if (this.desk.view.container.dataset.state === 'failed') return // all moments, as without JavaScript
    event.preventDefault()
    this.desk.typed('submit')
    this.desk.take()
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const action = actionOf(this.#spot(event.target), event, {
      singleKeys: this.panel.singleKeys,
      drawn: this.desk.view.replies.drawn,
      control: event.target instanceof Element && event.target.matches('a, button, summary'),
    })
    if (this.blank.on && action?.act !== 'blank') {
      event.preventDefault() // nothing is done unseen
      event.stopPropagation()
    } else if (action && this.#does(action)) event.preventDefault()
  }

  /**
   * Does what a key means.
   *
   * @param {Action} action
   * @returns {boolean} Whether the browser must not do anything besides.
   */
  #does({ act, by = 0 }) {
    const { desk } = this
    this.#settle()
    if (act === 'type') this.#toBox()
    else if (act === 'box' || act === 'leave') this.#goToBox(act)
    else if (act === 'clear') this.#clear()
    else if (act === 'blank') this.blank.toggle()
    else if (act === 'panel') this.panel.open()
    else if (act === 'open') desk.openGuide()
    else if (act === 'choose') this.#choose(by)
    else if (act === 'move') this.#move(by)
    else if (act === 'end') this.#moveToEnd(by)
    else if (act === 'pick') desk.answer(desk.view.replies.marked)
    else if (act === 'answer') desk.answer(by)
    else if (act === 'back') desk.back()
    return act !== 'type' // the letter itself goes into the box
  }

  #toBox() {
    this.input.focus()
    this.input.select()
  }

  /** @param {'box' | 'leave'} act */
  #goToBox(act) {
    if (act === 'leave') this.drawer.close()
    else if (this.desk.busy) this.drawer.open()
    this.#toBox()
    this.desk.mark()
  }

  /** Empties the box so that Ctrl+Z brings the words back; an open drawer is closed first. */
  #clear() {
    if (this.drawer.closable && this.drawer.isOpen) {
      this.drawer.close()
      this.desk.mark()
      return
    }
    this.input.select()
    if (this.input.value && !document.execCommand('delete')) this.input.value = ''
    this.desk.typed()
  }

  /** @param {number} by */
  #choose(by) {
    if (this.desk.busy) this.drawer.open()
    this.desk.mark()
    this.desk.choose(by)
  }

  /** @param {number} by */
  #move(by) {
    this.desk.focusConversation()
    this.desk.view.replies.move(by)
  }

  /** @param {number} end The first answer shown for -1, the last for 1. */
  #moveToEnd(end) {
    this.desk.focusConversation()
    this.desk.view.replies.moveToEnd(end)
  }

  /** @param {MouseEvent} event */
  #click(event) {
    this.#settle()
    const target = event.target instanceof Element ? event.target : null
    if (target === this.input && this.desk.busy) {
      this.drawer.open()
      this.desk.mark()
      if (this.#comesToBox && this.desk.answered) this.input.select() // what comes now is said next
    }
    if (document.activeElement === document.body && !this.drawer.closable) this.#keepKeys()
    if (!target || !this.desk.view.container.contains(target)) return
    const answer = /** @type {HTMLElement | null} */ (target.closest('[data-answer]'))
    const choice = /** @type {HTMLElement | null} */ (target.closest('[data-choice]'))
    const act = /** @type {HTMLElement | null} */ (target.closest('[data-act]'))
    if (target.closest('.others-copies')) this.desk.watch.taken() // whoever copies a line says it
    if (answer) this.desk.answer(Number(answer.dataset.answer))
    else if (choice) this.desk.takeOffered(Number(choice.dataset.choice))
    else if (act) this.#act(event, act.dataset.act ?? '')
  }

  /**
   * @param {MouseEvent} event
   * @param {string} act
   */
  #act(event, act) {
    if (act === 'back') this.desk.back()
    else if (act === 'more') this.#more()
    else if (act === 'report') this.desk.report()
    else if (act === 'end') this.desk.end()
    else if (act === 'open' && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault()
      this.desk.openGuide()
    }
  }

  /** A click beside everything must not take the keys from their answers. */
  #keepKeys() {
    if (this.desk.answered && getSelection()?.isCollapsed) this.desk.focusConversation()
  }

  /** Shows the next answers, numbered: the focus goes to them. */
  #more() {
    this.desk.view.replies.more()
    this.desk.view.replies.list.focus({ preventScroll: true })
  }

  /** @param {Event} event */
  #closeOutside({ type, target }) {
    this.#settle()
    if (type === 'pointerdown') this.#comesToBox = target === this.input && document.activeElement !== this.input
    this.desk.view.now.foldGone(target)
    const inDialog = target instanceof Element && target.closest('dialog') !== null
    if (!this.drawer.holds(target) && !inDialog && this.drawer.closable) this.drawer.close()
    this.desk.mark()
    if (type === 'focusin') this.desk.keep()
  }

  /** @param {ClipboardEvent} event */
  #copy(event) {
    this.#settle()
    const { input } = this
    const inField = document.activeElement !== input && isField(document.activeElement)
    const selected = input === document.activeElement && input.selectionStart !== input.selectionEnd
    const say = this.desk.view.container.querySelector(SAID_NOW)
    if (inField || selected || !getSelection()?.isCollapsed || !say || !this.drawer.isOpen) return
    event.preventDefault()
    event.clipboardData?.setData('text/plain', wordsOf(say))
    this.desk.announcer.tell('Copied')
    if (say.closest('[role="option"]')) this.desk.watch.taken()
  }

  /**
   * What is pasted beside the box is what they say next.
   *
   * @param {ClipboardEvent} event
   */
  #paste(event) {
    const text = event.clipboardData?.getData('text/plain')
    const spot = this.#spot(event.target)
    if (!text || (spot !== 'conversation' && spot !== 'nowhere')) return
    event.preventDefault()
    this.#toBox()
    if (!document.execCommand('insertText', false, text)) this.input.value = text
    this.desk.typed()
  }

  /**
   * @param {EventTarget | null} target
   * @returns {import('./keys.js').Spot}
   */
  #spot(target) {
    if (target === this.input) return 'box'
    if (isField(target) || (target instanceof Element && target.closest('dialog'))) return 'field'
    if (target === document.body && !this.drawer.closable) return 'nowhere'
    return target instanceof Node && this.desk.view.container.contains(target) ? 'conversation' : 'elsewhere'
  }
}

/** @param {EventTarget | null} target */
function isField(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

/**
 * @typedef {import('./blank.js').Blank} Blank
 * @typedef {import('./desk.js').Desk} Desk
 * @typedef {import('./drawer.js').Drawer} Drawer
 * @typedef {import('./keys.js').Action} Action
 * @typedef {import('./panel.js').Panel} Panel
 */
