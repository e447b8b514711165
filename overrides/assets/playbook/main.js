// @ts-check

/**
 * Finds the elements of the ask box and wires them; loads the index right after the first paint, which it would delay,
 * so that an open tab needs no server.
 * Then says on a guide whether its review is due.
 */

import { openAsker } from './search/asker.js'
import './moved.js'
import { offerCopies } from './box/copying.js'
import { Results } from './box/results.js'
import { SearchBox } from './box/search_box.js'
import { filterLists } from './filter.js'
import { showWhenDue } from './review.js'
import { loadIndexFile, WrongVersion } from './search/index_file.js'
import { unfoldForPaper, unfoldWhatIsNamed } from './unfolding.js'

const form = document.querySelector('form#ask-form')
const input = document.querySelector('input#ask')
const container = document.getElementById('ask-results')
const live = document.getElementById('ask-live')
const template = document.querySelector('template#ask-parts')

if (
  form instanceof HTMLFormElement &&
  input instanceof HTMLInputElement &&
  template instanceof HTMLTemplateElement &&
  container &&
  live
) {
  const { index = '', root = '' } = form.dataset
  const box = new SearchBox(form, input, new Results(container, live, template, root))
  painted()
    .then(() => loadIndexFile(index))
    .then(
      async (content) => {
        box.open(content, await openAsker(content))
        performance.mark('desk-ready')
      },
      (error) => {
        console.error(error)
        box.fail(error instanceof WrongVersion ? 'failed-version' : 'failed')
      },
    )
}

offerCopies(document, (told) => live?.replaceChildren(told))
showWhenDue(document)
filterLists(document)
unfoldWhatIsNamed(document)
unfoldForPaper(document)

/** Waits for the first paint; not where the page is hidden, and not for ever where a browser keeps paints to itself. */
function painted() {
  return new Promise((resolve) => {
    if (document.hidden) resolve(undefined)
    document.addEventListener('visibilitychange', resolve, { once: true })
    new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true })
    setTimeout(resolve, 1000)
  })
}
