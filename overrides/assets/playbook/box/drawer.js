// @ts-check

/**
 * On guides the answer opens below the header, and closes when one turns elsewhere; on the desk it is always open.
 */

export class Drawer {
  #rising = false

  /**
   * @param {HTMLElement} container
   * @param {HTMLElement} form
   */
  constructor(container, form) {
    this.container = container
    this.form = form
    this.closable = container.hidden
  }

  get isOpen() {
    return !this.container.hidden
  }

  /** Opens it. */
  open() {
    this.container.hidden = false
  }

  /**
   * Brings its beginning into sight, where the line stands; whoever tapped an answer may have scrolled down. Right before
   * it is drawn: asked at a key, how far it is scrolled would have the page laid out once more.
   */
  toTop() {
    if (!this.#rising) requestAnimationFrame(() => this.#rise())
    this.#rising = true
  }

  #rise() {
    this.#rising = false
    if (!this.closable && scrollY > 0) scrollTo({ top: 0, behavior: 'instant' })
    else if (this.closable && this.container.scrollTop > 0) this.container.scrollTop = 0
  }

  /** Closes it, where it can be closed. */
  close() {
    if (this.closable) this.container.hidden = true
  }

  /**
   * Says whether something on the page belongs to it.
   *
   * @param {EventTarget | null} target
   */
  holds(target) {
    return target instanceof Node && (this.container.contains(target) || this.form.contains(target))
  }
}
