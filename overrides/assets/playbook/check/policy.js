// @ts-check

/** Looks for a Content-Security-Policy that is not the site's own: in the header, and in what it forbids. */

import { bad } from './looks.js'

/**
 * Whether a policy other than the site's arrives, or something that the pages need is forbidden.
 *
 * @param {Promise<Response>} asked
 * @param {string} ours
 * @param {string} assets The folder of what the pages need.
 * @returns {Promise<import('./looks.js').Verdict>}
 */
export async function otherPolicyLook(asked, ours, assets) {
  /** @type {Map<string, string>} */
  const heard = new Map()
  document.addEventListener('securitypolicyviolation', (told) => {
    heard.set(told.effectiveDirective, told.originalPolicy)
  })
  const header = asked.then(
    (answer) => answer.headers.get('content-security-policy') ?? '',
    () => '',
  )
  await Promise.allSettled([header, image(), font(assets), style(assets), worker(assets)])
  // What was forbidden is told in a task of its own.
  await new Promise((resolve) => setTimeout(resolve))
  const others = new Set([...(await header).split(','), ...heard.values()].map(inOrder))
  others.delete('')
  others.delete(inOrder(ours))
  if (!others.size && !heard.size) return { verdict: 'good' }
  return bad({ seen: [...others].join(', '), forbidden: [...heard.keys()].sort().join(', ') || '-' })
}

/** @param {string} policy */
function inOrder(policy) {
  return policy
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
    .sort()
    .join('; ')
}

function image() {
  const tried = new Image()
  tried.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
  return tried.decode()
}

/** @param {string} assets */
function font(assets) {
  return new FontFace('tried', `url("${new URL(`${assets}fonts/inter.woff2`, location.href)}")`).load()
}

/** @param {string} assets */
function style(assets) {
  return new Promise((resolve) => {
    const tried = document.createElement('link')
    tried.rel = 'stylesheet'
    tried.media = 'print'
    tried.href = `${assets}style/print.css`
    tried.onload = tried.onerror = resolve
    document.head.append(tried)
  })
}

/** @param {string} assets */
function worker(assets) {
  return new Promise((resolve) => {
    const tried = new Worker(`${assets}check/worker_probe.js`, { type: 'module' })
    tried.onmessage = tried.onerror = resolve
  })
}
