// @ts-check
/** Loads the page again when there was another build; asks only while somebody looks, as a browser allows few questions. */

const PAUSE = 1000
const seen = document.querySelector('#preview')?.getAttribute('data-attempt') ?? ''

/** @type {AbortController | undefined} */
let question

/** @returns {Promise<boolean>} whether there was another build; false, too, where nobody answers */
async function hasNews() {
  question = new AbortController()
  try {
    const answer = await fetch(`/-/news?seen=${seen}`, { signal: question.signal, cache: 'no-store' })
    return answer.ok && (await answer.text()) !== seen
  } catch {
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
    return false
  }
}

async function watch() {
  while (document.visibilityState === 'visible') {
    if (await hasNews()) {
      location.reload()
      return
    }
  }
}

document.addEventListener('visibilitychange', () => {
  question?.abort()
  watch()
})
addEventListener('pagehide', () => question?.abort())
watch()
