// @ts-check

/**
 * What the ask box shows, in every state.
 */

import { reviewState } from '../review.js'
import { bridgeFor } from './bridge.js'
import { lastLine, position } from './call.js'
import { guideOf, linesFrom, replies } from './conversation.js'
import { MomentView } from './moment_view.js'
import { OfferList } from './offer_list.js'
import { hide, put, say, slotsOf } from './parts.js'
import { ReplyList } from './reply_list.js'
import { sentence, summaryOf } from './summary.js'
import { Told } from './told.js'

export class AnswerView {
  /**
   * @param {HTMLElement} container
   * @param {Parts} parts
   * @param {FillIns} fillIns
   * @param {string} root The relative path to the root of the site.
   */
  constructor(container, parts, fillIns, root) {
    this.container = container
    this.parts = parts
    this.fillIns = fillIns
    this.root = root
    this.slot = slotsOf(container)
    this.told = new Told(this.slot('told'), parts, root)
    this.now = new MomentView(this.slot('now'), parts, fillIns)
    this.replies = new ReplyList(this.slot('replies'), this.#find('#ask-replies'), parts, fillIns)
    this.others = new OfferList(this.slot('others'), this.#find('#ask-list'), parts, fillIns)
  }

  /** Where the focus goes when a moment is taken. */
  get focusPlace() {
    return this.replies.block.hidden ? this.now.article : this.replies.list
  }

  /**
   * Shows nothing, or a message in the place of an answer.
   *
   * @param {'idle' | 'loading' | 'failed' | 'nothing'} state
   * @param {string} [name] The part that says it.
   */
  message(state, name) {
    this.#empty(state)
    hide(this.slot('moves'), true)
    if (name) this.told.tell(name)
    else this.told.clear()
  }

  /**
   * Shows that nothing answers: a safe question, and what was nearest.
   *
   * @param {IndexFile} content
   * @param {Call} call
   * @param {Found[]} nearest
   */
  nothing(content, call, nearest) {
    this.#showNothing(content, call)
    this.told.nothing(content, nearest, bridgeFor(content.bridges, call.text))
    return () => this.parts.text('live-nothing', { say: this.#find('.safe').textContent ?? '' })
  }

  /**
   * @param {IndexFile} content
   * @param {Call} call
   */
  tooShort(content, call) {
    this.#showNothing(content, call)
    this.told.tell('too-short', bridgeFor(content.bridges, call.text))
  }

  /**
   * Shows moments to choose from, none of them large.
   *
   * @param {IndexFile} content
   * @param {Call} call
   * @param {Matches} offer
   */
  guess(content, call, { moments, apart }) {
    this.#begin('guess')
    this.told.clear()
    this.#showNoMoment()
    this.#showBridge(content, call.text)
    this.others.show(moments, { ...this.#wordsOf(content), chosen: call.chosen, large: false, apart })
    this.#showMoves(content, call)
    const { heard, line, guide } = moments[call.chosen] ?? moments[0]
    return () => {
      const words = this.fillIns.filled(this.#say(content, line))
      const title = titleOf(content, guide)
      const values = { count: String(moments.length), heard: sentence(heard), say: words, title }
      return this.parts.text(words ? 'live-guess' : 'live-guess-guide', values)
    }
  }

  /**
   * Shows what was found: the chosen moment large, the others below.
   *
   * @param {IndexFile} content
   * @param {Call} call
   * @param {Matches} offer
   */
  found(content, call, { moments, apart }) {
    const { moment, guide, line, heard } = moments[call.chosen] ?? moments[0]
    this.#begin('found')
    this.told.clear()
    const lines = linesFrom(content.lines, line)
    const who = line ? 'they-said' : heard ? 'you-ask' : 'to-read'
    const fresh = this.#freshness(content, guide)
    const shown = { guide, moment, heard, who, lines, instead: titleOf(content, guide), tone: '', fresh }
    this.now.show(shown, gone(content, call.turns))
    this.#showReplies(content, line)
    this.others.show(moments, { ...this.#wordsOf(content), chosen: call.chosen, large: true, apart })
    this.#showMoves(content, call)
    return () => summaryOf(this.parts, this.fillIns, shown, replies(content.lines, line), moments.length - 1)
  }

  /**
   * Shows the turn where the call stands.
   *
   * @param {IndexFile} content
   * @param {Call} call
   */
  standing(content, call) {
    const { line, stop, note, heard, spoken } = /** @type {Turn} */ (position(call))
    this.#begin('found')
    this.told.clear()
    this.others.clear()
    const at = line || lastLine(call)
    const instead = stop ? this.parts.text('stop', {}) : ''
    const lines = linesFrom(content.lines, line)
    const who = spoken ? 'they-said' : 'it-happened'
    const fresh = this.#freshness(content, guideOf(at))
    const shown = { guide: guideOf(at), moment: at, heard, who, lines, instead, tone: note, fresh }
    this.now.show(shown, gone(content, call.turns.slice(0, -1)))
    this.#showReplies(content, line)
    this.#showMoves(content, call)
    if (stop) return () => this.parts.text('live-stop', { note })
    return () => summaryOf(this.parts, this.fillIns, shown, replies(content.lines, line), 0)
  }

  /**
   * Gives the address of a line in its guide; of the line with which a guide begins, that of the guide.
   *
   * @param {IndexFile} content
   * @param {string} line As `guide#line`, or a guide alone.
   */
  addressOf(content, line) {
    const guide = content.guides.find(({ id }) => id === guideOf(line))
    if (!guide) return ''
    return this.root + guide.url + (line === guide.start || !line.includes('#') ? '' : line.slice(line.indexOf('#')))
  }

  /**
   * Begins to show a state; what is shown in several is changed only where it differs.
   *
   * @param {'idle' | 'loading' | 'failed' | 'nothing' | 'found' | 'guess'} state
   */
  #begin(state) {
    put(this.container, 'data-state', state)
    this.container.parentElement?.toggleAttribute('data-busy', state !== 'idle')
    if (state !== 'guess') hide(this.slot('bridge'), true)
  }

  /**
   * @param {IndexFile} content
   * @param {Call} call
   */
  #showNothing(content, call) {
    this.#empty('nothing')
    this.#showMoves(content, call)
  }

  /**
   * Begins to show a state that offers no moment.
   *
   * @param {'idle' | 'loading' | 'failed' | 'nothing'} state
   */
  #empty(state) {
    this.#begin(state)
    this.#showNoMoment()
    this.others.clear()
  }

  #showNoMoment() {
    this.now.clear()
    this.replies.show([])
  }

  /**
   * Gives how a moment is put into words: by its line, or by the title of the guide to read.
   *
   * @param {IndexFile} content
   */
  #wordsOf(content) {
    return {
      lineOf: (/** @type {Found} */ { line }) => (Object.hasOwn(content.lines, line) ? content.lines[line] : undefined),
      title: (/** @type {string} */ guide) => titleOf(content, guide),
    }
  }

  /**
   * Gives in words whether a guide is due for review today; nothing where it is not.
   *
   * @param {IndexFile} content
   * @param {string} guide
   */
  #freshness({ guides }, guide) {
    const { reviewed, reviewEvery } = guides.find(({ id }) => id === guide) ?? { reviewed: '', reviewEvery: '' }
    const state = reviewState(reviewed, reviewEvery, new Date())
    return state === 'fresh' ? '' : this.parts.text(state, {})
  }

  /**
   * @param {IndexFile} content
   * @param {string} text
   */
  #showBridge(content, text) {
    const words = bridgeFor(content.bridges, text)
    hide(this.slot('bridge'), !words)
    say(this.slot('bridge-say'), words)
  }

  /**
   * @param {IndexFile} content
   * @param {string} line
   */
  #showReplies(content, line) {
    const answers = replies(content.lines, line)
    this.replies.show(answers.map((answer) => ({ answer, next: this.#say(content, answer.to.line ?? '') })))
  }

  /**
   * @param {IndexFile} content
   * @param {Call} call
   */
  #showMoves(content, call) {
    const moment = this.now.article.dataset.moment ?? ''
    hide(this.slot('moves'), false)
    hide(this.slot('back'), call.turns.length === 0)
    hide(this.slot('open'), moment === '')
    hide(this.slot('report'), !moment.includes('#')) // there must be a line
    if (moment) put(this.slot('open'), 'href', this.addressOf(content, moment))
  }

  /**
   * @param {IndexFile} content
   * @param {string} line
   */
  #say(content, line) {
    return Object.hasOwn(content.lines, line) ? content.lines[line].say : ''
  }

  /** @param {string} selector */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.container.querySelector(selector))
  }
}

/**
 * @param {IndexFile} content
 * @param {string} guide
 */
function titleOf({ guides }, guide) {
  return guides.find(({ id }) => id === guide)?.title ?? guide
}

/**
 * Gives what was said in some turns.
 *
 * @param {IndexFile} content
 * @param {readonly Turn[]} turns
 */
function gone(content, turns) {
  return turns
    .filter(({ line }) => line)
    .map(({ line, heard, spoken }) => {
      const say = linesFrom(content.lines, line).map((said) => said.say)
      return { heard, spoken, say: say.join(' ') }
    })
}

/**
 * @typedef {import('../search/index_file.js').Found} Found
 * @typedef {import('../search/index_file.js').IndexFile} IndexFile
 * @typedef {import('../search/index_file.js').Matches} Matches
 * @typedef {import('./call.js').Call} Call
 * @typedef {import('./call.js').Turn} Turn
 * @typedef {import('./fill_ins.js').FillIns} FillIns
 * @typedef {import('./parts.js').Parts} Parts
 */
