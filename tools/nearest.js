/** What the desk finds for each of many texts: `node nearest.js matcher.js index.json`, JSON in, JSON out. */

import { readFile } from 'node:fs/promises'
import { argv, stdin, stdout } from 'node:process'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'

const { match, readIndex } = await import(pathToFileURL(argv[2]).href)
const index = readIndex(JSON.parse(await readFile(argv[3], 'utf-8')))
const found = JSON.parse(await text(stdin)).map((said) => {
  const { state, moments } = match(index, said)
  return { state, moment: moments[0]?.moment ?? '' }
})
stdout.write(JSON.stringify(found))
