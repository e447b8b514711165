// @ts-check

/**
 * On guides the answer opens below the header, and closes when one turns elsewhere; on the desk it is always open.
 */

export class Drawer {
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

  /** Brings its beginning into sight, where the line stands; whoever tapped an answer may have scrolled down. */
  toTop() {
    if (this.closable) this.container.scrollTop = 0
    else if (scrollY > 0) scrollTo({ top: 0, behavior: 'instant' })
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
