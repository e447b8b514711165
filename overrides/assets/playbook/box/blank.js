// @ts-check

/**
 * A blank page for a shared screen: everything is still there and nothing is seen, until F2 or a tap brings it back.
 */

export class Blank {
  /**
   * @param {Document} page
   * @param {HTMLElement} note Tells those who do not see the page.
   */
  constructor(page, note) {
    this.root = page.documentElement
    this.note = note
    page.addEventListener('pointerup', ({ pointerType }) => {
      if (this.on && pointerType === 'touch') this.toggle()
    })
  }

  get on() {
    return 'blank' in this.root.dataset
  }

  /** Blanks the page, or brings it back. */
  toggle() {
    if (this.on) delete this.root.dataset.blank
    else this.root.dataset.blank = ''
    this.note.textContent = this.on ? 'The page is blank. F2 brings it back.' : 'The page is back.'
  }
}
