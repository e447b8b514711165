// @ts-check

/**
 * Whether a guide is due for review: judged on the day it is read, in the reader's browser, so that a site which
 * nobody has built for a year still says so.
 */

/** @param {Document} page */
export function showWhenDue(page) {
  const status = /** @type {HTMLElement | null} */ (page.querySelector('[data-reviewed]'))
  const note = status?.querySelector('.due')
  if (!status || !note) return
  if (isDue(status.dataset.reviewed ?? '', status.dataset.reviewEvery ?? '', new Date())) note.removeAttribute('hidden')
}

/**
 * Gives whether the review of a page is due on a day.
 *
 * @param {string} reviewed The day of the last review, as `2026-11-22`.
 * @param {string} every As `12 months`.
 * @param {Date} today
 */
export function isDue(reviewed, every, today) {
  const due = new Date(`${reviewed}T00:00:00`)
  due.setMonth(due.getMonth() + Number.parseInt(every, 10))
  return today >= due
}
