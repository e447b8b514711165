// @ts-check

/**
 * An open tab notices, when one comes back to it, that the site was built anew, and offers to reload; it never does so
 * by itself.
 */

const PAUSE = 10 * 60 * 1000 // milliseconds between two looks

/**
 * @param {Document} page
 * @param {string} root The relative path to the root of the site.
 */
export function watchForNewBuild(page, root) {
  const note = page.getElementById('new-build')
  const build = page.documentElement.dataset.build ?? ''
  if (!note || !build) return
  const address = new URL(`${root}build.txt`, location.href).href
  let looked = Date.now()
  const look = async () => {
    const since = Date.now() - looked
    if (page.visibilityState !== 'visible' || (since >= 0 && since < PAUSE)) return // a clock may be set back
    looked = Date.now()
    if (await isOther(address, build)) note.hidden = false
  }
  addEventListener('focus', look)
  page.addEventListener('visibilitychange', look)
  page.getElementById('new-build-reload')?.addEventListener('click', () => location.reload())
  page.getElementById('new-build-later')?.addEventListener('click', () => {
    note.hidden = true
  })
}

/**
 * Says whether the site names another build than ours; without an answer it does not.
 *
 * @param {string} address
 * @param {string} build
 */
async function isOther(address, build) {
  try {
    const answer = await fetch(address, { cache: 'no-store' })
    const name = answer.ok ? (await answer.text()).trim() : build
    return /^[0-9a-f]{10}$/.test(name) && name !== build
  } catch {
    return false
  }
}
