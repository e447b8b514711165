// @ts-check

/**
 * What somebody said -> the guides that answer it. Pure: an index and a text in, results out.
 *
 * Every word is optional. A word stands for the words of the index it may mean: itself, what it may become while it
 * is still being typed, or what it was meant to be when the index does not know it. A guide scores, for each word,
 * the best of these meanings. Whether the first result is sure is judged by its support: its score against the rarity
 * of all that was said. A rare word that it does not hold, or holds only in passing, counts against it.
 */

import { editsBetween } from './spelling.js'
import { folded, stem } from './words.js'

/** Every figure that decides what is found; measured together, changed together. */
export const MATCHING = Object.freeze({
  mostResults: 3,
  leastShareOfFirst: 0.25, // a result that scores less than this share of the first is noise
  mostWords: 60, // of a pasted page the first words say enough

  sureSupport: 0.8, // from here on the first result is `found`
  guessSupport: 0.5, // from here on it is a `guess`, below it is `nothing`
  // So much score at least, in rarities of a word that one guide alone holds: "and then they" has support and no meaning.
  sureScore: 0.5,

  completion: 0.7, // a word still being typed may become this one
  shortestCompleted: 2,
  correction: [1, 0.8, 0.6], // by edits
  mostCorrections: 3,
  shortestCorrected: 4,
  twoEditsFrom: 7,

  entryCoverage: 0.75, // a branch is entered at once when its opening holds so much of what was said,
  entryShare: 0.6, // and what was said so much of its opening
})

const SUFFIXES = ['s', 'es', 'ed', 'ing', 'd']

/**
 * Makes an index file ready to be asked.
 *
 * @param {IndexFile} content
 * @param {LunrIndex} lunr
 * @returns {Index}
 */
export function readIndex(content, lunr) {
  const rarity = new Map()
  for (const [word, posting] of content.lunr.invertedIndex) {
    const guides = new Set(content.lunr.fields.flatMap((field) => Object.keys(posting[field])))
    rarity.set(word, rarityOf(guides.size, content.guides.length))
  }
  const guides = new Map(content.guides.map((guide) => [guide.id, { start: guide.start, entries: entriesOf(content, guide) }]))
  return { content, lunr, guides, rarity, unknown: rarityOf(1, content.guides.length), weights: new Map() }
}

/**
 * Gives the guides that answer what was said, the best first, and how sure the first one is.
 *
 * @param {Index} index
 * @param {string} text
 * @returns {Matches}
 */
export function match(index, text) {
  const meanings = meaningsOf(index, text)
  const scores = scoresOf(index, meanings)
  const first = scores[0]
  const state = first ? certainty(index, meanings, first.score) : 'nothing'
  if (state === 'nothing') return { state, results: [] }
  const shown = scores.filter(({ score }) => score >= first.score * MATCHING.leastShareOfFirst).slice(0, MATCHING.mostResults)
  return { state, results: shown.map((result) => ({ ...result, line: lineFor(index, meanings, result.guide) })) }
}

/**
 * @param {Index} index
 * @param {string} text
 * @returns {Meaning[]}
 */
function meaningsOf(index, text) {
  const all = folded(text)
  const typing = /[\p{L}\p{N}\p{M}'’]$/u.test(text) ? all[all.length - 1] : undefined
  const distinct = [...new Set(all)].slice(0, MATCHING.mostWords)
  return distinct.map((word) => meaningOf(index, word, word === typing)).filter(({ rarity }) => rarity > 0)
}

/**
 * @param {Index} index
 * @param {string} word
 * @param {boolean} typing
 * @returns {Meaning}
 */
function meaningOf(index, word, typing) {
  const exact = stem(word)
  const known = index.rarity.get(exact)
  const completed = typing ? completions(index, word) : []
  if (known !== undefined) return { terms: new Map([...completed, [exact, 1]]), rarity: known }
  const terms = completed.length ? completed : corrections(index, word, exact)
  // The commonest meaning decides: a slip in a common word tells no more than the word itself.
  const rarity = Math.min(index.unknown, ...terms.map(([term]) => index.rarity.get(term) ?? index.unknown))
  // What is not typed yet neither speaks for a guide nor against it.
  const typed = completed.length ? Math.max(...completed.map(([, weight]) => weight)) / MATCHING.completion : 1
  return { terms: new Map(terms), rarity: rarity * typed }
}

/**
 * @param {Index} index
 * @param {string} begun
 * @returns {[string, number][]}
 */
function completions(index, begun) {
  if (begun.length < MATCHING.shortestCompleted) return []
  const words = [...index.rarity.keys()].filter((word) => word.startsWith(begun) || isEnding(begun, word))
  return words.map((word) => [word, MATCHING.completion * Math.min(1, begun.length / word.length)])
}

/**
 * Says whether what was begun is a stem of the index with the beginning of an ending, as "callin".
 *
 * @param {string} begun
 * @param {string} word
 */
function isEnding(begun, word) {
  return word.length > 2 && begun.startsWith(word) && SUFFIXES.some((suffix) => suffix.startsWith(begun.slice(word.length)))
}

/**
 * @param {Index} index
 * @param {string} word
 * @param {string} exact
 * @returns {[string, number][]}
 */
function corrections(index, word, exact) {
  if (word.length < MATCHING.shortestCorrected || /\p{N}/u.test(word)) return []
  const most = word.length < MATCHING.twoEditsFrom ? 1 : 2
  const near = [...index.rarity.keys()]
    .filter((other) => other[0] === exact[0] && Math.abs(other.length - exact.length) <= most + 1)
    // As written too: what looks like an ending may be the slip ("furios").
    .map((other) => ({ other, edits: Math.min(editsBetween(exact, other, most), editsBetween(word, other, most)) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits || (a.other < b.other ? -1 : 1))
  return near.slice(0, MATCHING.mostCorrections).map(({ other, edits }) => [other, MATCHING.correction[edits]])
}

/**
 * @param {Index} index
 * @param {Meaning[]} meanings
 * @returns {{guide: string, score: number}[]}
 */
function scoresOf(index, meanings) {
  /** @type {Map<string, number>} */
  const scores = new Map()
  for (const { terms } of meanings) {
    for (const [guide, score] of bestOf(index, terms)) scores.set(guide, (scores.get(guide) ?? 0) + score)
  }
  const results = [...scores].map(([guide, score]) => ({ guide, score }))
  return results.sort((a, b) => b.score - a.score || (a.guide < b.guide ? -1 : 1))
}

/**
 * @param {Index} index
 * @param {Map<string, number>} terms
 * @returns {Map<string, number>}
 */
function bestOf(index, terms) {
  const best = new Map()
  for (const [term, weight] of terms) {
    for (const [guide, score] of weightsOf(index, term)) best.set(guide, Math.max(best.get(guide) ?? 0, score * weight))
  }
  return best
}

/**
 * Gives what lunr gives each guide for one word. Asked word by word, so that of several meanings only the best counts.
 *
 * @param {Index} index
 * @param {string} term
 * @returns {Map<string, number>}
 */
function weightsOf(index, term) {
  const known = index.weights.get(term)
  if (known) return known
  const found = index.lunr.query((query) => query.term(term, {}))
  const weights = new Map(found.map(({ ref, score }) => [ref, score]))
  index.weights.set(term, weights)
  return weights
}

/**
 * @param {Index} index
 * @param {Meaning[]} meanings
 * @param {number} score
 * @returns {'found' | 'guess' | 'nothing'}
 */
function certainty(index, meanings, score) {
  const support = score / rarityOfAll(meanings)
  if (support < MATCHING.guessSupport) return 'nothing'
  return support >= MATCHING.sureSupport && score >= MATCHING.sureScore * index.unknown ? 'found' : 'guess'
}

/**
 * Gives the line to begin with: that of the branch whose opening is nearly what was said, else the guide's first.
 *
 * @param {Index} index
 * @param {Meaning[]} meanings
 * @param {string} id
 */
function lineFor(index, meanings, id) {
  const guide = /** @type {Guide} */ (index.guides.get(id))
  const asked = rarityOfAll(meanings)
  let [line, best] = [guide.start, 0]
  for (const entry of guide.entries) {
    const held = heldBy(meanings, (term) => entry.stems.has(term))
    const own = [...entry.stems].reduce((sum, word) => sum + (index.rarity.get(word) ?? index.unknown), 0)
    const near = held >= asked * MATCHING.entryCoverage && held >= own * MATCHING.entryShare
    if (near && held / own > best) [line, best] = [entry.line, held / own]
  }
  return line
}

/**
 * @param {Meaning[]} meanings
 * @param {(term: string) => boolean} holds
 */
function heldBy(meanings, holds) {
  return meanings.reduce((sum, { terms, rarity }) => {
    const weights = [...terms].filter(([term]) => holds(term)).map(([, weight]) => weight)
    return sum + rarity * Math.max(0, ...weights)
  }, 0)
}

/** @param {Meaning[]} meanings */
function rarityOfAll(meanings) {
  return meanings.reduce((sum, { rarity }) => sum + rarity, 0)
}

/**
 * Gives what may be said to enter a guide in the middle: the openings of its branches and the answers to its lines.
 *
 * @param {IndexFile} content
 * @param {import('./index_file.js').Guide} guide
 * @returns {Entry[]}
 */
function entriesOf(content, guide) {
  const own = `${guide.id}#`
  const answers = Object.entries(content.lines).flatMap(([key, line]) => (key.startsWith(own) ? line.answers : []))
  const heard = answers.flatMap(({ heard, spoken, to }) => (spoken && to.line?.startsWith(own) ? { heard, line: to.line } : []))
  return [...guide.entries, ...heard].map(({ heard, line }) => ({ stems: new Set(folded(heard).map(stem)), line }))
}

/**
 * Gives lunr's own measure of how rare a word is.
 *
 * @param {number} holding The guides that hold the word.
 * @param {number} count All guides.
 */
function rarityOf(holding, count) {
  return Math.log(1 + (count - holding + 0.5) / (holding + 0.5))
}

/**
 * @typedef {import('./index_file.js').IndexFile} IndexFile
 * @typedef {import('./index_file.js').LunrIndex} LunrIndex
 * @typedef {{stems: Set<string>, line: string}} Entry
 * @typedef {{start: string, entries: Entry[]}} Guide
 *
 * @typedef {object} Index An index file ready to be asked.
 * @property {IndexFile} content
 * @property {LunrIndex} lunr
 * @property {Map<string, Guide>} guides
 * @property {Map<string, number>} rarity Of every word of the index.
 * @property {number} unknown The rarity of a word the index does not know.
 * @property {Map<string, Map<string, number>>} weights What lunr has answered so far, by word and guide.
 *
 * @typedef {object} Meaning What one word may mean.
 * @property {Map<string, number>} terms Words of the index and how far each is meant, up to 1.
 * @property {number} rarity
 *
 * @typedef {object} Matches
 * @property {'found' | 'guess' | 'nothing'} state
 * @property {{guide: string, line: string, score: number}[]} results
 */
