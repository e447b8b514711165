// @ts-nocheck A bench only: foreign engines without types.
/** Asks every engine every query in the page, and gives what each found and how long it took. */
globalThis.compareEngines = async ({ documents, queries, stock, minisearch }) => {
  const main = document.querySelector('script[type=module]').src
  const content = await (await fetch(new URL('index.json', main))).json()
  const { match, readIndex } = await import(new URL('search/matcher.js', main).href)
  const index = readIndex(content)
  const engines = {
    'the desk': {
      ask: (text) => match(index, text).moments.map(({ guide }) => guide),
      bytes: JSON.stringify(content.search).length,
    },
    'plain lunr': await plainLunr(documents),
  }
  for (const { name, folder, every } of stock) engines[name] = { every, ...(await stockMaterial(folder)) }
  if (minisearch) engines.MiniSearch = await miniSearch(documents)
  const told = {}
  for (const [name, { ask, bytes, every = 1 }] of Object.entries(engines)) {
    const asked = queries.filter((_, number) => number % every === 0)
    for (const query of asked.slice(0, every === 1 ? 50 : 1)) await ask(query)
    const [found, times] = [[], []]
    for (const query of asked) {
      const start = performance.now()
      const guides = await ask(query)
      times.push(performance.now() - start)
      found.push([...new Set(guides)].slice(0, 3))
    }
    told[name] = { found, times, bytes }
  }
  return told
}

function script(address) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script')
    Object.assign(element, { src: address, onload: resolve, onerror: reject })
    document.head.append(element)
  })
}

async function plainLunr(documents) {
  await script('/lunr.js')
  const index = globalThis.lunr(function () {
    this.ref('id')
    for (const field of ['title', 'cues', 'lines']) this.field(field)
    for (const one of documents) this.add(one)
  })
  const words = (text) => text.replace(/[^\p{L}\p{N}' ]/gu, ' ')
  return { ask: (text) => index.search(words(text)).map(({ ref }) => ref), bytes: JSON.stringify(index).length }
}

async function miniSearch(documents) {
  await script('/minisearch.js')
  const index = new globalThis.MiniSearch({
    fields: ['title', 'cues', 'lines'],
    searchOptions: { prefix: true, fuzzy: 0.2 },
  })
  index.addAll(documents)
  return { ask: (text) => index.search(text).map(({ id }) => id), bytes: JSON.stringify(index).length }
}

/** The theme's own worker, spoken to as its page does: every word gets a star. */
async function stockMaterial(folder) {
  const page = await (await fetch(`/${folder}/index.html`)).text()
  const settings = JSON.parse(new DOMParser().parseFromString(page, 'text/html').querySelector('#__config').textContent)
  const data = await (await fetch(`/${folder}/search/search_index.json`)).json()
  const worker = new Worker(new URL(settings.search, new URL(`/${folder}/`, location.href)))
  const reply = (message) =>
    new Promise((resolve) => {
      worker.onmessage = ({ data: told }) => resolve(told.data)
      worker.postMessage(message)
    })
  await reply({ type: 0, data: { config: data.config, docs: data.docs, options: { suggest: false } } })
  const ask = async (text) => {
    const words = text
      .replace(/[^\p{L}\p{N}' ]/gu, ' ')
      .split(/\s+/)
      .filter(Boolean)
    const told = await reply({ type: 2, data: words.map((word) => `${word}*`).join(' ') })
    return told.items.map((group) => group[0].location.split('/')[0]).filter(Boolean)
  }
  return { ask, bytes: JSON.stringify(data).length }
}
