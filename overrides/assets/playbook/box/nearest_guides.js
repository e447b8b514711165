// @ts-check

/**
 * What is shown where nothing answers: every situation, and before them what was nearest.
 */

import { slot } from './parts.js'

const MOST_NEAREST = 5

/**
 * Gives every situation, those of the nearest guides first, and the nearest techniques before them.
 *
 * @param {IndexFile} content
 * @param {Found[]} nearest
 */
export function nearestFirst({ guides }, nearest) {
  const near = nearest.flatMap((found) => guides.find(({ id }) => id === found.guide) ?? [])
  const others = guides.filter((guide) => guide.kind === 'situation' && !near.includes(guide))
  return [...new Set([...near.slice(0, MOST_NEAREST), ...others])]
}

/**
 * Gives a link to a guide, in the customer's words where it has some.
 *
 * @param {Guide} guide
 * @param {Parts} parts
 * @param {string} root The relative path to the root of the site.
 */
export function linkTo({ moment, title, url }, parts, root) {
  const item = parts.copy('nothing-moment')
  const link = /** @type {HTMLAnchorElement} */ (slot(item, 'link'))
  link.href = root + url
  link.textContent = moment ? `“${moment}”` : title
  return item
}

/**
 * @typedef {import('../search/index_file.js').Found} Found
 * @typedef {import('../search/index_file.js').Guide} Guide
 * @typedef {import('../search/index_file.js').IndexFile} IndexFile
 * @typedef {import('./parts.js').Parts} Parts
 */
