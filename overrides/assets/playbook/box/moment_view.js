// @ts-check

/**
 * The moment that is shown large: their words, what must hold, the line. What stands above the line keeps its place even
 * when it is empty, so that the eye finds the line at the same height in every turn.
 */

import { forgetTold } from './copying.js'
import { putLine, putLineToRead } from './filling.js'
import { hide, put, say, slot, slotsOf } from './parts.js'

/** Letters up to which a line is set in this size; the type gets smaller before a line is cut. */
const SIZES = [60, 105, 150, 220]
const SAID_OR_DONE = ['they-said', 'it-happened']

export class MomentView {
  /** What is shown now; a key more mostly finds the same. */
  #shown = ''
  /** @type {Line | undefined} The line that stands there: their words alone often change while one types. */
  #line

  /**
   * @param {HTMLElement} article
   * @param {Parts} parts
   * @param {FillIns} fillIns
   */
  constructor(article, parts, fillIns) {
    this.article = article
    this.parts = parts
    this.fillIns = fillIns
    this.slot = slotsOf(article)
    this.gone = /** @type {HTMLDetailsElement} */ (this.slot('gone'))
  }

  /**
   * Folds the turns before, unless this is one of them: they lie over the line.
   *
   * @param {EventTarget | null} target What is pressed or focused.
   */
  foldGone(target) {
    if (!(target instanceof Node && this.gone.contains(target))) this.gone.open = false
  }

  /** Shows no moment. */
  clear() {
    if (this.article.hidden) return
    this.#shown = ''
    this.article.hidden = true
    for (const name of ['guide', 'moment']) delete this.article.dataset[name]
    this.slot('say').removeAttribute('data-say')
  }

  /**
   * @param {ShownMoment} moment
   * @param {GoneTurn[]} gone The turns before, the first one first.
   */
  show(moment, gone) {
    this.gone.open = false
    const shown = JSON.stringify([{ ...moment, lines: moment.lines.map(({ say }) => say) }, gone])
    if (shown !== this.#shown) this.#draw(moment, gone)
    this.#shown = shown
  }

  /**
   * @param {ShownMoment} shown
   * @param {GoneTurn[]} gone
   */
  #draw({ guide, moment, heard, who, lines, instead, tone, fresh }, gone) {
    const [line, ...then] = lines
    hide(this.article, false)
    put(this.article, 'data-guide', guide)
    put(this.article, 'data-moment', moment)
    this.article.toggleAttribute('data-method', !line && !SAID_OR_DONE.includes(who))
    this.#showHeard(heard, who)
    say(this.slot('condition'), line?.condition ?? '')
    this.#showLine(line, instead)
    const [manner, after] = line ? mannerOf(line.tone) : ['', tone]
    this.#showManner(manner)
    say(this.slot('after'), after)
    say(this.slot('fresh'), fresh)
    this.slot('then').replaceChildren(...then.map((next) => this.#next(next)))
    forgetTold(this.article)
    put(this.article, 'data-size', sizeOf(lines.map((one) => one.say)))
    this.#showGone(gone)
  }

  /**
   * @param {string} heard
   * @param {string} who
   */
  #showHeard(heard, who) {
    const nobody = !heard && SAID_OR_DONE.includes(who)
    say(this.slot('who'), nobody ? '' : this.parts.text(who, {}))
    const words = this.slot('heard')
    words.replaceChildren(who !== 'it-happened' && heard ? this.parts.saying('quoted', heard) : heard)
    words.title = heard
  }

  /**
   * @param {Line | undefined} line
   * @param {string} instead
   */
  #showLine(line, instead) {
    const place = this.slot('say')
    place.toggleAttribute('data-say', Boolean(line))
    place.toggleAttribute('data-instead', !line)
    for (const name of ['copy', 'you']) hide(this.slot(name), !line)
    if (line && line !== this.#line) putLine(place, line.say, this.fillIns)
    else if (!line) say(place, instead)
    this.#line = line
  }

  /** @param {string} manner */
  #showManner(manner) {
    const place = this.slot('tone')
    say(place, manner)
    place.title = manner // on a telephone its end may not be seen
  }

  /** @param {Line} line */
  #next({ condition, say: words, tone }) {
    const next = this.parts.copy('then')
    const [manner, after] = mannerOf(tone)
    const told = { condition, tone: manner, after }
    for (const [name, text] of Object.entries(told)) slot(next, name).textContent = text
    putLine(slot(next, 'say'), words, this.fillIns)
    return next
  }

  /** @param {GoneTurn[]} gone */
  #showGone(gone) {
    this.gone.hidden = gone.length === 0
    slot(this.gone, 'gone-count').textContent = this.parts.text('gone-count', { count: String(gone.length) })
    slot(this.gone, 'gone-turns').replaceChildren(...gone.map((turn) => this.#goneTurn(turn)))
  }

  /** @param {GoneTurn} turn */
  #goneTurn({ heard, spoken, say }) {
    const item = this.parts.copy('gone-turn')
    slot(item, 'gone-who').textContent = this.parts.text(spoken ? 'they-said' : 'it-happened', {})
    slot(item, 'gone-heard').replaceChildren(spoken ? this.parts.saying('quoted', heard) : heard)
    putLineToRead(slot(item, 'gone-say'), say, this.fillIns)
    return item
  }
}

/**
 * Gives how a line is said, which is read before it, and what is done after it.
 *
 * @param {string} tone Such as `slow, then listen`.
 */
function mannerOf(tone) {
  const at = tone.search(/\bthen\b/)
  return at < 0 ? [tone, ''] : [tone.slice(0, at).replace(/,\s*$/, ''), tone.slice(at)]
}

/** @param {string[]} says */
function sizeOf(says) {
  const letters = says.reduce((sum, say, index) => sum + say.length * (index === 0 ? 1 : 0.5), 0)
  const size = SIZES.findIndex((most) => letters <= most)
  return String(size < 0 ? SIZES.length : size)
}

/**
 * @typedef {import('../search/index_file.js').Line} Line
 * @typedef {import('./fill_ins.js').FillIns} FillIns
 * @typedef {import('./parts.js').Parts} Parts
 *
 * @typedef {object} ShownMoment
 * @property {string} guide
 * @property {string} moment
 * @property {string} heard
 * @property {string} who The part that tells whose words these are.
 * @property {Line[]} lines What to say now; none at the end, or where the guide itself is the answer.
 * @property {string} instead What stands in the place of the line then.
 * @property {string} tone
 * @property {string} fresh In words, whether the guide is due for review.
 *
 * @typedef {{heard: string, spoken: boolean, say: string}} GoneTurn
 */
