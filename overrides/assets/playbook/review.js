// @ts-check

/**
 * Whether a guide is due for review: judged on the day it is read, in the reader's browser, so that a site which
 * nobody has built for a year still says so.
 */

const PATIENCE = 30 // days after which what is due is overdue

/** @param {Document} page */
export function showWhenDue(page) {
  for (const note of page.querySelectorAll('[data-reviewed]')) {
    const { reviewed = '', reviewEvery = '' } = /** @type {HTMLElement} */ (note).dataset
    note.querySelector(`[data-state="${reviewState(reviewed, reviewEvery, new Date())}"]`)?.removeAttribute('hidden')
  }
}

/**
 * Gives how the review of a page stands on a day.
 *
 * @param {string} reviewed The day of the last review, as `2026-11-22`.
 * @param {string} every As `12 months`.
 * @param {Date} today
 * @returns {'fresh' | 'due' | 'overdue'}
 */
export function reviewState(reviewed, every, today) {
  const due = new Date(`${reviewed}T00:00:00`)
  due.setMonth(due.getMonth() + Number.parseInt(every, 10))
  const overdue = new Date(due)
  overdue.setDate(overdue.getDate() + PATIENCE)
  if (today >= overdue) return 'overdue'
  return today >= due ? 'due' : 'fresh'
}
