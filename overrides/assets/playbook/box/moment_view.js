// @ts-check

/**
 * The moment that is shown large: their words, what must hold, the line. What stands above the line keeps its place even
 * when it is empty, so that the eye finds the line at the same height in every turn.
 */

import { putLine, putLineToRead } from './filling.js'
import { slot } from './parts.js'

/** Letters up to which a line is set in this size; the type gets smaller before a line is cut. */
const SIZES = [60, 105, 150, 220]
const SAID_OR_DONE = ['they-said', 'it-happened']

export class MomentView {
  /** What is shown now; a key more mostly finds the same. */
  #shown = ''

  /**
   * @param {HTMLElement} article
   * @param {Parts} parts
   * @param {FillIns} fillIns
   */
  constructor(article, parts, fillIns) {
    this.article = article
    this.parts = parts
    this.fillIns = fillIns
    this.gone = /** @type {HTMLDetailsElement} */ (slot(article, 'gone'))
  }

  /** Shows no moment. */
  clear() {
    this.#shown = ''
    this.article.hidden = true
    for (const name of ['guide', 'moment']) delete this.article.dataset[name]
    this.#say().removeAttribute('data-say')
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
    this.article.hidden = false
    Object.assign(this.article.dataset, { guide, moment })
    this.article.toggleAttribute('data-method', !line && !SAID_OR_DONE.includes(who))
    this.#showHeard(heard, who)
    slot(this.article, 'condition').textContent = line?.condition ?? ''
    this.#showLine(line, instead)
    slot(this.article, 'tone').textContent = line ? line.tone : tone
    slot(this.article, 'fresh').textContent = fresh
    slot(this.article, 'then').replaceChildren(...then.map((next) => this.#next(next)))
    for (const told of this.article.querySelectorAll('[data-told]')) told.removeAttribute('data-told')
    this.article.dataset.size = sizeOf(lines.map(({ say }) => say))
    this.#showGone(gone)
  }

  /**
   * @param {string} heard
   * @param {string} who
   */
  #showHeard(heard, who) {
    const nobody = !heard && SAID_OR_DONE.includes(who)
    slot(this.article, 'who').textContent = nobody ? '' : this.parts.text(who, {})
    const words = slot(this.article, 'heard')
    words.replaceChildren(who !== 'it-happened' && heard ? this.parts.saying('quoted', heard) : heard)
    words.title = heard
  }

  /**
   * @param {Line | undefined} line
   * @param {string} instead
   */
  #showLine(line, instead) {
    const say = this.#say()
    say.toggleAttribute('data-say', Boolean(line))
    say.toggleAttribute('data-instead', !line)
    slot(this.article, 'after').classList.toggle('without-copy', !line)
    if (line) putLine(say, line.say, this.fillIns)
    else say.textContent = instead
  }

  #say() {
    return slot(this.article, 'say')
  }

  /** @param {Line} line */
  #next(line) {
    const next = this.parts.copy('then')
    slot(next, 'condition').textContent = line.condition
    putLine(slot(next, 'say'), line.say, this.fillIns)
    slot(next, 'tone').textContent = line.tone
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
