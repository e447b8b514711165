// @ts-check

/**
 * Their possible answers, as a list box: at most six at once, numbered while it has the focus. Where none is known, it holds
 * what the rep does next.
 */

import { putLineToRead } from './filling.js'
import { put, slot } from './parts.js'

const MOST_AT_ONCE = 6

export class ReplyList {
  /** @type {readonly Reply[]} */
  #replies = []
  #page = 0
  #active = -1
  /** What is drawn now; a key more mostly finds the same. */
  #drawn = ''

  /**
   * @param {HTMLElement} block The list with its label and its button for more.
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

  /** How many answers are numbered now. */
  get drawn() {
    return this.#shown().length
  }

  /**
   * @param {readonly Reply[]} replies
   */
  show(replies) {
    this.#replies = replies
    this.#page = 0
    this.block.hidden = replies.length === 0
    this.#draw()
  }

  /** Shows the next six, or the first again. */
  more() {
    this.#turnTo((this.#page + 1) % this.#pages())
  }

  /**
   * Moves the mark; past the last answer shown come the next ones.
   *
   * @param {number} by
   */
  move(by) {
    const next = this.#active + by
    if (next >= 0 && next < this.drawn) this.#mark(next)
    else if (next >= this.drawn && this.#page + 1 < this.#pages()) this.#turnTo(this.#page + 1, 0)
    else if (next < 0 && this.#page > 0) this.#turnTo(this.#page - 1, MOST_AT_ONCE - 1)
    else if (this.#active < 0) this.#mark(this.drawn - 1)
  }

  /**
   * Marks the first answer shown, or the last.
   *
   * @param {number} end -1 or 1.
   */
  moveToEnd(end) {
    this.#mark(end < 0 ? 0 : this.drawn - 1)
  }

  /** Gives the number of the marked answer, from 1; 0 when none is marked. */
  get marked() {
    return this.#active + 1
  }

  /**
   * Gives the answer with this number among those shown, from 1.
   *
   * @param {number} number
   */
  answer(number) {
    return this.#shown()[number - 1]?.answer
  }

  /**
   * @param {number} page
   * @param {number} [active]
   */
  #turnTo(page, active = -1) {
    this.#page = page
    this.#draw()
    this.#mark(active)
  }

  #pages() {
    return Math.ceil(this.#replies.length / MOST_AT_ONCE)
  }

  #shown() {
    return this.#replies.slice(this.#page * MOST_AT_ONCE, (this.#page + 1) * MOST_AT_ONCE)
  }

  #draw() {
    const shown = this.#shown()
    const others = this.#replies.length - shown.length
    const drawn = JSON.stringify([shown.map(({ answer: { heard, spoken }, next }) => [heard, spoken, next]), others])
    if (drawn !== this.#drawn) this.#drawAnew(shown, others)
    this.#drawn = drawn
    this.#mark(-1)
  }

  /**
   * @param {readonly Reply[]} shown
   * @param {number} others How many are left.
   */
  #drawAnew(shown, others) {
    this.list.replaceChildren(...shown.map((reply, index) => this.#option(reply, index + 1)))
    const [first] = shown
    const yours = first?.answer.heard === '' // then it is the only one
    slot(this.block, 'label').textContent = this.parts.text(yours ? 'replies-yours' : 'replies-theirs', {})
    slot(this.block, 'copy').hidden = !yours || !first.next
    const more = slot(this.block, 'more')
    more.hidden = others === 0
    more.textContent = this.parts.text('more', { count: String(others) })
  }

  /** @param {number} index */
  #mark(index) {
    this.#active = Math.min(index, this.drawn - 1)
    for (const [at, option] of [...this.list.children].entries()) {
      put(option, 'aria-selected', String(at === this.#active))
    }
    const marked = this.list.children[this.#active]
    if (marked) this.list.setAttribute('aria-activedescendant', marked.id)
    else this.list.removeAttribute('aria-activedescendant')
    marked?.scrollIntoView({ block: 'nearest' })
  }

  /**
   * @param {Reply} reply
   * @param {number} number
   */
  #option({ answer, next }, number) {
    const option = this.parts.copy('reply')
    option.id = `ask-reply-${number}`
    option.dataset.answer = String(number)
    slot(option, 'number').textContent = String(number)
    option.classList.toggle('answer-yours', !answer.heard)
    slot(option, 'heard').append(answer.heard ? this.#heard(answer) : this.#goOn(answer, next))
    return option
  }

  /** @param {Answer} answer */
  #heard({ heard, spoken }) {
    return spoken ? this.parts.saying('quoted', heard) : heard
  }

  /**
   * @param {Answer} answer
   * @param {string} next
   */
  #goOn({ to }, next) {
    const part = this.parts.copy(next ? 'go-on' : 'go-on-stop')
    if (next) putLineToRead(slot(part, 'text'), next, this.fillIns)
    else slot(part, 'note').textContent = to.note ?? ''
    return part
  }
}

/**
 * @typedef {import('../search/index_file.js').Answer} Answer
 * @typedef {import('./fill_ins.js').FillIns} FillIns
 * @typedef {import('./parts.js').Parts} Parts
 * @typedef {{answer: Answer, next: string}} Reply An answer, and the line it leads to; at the end nothing.
 */
