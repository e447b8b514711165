// @ts-check

/**
 * Finds the elements of the ask box and wires them; loads the index at once, so that an open tab needs no server.
 * Then says on a guide whether its review is due.
 */

import { openAsker } from './search/asker.js'
import './moved.js'
import { offerCopies } from './box/copying.js'
import { Results } from './box/results.js'
import { SearchBox } from './box/search_box.js'
import { showWhenDue } from './review.js'
import { loadIndexFile, WrongVersion } from './search/index_file.js'

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
  loadIndexFile(index).then(
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
