// @ts-check

/**
 * Finds the parts of the page and wires them; loads the index right after the first paint, which it would delay, so that
 * an open tab needs no server.
 */

import './moved.js'
import { Announcer } from './box/announcer.js'
import { AnswerView } from './box/answer_view.js'
import { Blank } from './box/blank.js'
import { offerCopies } from './box/copying.js'
import { Desk } from './box/desk.js'
import { Drawer } from './box/drawer.js'
import { FillIns } from './box/fill_ins.js'
import { makeFillable, offerFilling, showFilled } from './box/filling.js'
import { GuideOpener } from './box/held_guide.js'
import { watchForNewBuild } from './box/new_build.js'
import { Panel } from './box/panel.js'
import { Parts } from './box/parts.js'
import { Presses } from './box/presses.js'
import { filterLists } from './filter.js'
import { showWhenDue } from './review.js'
import { Reader, warmUp } from './search/asker.js'
import { fetchIndexFile, readIndexFile, WrongVersion } from './search/index_file.js'
import { unfoldForPaper, unfoldWhatIsNamed } from './unfolding.js'

/** Makes the box of this page work, where it has one. */
function begin() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form#ask-form'))
  if (!form) return
  const { index = '', root: way = '' } = form.dataset
  const root = way.replace(/[^/]$/, '$&/')
  const announcer = new Announcer(part('ask-live'))
  const fillIns = new FillIns(() => showFilled(document, fillIns))
  const container = part('ask-results')
  const parts = new Parts(/** @type {HTMLTemplateElement} */ (part('ask-parts')))
  const drawer = new Drawer(container, form)
  const held = /** @type {HTMLDialogElement} */ (part('held'))
  const opener = new GuideOpener(held, /** @type {HTMLTemplateElement} */ (part('held-part')), fillIns)
  const view = new AnswerView(container, parts, fillIns, root)
  const desk = new Desk(/** @type {HTMLInputElement} */ (part('ask')), view, announcer, drawer, opener)
  const blank = new Blank(document, part('blank-note'))
  const panel = new Panel(document, announcer, blank, desk)
  new Presses(document, form, desk, drawer, blank, panel)
  makeFillable(document, fillIns)
  offerFilling(document, fillIns)
  offerCopies(document, (told) => announcer.tell(told))
  watchForNewBuild(document, root)
  document.documentElement.dataset.alive = ''
  load(index, desk, (content) => opener.follow(document, root, content))
}

/**
 * @param {string} index
 * @param {Desk} desk
 * @param {(content: import('./search/index_file.js').IndexFile) => void} opened
 */
async function load(index, desk, opened) {
  try {
    await painted()
    const reader = new Reader()
    const text = await fetchIndexFile(index)
    reader.begin(text)
    const content = readIndexFile(text)
    const ask = await reader.asker(content)
    desk.open(content, ask)
    opened(content)
    performance.mark('desk-ready')
    warmUp(ask, content)
  } catch (error) {
    console.error(error)
    desk.fail(error instanceof WrongVersion ? 'failed-version' : 'failed')
  }
}

/** Waits for the first paint; not where the page is hidden, and not for ever where a browser keeps paints to itself. */
function painted() {
  return new Promise((resolve) => {
    if (document.hidden) resolve(undefined)
    document.addEventListener('visibilitychange', resolve, { once: true })
    new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true })
    setTimeout(resolve, 1000)
  })
}

/** @param {string} id */
function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id))
}

begin()
showWhenDue(document)
filterLists(document)
unfoldWhatIsNamed(document)
unfoldForPaper(document)
