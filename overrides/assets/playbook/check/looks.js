// @ts-check

/**
 * Looks at how the site is served, each from what this browser sees; a look that its server refuses is unknown.
 *
 * @typedef {object} Verdict
 * @property {'good' | 'bad' | 'unknown'} verdict
 * @property {Record<string, string>} [slots] What was seen, by the slot of the page's words.
 */

/** @type {Verdict} */
const GOOD = { verdict: 'good' }
/** @type {Verdict} */
const UNKNOWN = { verdict: 'unknown' }

/**
 * @param {Record<string, string>} [slots]
 * @returns {Verdict}
 */
export function bad(slots = {}) {
  return { verdict: 'bad', slots }
}

/**
 * Whether the module that every page begins with runs, with all that it imports.
 *
 * @param {string} main
 * @returns {Promise<Verdict>}
 */
export async function modulesLook(main) {
  try {
    await import(new URL(main, location.href).href)
    return GOOD
  } catch (error) {
    return bad({ seen: String(error) })
  }
}

/**
 * Whether this page lies where its site was built for.
 *
 * @param {{pathname: string, origin: string}} at
 * @param {string} built
 * @returns {Promise<Verdict>}
 */
export async function baseLook({ pathname, origin }, built) {
  const seen = pathname.replace(/check\/(index\.html)?$/, '')
  return seen === built ? GOOD : bad({ seen, built, address: `${origin}${seen}` })
}

/**
 * Whether the index arrives and can be read.
 *
 * @param {Promise<Response>} asked
 * @returns {Promise<Verdict>}
 */
export async function indexLook(asked) {
  try {
    const answer = await asked
    if (!answer.ok) return bad({ seen: `status ${answer.status}` })
    await answer.clone().json()
    return GOOD
  } catch (error) {
    return error instanceof SyntaxError ? bad({ seen: 'it is no JSON' }) : UNKNOWN
  }
}

/**
 * Whether the index travels compressed. Its header says so; some proxies take that away, so the sizes count, too.
 *
 * @param {Promise<Response>} asked
 * @returns {Promise<Verdict>}
 */
export async function compressionLook(asked) {
  try {
    const answer = (await asked).clone()
    if (!answer.ok) return UNKNOWN
    const size = (await answer.arrayBuffer()).byteLength
    const [timing] = performance.getEntriesByName(answer.url).slice(-1)
    const sent = timing instanceof PerformanceResourceTiming ? timing.encodedBodySize : size
    const compressed = answer.headers.has('content-encoding') || (sent > 0 && sent < size)
    return compressed ? GOOD : bad({ seen: String(Math.round(size / 1024)) })
  } catch {
    return UNKNOWN
  }
}

/**
 * Whether a policy arrives as a header.
 *
 * @param {Promise<Response>} asked
 * @returns {Promise<Verdict>}
 */
export async function policyHeaderLook(asked) {
  try {
    return (await asked).headers.has('content-security-policy') ? GOOD : bad()
  } catch {
    return UNKNOWN
  }
}

/**
 * Whether a page that is shown is the newest one, and whether browsers will ask.
 *
 * @param {Promise<Response>} asked
 * @param {string} build The build of the page that is shown.
 * @returns {Promise<Verdict>}
 */
export async function cacheLook(asked, build) {
  try {
    const answer = (await asked).clone()
    const newest = /<html[^>]* data-build="([^"]*)"/.exec(await answer.text())?.[1] ?? build
    if (newest !== build) return bad({ seen: `this page is of build ${build}, the server has ${newest}` })
    const age = answer.headers.get('age')
    if (Number(age)) return bad({ seen: `a cache on the way handed out a page that is ${age} seconds old` })
    const told = answer.headers.get('cache-control')
    if (told === null) return bad({ seen: 'no Cache-Control arrives, so browsers keep pages as long as they like' })
    return /no-cache|no-store|max-age=0\b/.test(told) ? GOOD : bad({ seen: `Cache-Control is ${told}` })
  } catch {
    return UNKNOWN
  }
}

/**
 * Whether this browser keeps what is to last beyond a page.
 *
 * @returns {Promise<Verdict>}
 */
export async function storageLook() {
  const blocked = ['localStorage', 'sessionStorage'].filter((name) => !keeps(name))
  return blocked.length ? bad({ seen: blocked.join(', ') }) : GOOD
}

/** @param {string} name */
function keeps(name) {
  try {
    const storage = /** @type {Storage} */ (Reflect.get(window, name))
    storage.setItem('check', '1')
    storage.removeItem('check')
    return true
  } catch {
    return false
  }
}
