// @ts-check

/**
 * Results -> the page: what each state of the ask box shows, and what it tells those who do not see it.
 */

import { begin, choices, exchange, lastLine, lineAt, position, turn } from './conversation.js'
import { Parts, slot } from './parts.js'

const MOST_MOMENTS = 3

export class Results {
  /**
   * @param {HTMLElement} container
   * @param {HTMLElement} live The live region; it says what changed to those who do not see it.
   * @param {HTMLTemplateElement} template
   * @param {string} root The relative path to the root of the site.
   */
  constructor(container, live, template, root) {
    this.container = container
    this.live = live
    this.parts = new Parts(template)
    this.root = root.replace(/[^/]$/, '$&/')
  }

  /** Shows nothing. */
  clear() {
    this.#message('idle')
  }

  /** Shows that the lines are still being loaded. */
  loading() {
    this.#message('loading', this.parts.copy('loading'))
  }

  /** @param {'failed' | 'failed-version'} reason */
  failed(reason) {
    this.#message('failed', this.#withMoments(reason))
  }

  /**
   * Shows that no guide answers this: what to say instead, the nearest moments, and how to tell of the gap.
   *
   * @param {IndexFile} content
   * @param {string} text
   * @param {string[]} nearest Ids of guides, the nearest first.
   */
  nothing(content, text, nearest) {
    const part = this.#withMoments('nothing')
    slot(part, 'moments').append(...moments(content, nearest).map((guide) => this.#moment(guide)))
    slot(part, 'note').dataset.note = this.parts.text('note', { text: text.trim() })
    this.#message('nothing', ...this.#bridge(content), part)
  }

  /** @param {IndexFile} content */
  tooShort(content) {
    this.#message('nothing', ...this.#bridge(content), this.#withMoments('too-short'))
  }

  /** @param {boolean} copied Whether the note of a gap has been copied. */
  noted(copied) {
    const told = this.parts.copy(copied ? 'noted' : 'not-noted')
    this.container.querySelector('[data-slot="told"]')?.replaceChildren(told)
    this.#announce(told.textContent ?? '')
  }

  /**
   * Shows the guides that answer, the lines of the selected one, and the answers to them.
   *
   * @param {IndexFile} content
   * @param {Shown} shown
   */
  found(content, shown) {
    const guess = shown.state === 'guess' ? [this.parts.copy('guess')] : []
    const list = this.parts.copy('list')
    list.append(...shown.moments.map((_, index) => this.#option(content, shown, index)))
    const apart = shown.apart ? [this.parts.saying('apart', shown.apart)] : []
    this.#show(shown.state, [...this.#bridge(content), ...guess, ...apart, list, this.#follow(content, shown)])
    this.container.dataset.selected = String(shown.selected + 1)
    // The exchange above pushes the next line down; on a small screen it would leave the view.
    if (shown.conversation.length > 1) list.children[shown.selected].scrollIntoView({ block: 'nearest' })
    this.#announce(this.#summary(content, shown))
  }

  /**
   * Gives the address of the page where the conversation stands: the guide, at the line unless it is the first.
   *
   * @param {IndexFile} content
   * @param {Conversation} conversation
   */
  addressOf(content, conversation) {
    const line = lastLine(conversation)
    const guide = guideOf(content, line)
    const atStart = conversation.length === 1 && line === guide.start
    return this.root + guide.url + (atStart ? '' : line.slice(line.indexOf('#')))
  }

  /**
   * @param {IndexFile} content
   * @param {Shown} shown
   * @param {number} index
   */
  #option(content, shown, index) {
    const selected = index === shown.selected
    const { moment, guide, line } = shown.moments[index]
    const conversation = selected ? shown.conversation : begin(line)
    const option = this.parts.copy('option')
    option.id = `ask-option-${index + 1}`
    option.setAttribute('aria-selected', String(selected))
    Object.assign(option.dataset, { moment, guide, position: String(index + 1), step: lastLine(conversation) })
    slot(option, 'title').textContent = guideOf(content, lastLine(conversation)).title
    slot(option, 'exchange').append(...exchange(content.lines, conversation).map((said) => this.#said(said)))
    const lines = turn(content.lines, conversation)
    this.#fill(option, selected ? lines : lines.slice(0, 1), position(conversation).note)
    return option
  }

  /**
   * @param {HTMLElement} option
   * @param {Line[]} lines What to say now; nothing at the end of a conversation.
   * @param {string} note
   */
  #fill(option, [first, ...then], note) {
    const aside = slot(option, 'aside')
    if (first) {
      slot(option, 'say').textContent = first.say
      aside.append(...this.#asides(first))
    } else {
      slot(option, 'say').replaceWith(this.parts.copy('stop'))
    }
    if (note) aside.append(this.parts.saying('tone', note))
    option.append(...then.map((line) => this.#then(line)))
  }

  /** @param {Line} line */
  #then(line) {
    const then = this.parts.copy('then')
    slot(then, 'next').textContent = line.say
    slot(then, 'next-aside').append(...this.#asides(line))
    return then
  }

  /** @param {Line} line */
  #asides({ tone, condition }) {
    const cue = tone ? [this.parts.saying('tone', tone)] : []
    return condition ? [this.parts.saying('tone', condition), ...cue] : cue
  }

  /** @param {{say: string, heard: string, spoken: boolean}} exchange */
  #said({ say, heard, spoken }) {
    const said = this.parts.copy('said')
    slot(said, 'you').textContent = say
    if (spoken) slot(said, 'heard').textContent = heard
    else slot(said, 'they').textContent = heard
    return said
  }

  /**
   * @param {IndexFile} content
   * @param {Shown} shown
   */
  #follow(content, { conversation }) {
    const follow = this.parts.copy('follow')
    const answers = choices(content.lines, conversation)
    if (answers.length)
      slot(follow, 'choices').append(...answers.map((answer, index) => this.#choice(content, answer, index + 1)))
    else slot(follow, 'answers').remove()
    const open = /** @type {HTMLAnchorElement} */ (this.parts.copy('open'))
    open.href = this.addressOf(content, conversation)
    slot(follow, 'moves').append(...(conversation.length > 1 ? [this.parts.copy('back'), ' '] : []), open)
    return follow
  }

  /**
   * @param {IndexFile} content
   * @param {Answer} answer
   * @param {number} number
   */
  #choice(content, answer, number) {
    const choice = this.parts.copy('choice')
    slot(choice, 'button').dataset.answer = String(number)
    slot(choice, 'number').textContent = String(number)
    slot(choice, 'heard').append(answer.heard ? this.#heard(answer.heard, answer.spoken) : this.#goOn(content, answer))
    return choice
  }

  /**
   * @param {IndexFile} content
   * @param {Answer} answer
   */
  #goOn(content, answer) {
    const next = lineAt(content.lines, answer.to)
    return next ? this.parts.saying('go-on', next.say) : this.parts.copy('go-on-stop')
  }

  /**
   * @param {string} heard
   * @param {boolean} spoken
   */
  #heard(heard, spoken) {
    return spoken ? this.parts.saying('quoted', heard) : heard
  }

  /**
   * @param {IndexFile} content
   * @returns {HTMLElement[]}
   */
  #bridge(content) {
    return content.bridges.slice(0, 1).map(({ say }) => this.parts.saying('bridge', say))
  }

  /** @param {Guide} guide */
  #moment({ moment, title, url }) {
    const item = this.parts.copy('moment')
    const link = /** @type {HTMLAnchorElement} */ (slot(item, 'link'))
    link.href = this.root + url
    link.textContent = moment || title
    return item
  }

  /** @param {string} name */
  #withMoments(name) {
    const part = this.parts.copy(name)
    const link = /** @type {HTMLAnchorElement} */ (slot(part, 'all'))
    link.href = `${this.root}#moments`
    return part
  }

  /**
   * @param {IndexFile} content
   * @param {Shown} shown
   */
  #summary(content, { state, moments, conversation }) {
    const { stop, note } = position(conversation)
    const line = turn(content.lines, conversation)
      .map(({ say }) => say)
      .join(' ')
    if (stop) return this.parts.text('live-stop', { note })
    if (conversation.length > 1) return this.parts.text('live-next', { line })
    const { title } = guideOf(content, lastLine(conversation))
    return this.parts.text(`live-${state}`, { count: String(moments.length), title, line })
  }

  /**
   * @param {string} state
   * @param {...HTMLElement} elements
   */
  #message(state, ...elements) {
    this.#show(state, elements)
    this.container.removeAttribute('data-selected')
    this.#announce(elements.map((element) => element.textContent?.replace(/\s+/g, ' ').trim()).join(' '))
  }

  /**
   * Puts the elements on the page; whoever stood among the old ones stands at the first control of the new ones.
   *
   * @param {string} state
   * @param {HTMLElement[]} elements
   */
  #show(state, elements) {
    const inside = this.container.contains(document.activeElement)
    this.container.replaceChildren(...elements)
    this.container.dataset.state = state
    if (inside) this.container.querySelector('button')?.focus()
  }

  /** @param {string} text */
  #announce(text) {
    if (this.live.textContent !== text) this.live.textContent = text
  }
}

/**
 * Gives the nearest guides; of those that nothing is near to, the first situations.
 *
 * @param {IndexFile} content
 * @param {string[]} nearest
 * @returns {Guide[]}
 */
function moments({ guides }, nearest) {
  const near = nearest.flatMap((id) => guides.find((guide) => guide.id === id) ?? [])
  const others = guides.filter((guide) => guide.kind === 'situation' && !nearest.includes(guide.id))
  return [...near, ...others].slice(0, MOST_MOMENTS)
}

/**
 * @param {IndexFile} content
 * @param {string} line
 */
function guideOf(content, line) {
  const id = line.split('#')[0]
  return /** @type {Guide} */ (content.guides.find((guide) => guide.id === id))
}

/**
 * @typedef {import('./conversation.js').Conversation} Conversation
 * @typedef {import('../search/index_file.js').Answer} Answer
 * @typedef {import('../search/index_file.js').Found} Found
 * @typedef {import('../search/index_file.js').Guide} Guide
 * @typedef {import('../search/index_file.js').IndexFile} IndexFile
 * @typedef {import('../search/index_file.js').Line} Line
 *
 * @typedef {object} Shown What was found and how far the conversation with the selected result has gone.
 * @property {'found' | 'guess'} state
 * @property {Found[]} moments
 * @property {string} apart The question that separates the first two, if they are easily mixed up.
 * @property {number} selected
 * @property {Conversation} conversation
 */
