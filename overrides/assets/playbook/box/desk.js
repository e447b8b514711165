// @ts-check

/**
 * The desk: what is typed is looked for, what is taken is shown and remembered. One for every page; on guides its answer
 * opens below the header.
 */

import { chosenMoment, contextOf, tooShort } from './asking.js'
import { back, lastLine, NEW_CALL, position, readCall, replied, taken, typed } from './call.js'
import { noteGap, SearchWatch } from './gap_notebook.js'
import { Memory } from './memory.js'
import { put } from './parts.js'

export class Desk {
  /** @type {{content: IndexFile, ask: Ask} | null} */
  #index = null
  /** @type {Failure | null} */
  #failure = null
  /** @type {Call} */
  #call = NEW_CALL
  /** @type {Matches | null} */
  #offer = null
  /** @type {Remembered} */
  #beginning
  #goneBackByKey = false

  /**
   * @param {HTMLInputElement} input
   * @param {AnswerView} view
   * @param {Announcer} announcer
   * @param {Drawer} drawer
   * @param {GuideOpener} opener
   */
  constructor(input, view, announcer, drawer, opener) {
    this.input = input
    this.view = view
    this.announcer = announcer
    this.drawer = drawer
    this.opener = opener
    this.watch = new SearchWatch()
    this.memory = new Memory((remembered) => this.#restore(remembered))
    addEventListener('pagehide', () => this.watch.ended())
    this.#beginning = this.memory.beginning()
    this.#begin(this.#beginning, {})
  }

  /**
   * @param {IndexFile} content
   * @param {Ask} ask
   */
  open(content, ask) {
    const typedMeanwhile = this.input.value
    this.#index = { content, ask }
    this.#begin(this.#beginning, content.lines)
    if (typedMeanwhile !== this.#call.text) this.#call = typed(this.#call, typedMeanwhile)
    this.input.value = this.#call.text
    this.#look()
    this.#focusAsBefore(this.#beginning)
  }

  /** @param {Failure} failure */
  fail(failure) {
    this.#failure = failure
    this.#look()
  }

  /** What is in the box has changed, perhaps: other events than `input` also come when only the focus leaves it. */
  typed(event = 'input') {
    if (this.input.value === this.#call.text && (this.#call.asking || event !== 'input')) return
    this.#call = typed(this.#call, this.input.value)
    if (!this.#call.asking) this.watch.ended()
    this.drawer.open()
    this.#look()
    this.drawer.toTop()
    this.keep()
  }

  /** Takes the chosen moment, or goes to the conversation where nothing is looked for. */
  take() {
    const moment = this.#chosen()
    if (moment && !moment.line) return this.openGuide()
    if (moment) this.#goOn(taken(this.#call, moment))
    if (moment || position(this.#call)) this.focusConversation()
  }

  /** @param {number} by */
  choose(by) {
    const moments = this.#offer?.moments ?? []
    const chosen = this.#call.chosen + by
    if (!this.#chosen() || chosen < 0 || chosen >= moments.length) return
    this.#call = { ...this.#call, chosen }
    this.#show()
    this.keep()
  }

  /** @param {number} number Of a moment in the list, from 0. */
  takeOffered(number) {
    this.#call = { ...this.#call, chosen: number }
    this.take()
  }

  /** @param {number} number Of an answer, from 1. */
  answer(number) {
    const answer = this.view.replies.answer(number)
    const moment = this.#chosen()
    if (!answer) return
    if (moment) this.#goOn(taken(this.#call, moment))
    this.#goOn(replied(this.#call, answer))
    this.focusConversation()
  }

  /** Goes one turn back; the focus stays in the conversation, so that a key held down deletes no text. */
  back() {
    this.#goneBackByKey = true
    if (this.memory.leadsBack && !this.#call.asking) return this.memory.back()
    this.#restore({ call: back(this.#call), place: 'replies', here: true })
    this.keep()
  }

  /** Opens the guide at the chosen line. */
  openGuide() {
    const line = this.#chosen()?.moment ?? lastLine(this.#call)
    if (!line || !this.#index) return
    const { content } = this.#index
    this.watch.taken()
    this.keep()
    this.memory.write()
    this.opener.open(this.view.addressOf(content, line), line, content)
  }

  /** Notes that the line shown did not work. */
  report() {
    const line = this.#chosen()?.moment ?? lastLine(this.#call)
    const noted = noteGap({ kind: 'line', text: this.#call.text, line })
    this.announcer.tell(this.view.told.remark(noted ? 'reported' : 'not-reported'))
  }

  /** Clears words, turns and what the history knows of them. */
  end() {
    this.watch.ended()
    this.memory.end()
    this.view.fillIns.clear()
    this.#call = NEW_CALL
    this.input.value = ''
    this.#look()
    this.input.focus()
    this.announcer.tell(this.view.parts.text('ended', {}))
  }

  /** Ends the call for good: nothing of it is noted either. */
  clear() {
    this.watch.taken()
    this.end()
  }

  /** Writes down what another page or window goes on with. */
  write() {
    this.memory.write()
  }

  /** Goes to what is said now. */
  focusConversation() {
    this.view.focusPlace.focus({ preventScroll: true })
  }

  /** Whether there is something to show. */
  get busy() {
    return this.#call.asking || position(this.#call) !== undefined || this.#failure !== null
  }

  /** Whether the words in the box are answered and a line stands there. */
  get answered() {
    return !this.#call.asking && position(this.#call) !== undefined
  }

  /** Remembers the call and where the focus is. */
  keep() {
    if (!this.#index) return
    this.memory.keep(this.#call, this.#place())
  }

  /** @param {Call} call */
  #goOn(call) {
    this.watch.taken()
    this.#call = call
    this.memory.push(call)
    this.#look()
    this.drawer.toTop()
  }

  /**
   * @param {Remembered} remembered
   * @param {Record<string, unknown>} lines
   */
  #begin({ call }, lines) {
    const known = readCall(call, lines)
    if (this.input.value === '' || this.#index) this.input.value = known.text
    this.#call = known
    if (!this.#index) this.#look()
  }

  /** @param {Remembered} remembered */
  #restore(remembered) {
    if (!this.#index) {
      this.#beginning = remembered
      return
    }
    this.#call = readCall(remembered.call, this.#index.content.lines)
    this.input.value = this.#call.text
    if (this.busy) this.drawer.open()
    this.#look()
    const byKey = this.#goneBackByKey && this.busy
    const focus = () => (byKey ? this.focusConversation() : this.#focusAsBefore({ ...remembered, here: true }))
    focus()
    // Where the address names a part of the page, a browser goes there after this and lets go of the focus.
    setTimeout(() => document.activeElement === document.body && focus())
    this.#goneBackByKey = false
  }

  /** @param {Remembered} remembered */
  #focusAsBefore({ place, here }) {
    if (!here || place === 'elsewhere') return
    if (this.busy) this.drawer.open()
    if (place === 'replies' && this.busy) this.focusConversation()
    else this.input.focus()
  }

  /** @returns {import('./memory.js').Place} */
  #place() {
    const at = document.activeElement
    if (at === this.input) return 'box'
    return this.view.container.contains(at) ? 'replies' : 'elsewhere'
  }

  #chosen() {
    return chosenMoment(this.#call, this.#offer)
  }

  /** Looks for what is in the box, or shows where the call stands; says which text is answered. */
  #look() {
    const { text } = this.#call
    this.#offer = this.#found()
    if (this.#offer) this.watch.settled(text, this.#offer.state)
    this.#show()
    if (text.trim()) put(this.view.container, 'data-answered', text)
    else this.view.container.removeAttribute('data-answered')
  }

  #found() {
    const { text, asking } = this.#call
    if (!asking || this.#failure || !this.#index || tooShort(text)) return null
    return this.#index.ask(text, contextOf(this.#index.content, this.#call))
  }

  #show() {
    const said = this.#shown()
    put(this.view.container, 'data-turn', String(this.#call.turns.length))
    if (said && this.drawer.isOpen) this.announcer.tellWhenSettled(said)
    else this.announcer.hush()
    this.mark()
  }

  /** @returns {(() => string) | void} What is told to those who do not see it. */
  #shown() {
    const { view } = this
    if (this.#failure) return view.message('failed', this.#failure)
    if (!this.#index) return this.#call.asking ? view.message('loading', 'loading') : view.message('idle')
    const { content } = this.#index
    if (!this.#call.asking || (tooShort(this.#call.text) && position(this.#call))) return this.#standing(content)
    if (!this.#offer) return tooShort(this.#call.text) ? view.tooShort(content, this.#call) : undefined
    if (this.#offer.state === 'nothing') return view.nothing(content, this.#call, this.#offer.moments)
    return view[this.#offer.state](content, this.#call, this.#offer)
  }

  /** @param {IndexFile} content */
  #standing(content) {
    return position(this.#call) ? this.view.standing(content, this.#call) : this.view.message('idle')
  }

  /** Tells assistive technology whether the list of moments is there and which one is chosen. */
  mark() {
    const list = this.#chosen() !== undefined && this.drawer.isOpen
    put(this.input, 'aria-expanded', String(list))
    if (list) put(this.input, 'aria-activedescendant', `ask-option-${this.#call.chosen + 1}`)
    else this.input.removeAttribute('aria-activedescendant')
  }
}

/**
 * @typedef {import('../search/asker.js').Ask} Ask
 * @typedef {import('../search/index_file.js').IndexFile} IndexFile
 * @typedef {import('../search/index_file.js').Matches} Matches
 * @typedef {import('./announcer.js').Announcer} Announcer
 * @typedef {import('./answer_view.js').AnswerView} AnswerView
 * @typedef {import('./call.js').Call} Call
 * @typedef {import('./drawer.js').Drawer} Drawer
 * @typedef {import('./held_guide.js').GuideOpener} GuideOpener
 * @typedef {import('./memory.js').Remembered} Remembered
 * @typedef {'failed' | 'failed-version'} Failure
 */
