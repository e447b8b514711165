// @ts-check

/**
 * The ask box: what is typed, which keys do what, and which state is shown.
 */

import { answered, back, begin } from './conversation.js'
import { copied } from './copying.js'

const LETTERS = /[\p{L}\p{N}]/gu
/** A word of three letters or more at the very end, without digits: a digit after it is an answer, not text. */
const WORD_AT_END = /(?:^|[^\p{L}\p{M}\p{N}'’])(?=(?:[\p{M}'’]*\p{L}){3})[\p{L}\p{M}'’]*\p{L}\p{M}*$/u

export class SearchBox {
  /** @type {IndexFile | null} */
  #content = null
  /** @type {Ask | null} */
  #ask = null
  /** @type {'failed' | 'failed-version' | null} */
  #failure = null
  /** @type {Shown | null} */
  #shown = null

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLInputElement} input
   * @param {Results} results
   */
  constructor(form, input, results) {
    this.form = form
    this.input = input
    this.results = results
    input.addEventListener('input', () => this.#answer())
    input.addEventListener('keydown', (event) => this.#keyInBox(event))
    results.container.addEventListener('keydown', (event) => this.#keyInResults(event))
    results.container.addEventListener('mousedown', (event) => this.#keepFocus(event))
    results.container.addEventListener('click', (event) => this.#click(event))
    form.addEventListener('submit', (event) => this.#submit(event))
    document.addEventListener('keydown', (event) => this.#keyAnywhere(event))
    this.#answer()
  }

  /**
   * @param {IndexFile} content
   * @param {Ask} ask
   */
  open(content, ask) {
    this.#content = content
    this.#ask = ask
    this.#answer()
  }

  /** @param {'failed' | 'failed-version'} failure */
  fail(failure) {
    this.#failure = failure
    this.#answer()
  }

  #answer() {
    const text = this.input.value
    this.#shown = null
    this.results.container.removeAttribute('data-answered')
    if (this.#failure) this.#answered(text, () => this.results.failed(/** @type {Failure} */ (this.#failure)))
    else if (!text.trim()) this.#idle()
    else if (!this.#content || !this.#ask) this.#answered(text, () => this.results.loading())
    else this.#find(this.#content, this.#ask, text)
  }

  #idle() {
    this.results.clear()
    this.#mark()
  }

  /**
   * @param {IndexFile} content
   * @param {Ask} ask
   * @param {string} text
   */
  #find(content, ask, text) {
    if ((text.match(LETTERS)?.length ?? 0) < 2) {
      this.#answered(text, () => this.results.tooShort(content))
      return
    }
    ask(text, (matches) => {
      // A worker answers later; by then the box may hold something else.
      if (this.input.value === text) this.#answered(text, () => this.#tell(content, text, matches))
    })
  }

  /**
   * @param {IndexFile} content
   * @param {string} text
   * @param {Matches} matches
   */
  #tell(content, text, { state, moments, apart }) {
    if (state === 'nothing')
      this.results.nothing(
        content,
        text,
        moments.map(({ guide }) => guide),
      )
    else {
      const shown = moments.map((moment) => ({ ...moment, line: moment.line || startOf(content, moment.guide) }))
      this.#show({ state, moments: shown, apart, selected: 0, conversation: begin(shown[0].line) })
    }
  }

  /**
   * Shows an answer and says which text it answers.
   *
   * @param {string} text
   * @param {() => void} show
   */
  #answered(text, show) {
    show()
    this.#mark()
    this.results.container.setAttribute('data-answered', text)
  }

  /** @param {Shown} shown */
  #show(shown) {
    if (!this.#content) return
    this.#shown = shown
    this.results.found(this.#content, shown)
    this.#mark()
  }

  /** Tells assistive technology whether there is a list and which option is selected. */
  #mark() {
    this.input.setAttribute('aria-expanded', String(this.#shown !== null))
    if (this.#shown) this.input.setAttribute('aria-activedescendant', `ask-option-${this.#shown.selected + 1}`)
    else this.input.removeAttribute('aria-activedescendant')
  }

  /** @param {KeyboardEvent} event */
  #keyInBox(event) {
    if (isCommand(event)) return
    if (event.key === 'Escape') this.#clear(event)
    else if (event.key === 'ArrowDown') this.#move(event, 1)
    else if (event.key === 'ArrowUp') this.#move(event, -1)
    else if (/^[0-4]$/.test(event.key) && this.#picks()) this.#pick(event)
  }

  /** Says whether a digit typed now picks an answer: the caret stands right after a word at the end of the text. */
  #picks() {
    const { selectionStart, selectionEnd, value } = this.input
    return selectionStart === value.length && selectionEnd === value.length && WORD_AT_END.test(value)
  }

  /** @param {KeyboardEvent} event */
  #keyInResults(event) {
    if (isCommand(event)) return
    if (event.key === 'Escape') this.#clear(event)
    else if (/^[0-4]$/.test(event.key)) this.#pick(event)
  }

  /** @param {KeyboardEvent} event */
  #keyAnywhere(event) {
    if (event.key !== '/' || isCommand(event) || isField(event.target)) return
    event.preventDefault()
    this.input.focus()
    this.input.select()
  }

  /** @param {KeyboardEvent} event */
  #pick(event) {
    if (!this.#shown) return
    event.preventDefault()
    this.#goTo(Number(event.key))
  }

  /** @param {number} number An answer, or 0 for one step back. */
  #goTo(number) {
    if (!this.#content || !this.#shown) return
    const { conversation } = this.#shown
    const next = number === 0 ? back(conversation) : answered(this.#content.lines, conversation, number)
    if (next !== conversation) this.#show({ ...this.#shown, conversation: next })
  }

  /**
   * @param {KeyboardEvent} event
   * @param {number} step
   */
  #move(event, step) {
    if (!this.#shown) return
    event.preventDefault()
    this.#select(this.#shown.selected + step)
  }

  /** @param {number} selected */
  #select(selected) {
    const moment = this.#shown?.moments[selected]
    if (!this.#shown || !moment || selected === this.#shown.selected) return
    this.#show({ ...this.#shown, selected, conversation: begin(moment.line) })
  }

  /** @param {KeyboardEvent} event */
  #clear(event) {
    event.preventDefault()
    this.input.value = ''
    this.input.focus()
    this.#answer()
  }

  /** Keeps the caret in the box when an option is clicked. @param {MouseEvent} event */
  #keepFocus(event) {
    if (closest(event, '[data-guide]')) event.preventDefault()
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const answer = closest(event, '[data-answer]')
    const option = closest(event, '[data-guide]')
    if (answer) this.#goTo(Number(answer.dataset.answer))
    else if (closest(event, '.ask-back')) this.#goTo(0)
    else if (closest(event, '[data-note]')) this.#copyNote(closest(event, '[data-note]')?.dataset.note ?? '')
    else if (option) this.#select(Number(option.dataset.position) - 1)
  }

  /** @param {string} note */
  async #copyNote(note) {
    this.results.noted(await copied(note))
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    if (this.#failure) return // all moments, as without JavaScript
    event.preventDefault()
    if (!this.#content || !this.#shown) return
    location.assign(this.results.addressOf(this.#content, this.#shown.conversation))
  }
}

/**
 * @param {IndexFile} content
 * @param {string} guide
 */
function startOf({ guides }, guide) {
  return guides.find(({ id }) => id === guide)?.start ?? ''
}

/** @param {KeyboardEvent} event */
function isCommand(event) {
  return event.isComposing || event.ctrlKey || event.altKey || event.metaKey
}

/** @param {EventTarget | null} target */
function isField(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

/**
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
function closest(event, selector) {
  return event.target instanceof Element ? event.target.closest(selector) : null
}

/**
 * @typedef {import('../search/asker.js').Ask} Ask
 * @typedef {import('../search/index_file.js').IndexFile} IndexFile
 * @typedef {import('../search/index_file.js').Matches} Matches
 * @typedef {import('./results.js').Results} Results
 * @typedef {import('./results.js').Shown} Shown
 * @typedef {'failed' | 'failed-version'} Failure
 */
