// @ts-check

/**
 * The page for hosts: takes all looks at how the site is served, and shows the verdict of each in the page's words.
 */

import { baseLook, cacheLook, compressionLook, indexLook, modulesLook, policyHeaderLook, storageLook } from './looks.js'
import { otherPolicyLook } from './policy.js'

/** @typedef {import('./looks.js').Verdict} Verdict */

/**
 * Takes every look.
 *
 * @param {DOMStringMap} told What the page says of itself.
 * @returns {Record<string, Promise<Verdict>>} By the name that the look has in the page.
 */
function looks({ base = '/', policy = '', build = '', index = '', assets = '' }) {
  const page = fetch(location.pathname, { cache: 'no-store' })
  const file = fetch(index, { cache: 'no-store' })
  return {
    modules: modulesLook(`${assets}main.js`),
    'base-path': baseLook(location, base),
    index: indexLook(file),
    compression: compressionLook(file),
    'other-policy': otherPolicyLook(page, policy, assets),
    'policy-header': policyHeaderLook(page),
    cache: cacheLook(page, build),
    storage: storageLook(),
  }
}

/**
 * Shows one verdict and hides the others of the same look.
 *
 * @param {Element} look
 * @param {Verdict} verdict
 */
function show(look, verdict) {
  for (const text of look.querySelectorAll('[data-verdict]')) {
    text.toggleAttribute('hidden', text.getAttribute('data-verdict') !== verdict.verdict)
  }
  for (const slot of look.querySelectorAll(`[data-verdict="${verdict.verdict}"] [data-slot]`)) {
    slot.textContent = verdict.slots?.[slot.getAttribute('data-slot') ?? ''] ?? ''
  }
}

/**
 * Says at the top how it stands, once all looks are taken.
 *
 * @param {string[]} wrong The headings of what is wrong.
 */
function sumUp(wrong) {
  const words = document.querySelector(`[data-sum-of="${wrong.length ? 'some' : 'none'}"]`)?.innerHTML ?? ''
  const sum = document.querySelector('[data-sum]')
  if (sum) sum.textContent = words.replace('{names}', wrong.join(', '))
}

const page = document.querySelector('[data-check]')
if (page instanceof HTMLElement) {
  /** @type {string[]} */
  const wrong = []
  for (const [name, taken] of Object.entries(looks(page.dataset))) {
    const look = page.querySelector(`[data-look="${name}"]`)
    const verdict = await taken
    if (look) show(look, verdict)
    if (verdict.verdict === 'bad') wrong.push(look?.querySelector('h2')?.textContent ?? name)
  }
  sumUp(wrong)
}
