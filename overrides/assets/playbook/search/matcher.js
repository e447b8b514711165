// @ts-check

/**
 * What somebody said -> the moments that answer it. Pure: an index and a text in, results out.
 *
 * Every word is optional. Guides and moments both score as a whole (`level.js`) and by their nearest sentences
 * (`said.js`), and a moment takes a share of what its guide scores; how sure the first one is, `certainty.js` judges.
 * All figures come with the index; `hooks/playbook/desk/ranking.py` holds them.
 */

import { certainty } from './certainty.js'
import { favours, repliesOf, replyHeard } from './context.js'
import { readLevel, wholeScores } from './level.js'
import { asSentences, namesOf } from './names.js'
import { nearScores, nearSentences, readSaid } from './said.js'
import { readSentences } from './sentences.js'
import { readSignals, urgentIn } from './urgent.js'
import { readVocabulary } from './vocabulary.js'
import { readWeights } from './weights.js'

const NO_KIND = { inner: false, urgent: false, parting: false }

/**
 * Makes an index file ready to be asked.
 *
 * @param {IndexFile} content
 * @returns {Index}
 */
export function readIndex(content) {
  const { figures, words: joined, synonyms, sentences: packed, weights } = content.search
  const vocabulary = readVocabulary(joined ? joined.split(' ') : [], synonyms, figures)
  const guides = content.guides.map(({ id }) => id)
  const places = placesOf(content)
  const allNames = namesOf(content)
  const names = asSentences(
    places.map(({ id }) => allNames.get(id) ?? []),
    vocabulary.numbers,
    figures,
  )
  const worths = places.map(({ inner }) => (inner ? figures.inner : 1))
  const sentences = readSentences(packed, worths, names, vocabulary.standsFor)
  const shared = { vocabulary, sentences, figures }
  const guideOfEach = Int32Array.from(sentences.owners, (owner) => places[owner]?.guide ?? guides.length)
  return {
    guides,
    places,
    lines: content.lines,
    signals: readSignals(places, sentences, figures.urgentWords),
    told: toldBy(names),
    shared,
    byGuide: readLevel(shared, guideOfEach, guides.length + 1, readWeights(weights)),
    byMoment: readLevel(shared, sentences.owners, places.length + 1),
    apart: apartOf(content),
    figures,
  }
}

/**
 * Gives the moments that answer what was said, the best first, and how sure the first one is. When nothing answers,
 * they are the nearest ones all the same.
 *
 * @param {Index} index
 * @param {string} text
 * @param {Context} [context] A conversation in progress.
 * @returns {Matches}
 */
export function match(index, text, context) {
  const said = readSaid(index.shared, text)
  const near = nearSentences(index.shared, said)
  const guides = scoresOf(index.byGuide, said, near, index.figures.nearness)
  const moments = scoresOf(index.byMoment, said, near, index.figures.momentNearness)
  const favour = context ? favours(index, context) : new Float64Array(index.places.length)
  const scores = together(index, guides.scores, moments.scores, favour)
  const told = urgentIn(index.signals, said.words) ?? index.told.get(said.stems)
  if (told !== undefined) scores[told] = 1.01 * highest(scores) // just before the others, which stay on offer
  const reply = context && told === undefined ? replyHeard(index.shared, said, context.replies) : undefined
  const shown = chosen(index, scores)
  const found = shown.map((at) => foundAt(index, at, near))
  const lead = favour[shown[0]] > 0 ? { leadInContext: 1 - (scores[shown[1]] ?? 0) / scores[shown[0]] } : {}
  const evidence = { first: shown[0], guides, moments, unknown: said.unknown, ...lead }
  const state = told === undefined ? certainty(index, evidence) : 'found'
  if (context) return inContext(index, context, reply, state, found)
  return { state, moments: found, apart: index.apart.get(`${found[0]?.guide} ${found[1]?.guide}`) ?? '' }
}

/**
 * Gives what each moment scores: itself, by its guide, and by the conversation in progress.
 *
 * @param {Index} index
 * @param {Float64Array} guides
 * @param {Float64Array} moments
 * @param {Float64Array} favour
 */
function together(index, guides, moments, favour) {
  // What nothing was said of is no answer, however likely its guide is.
  return moments.map((score, at) =>
    score > 0 && at < index.places.length
      ? score * (1 + favour[at]) + index.figures.guideShare * guides[index.places[at].guide]
      : 0,
  )
}

/**
 * Gives an answer inside a conversation: the reply that was said, or what was found, with the reply that leads there.
 *
 * @param {Index} index
 * @param {Context} context
 * @param {number | undefined} heard The reply that was said nearly as it stands.
 * @param {Matches['state']} state
 * @param {Found[]} found
 * @returns {Matches}
 */
function inContext({ lines, figures }, { guide, line, replies }, heard, state, found) {
  const led = repliesOf(lines, line, replies)
  const known = found.map((moment) =>
    led.includes(moment.line) ? { ...moment, reply: led.indexOf(moment.line) } : moment,
  )
  if (heard === undefined) return { state, moments: known, apart: '' }
  const to = led[heard]
  const first = { moment: to, guide: to.split('#')[0] || guide, line: to, heard: replies[heard], reply: heard }
  const others = known.filter(({ moment }) => moment !== to).slice(0, figures.offered - 1)
  return { state: 'found', moments: [first, ...others], apart: '' }
}

/**
 * Gives what guides or moments score, by their sentences as a whole and by the nearest, each as a share of the highest.
 *
 * @param {import('./level.js').Level} level
 * @param {Said} said
 * @param {Float64Array} nearness Of each sentence.
 * @param {number} share What the nearest sentences count for.
 */
function scoresOf(level, said, nearness, share) {
  const whole = wholeScores(level, said)
  const near = nearScores(nearness, level.owners, level.count, level.shared.figures.nearest)
  const [mostWhole, mostNear] = [highest(whole), highest(near.scores)]
  const scores = whole.map((score, at) => (1 - share) * (score / mostWhole) + share * (near.scores[at] / mostNear))
  return { scores, whole, near: near.nearest }
}

/** @param {Float64Array} scores */
function highest(scores) {
  return scores.reduce((most, score) => Math.max(most, score), 0) || 1
}

/**
 * Gives the moments to offer, the best first: none that scores next to nothing, no line twice, few of one guide.
 *
 * @param {Index} index
 * @param {Float64Array} scores
 * @returns {number[]}
 */
function chosen({ places, lines, figures }, scores) {
  const order = places.map((_, at) => at).filter((at) => scores[at] > 0)
  order.sort((a, b) => scores[b] - scores[a] || a - b)
  const least = (scores[order[0]] ?? 0) * figures.leastOffered
  const [said, guides, found] = [new Set(), new Map(), /** @type {number[]} */ ([])]
  for (const at of order) {
    if (scores[at] < least || found.length === figures.offered) break
    const { id, guide } = places[at]
    const words = lines[id]?.say ?? id
    if (said.has(words) || (guides.get(guide) ?? 0) === figures.offeredOfGuide) continue
    said.add(words)
    guides.set(guide, (guides.get(guide) ?? 0) + 1)
    found.push(at)
  }
  return found
}

/**
 * @param {Index} index
 * @param {number} at
 * @param {Float64Array} near Of each sentence.
 * @returns {Found}
 */
function foundAt({ places, guides, lines, shared }, at, near) {
  const { id, guide } = places[at]
  return {
    moment: id,
    guide: guides[guide],
    line: id in lines ? id : '',
    heard: nearestName(shared.sentences, at, near),
  }
}

/**
 * Gives the name of a moment that is nearest to what was said, and its first one where none is near.
 *
 * @param {import('./sentences.js').Sentences} sentences
 * @param {number} at
 * @param {Float64Array} near Of each sentence.
 */
function nearestName({ names, namesFrom }, at, near) {
  let best = 0
  names[at]?.forEach((_, number) => {
    if (near[namesFrom[at] + number] > near[namesFrom[at] + best]) best = number
  })
  return names[at]?.[best]?.text ?? ''
}

/**
 * Gives what can be found, in the order of the sentences: the moments of each guide, and after them the guide itself.
 *
 * @param {IndexFile} content
 * @returns {Place[]}
 */
function placesOf({ guides, moments }) {
  /** @type {Map<string, Place[]>} */
  const places = new Map(guides.map(({ id }) => [id, []]))
  const numbers = new Map(guides.map(({ id }, number) => [id, number]))
  for (const { id, ...kinds } of moments) {
    const guide = id.slice(0, id.indexOf('#'))
    places.get(guide)?.push({ ...NO_KIND, ...kinds, id, guide: numbers.get(guide) ?? 0 })
  }
  return guides.flatMap(({ id }, guide) => [...(places.get(id) ?? []), { ...NO_KIND, id, guide }])
}

/**
 * Gives the moment that a reply of ours tells, by the stems of its words: one of four words or more leads to no other.
 *
 * @param {import('./sentences.js').Name[][]} names
 */
function toldBy(names) {
  const telling = names.flatMap((all, at) => all.filter(({ worth }) => worth === 1).map(({ stems }) => [stems, at]))
  return new Map(telling.map(([stems, at]) => [String(stems), /** @type {number} */ (at)]))
}

/** @param {IndexFile} content */
function apartOf({ apart }) {
  return new Map(
    apart.flatMap(([one, other, ask]) => [
      [`${one} ${other}`, ask],
      [`${other} ${one}`, ask],
    ]),
  )
}

/**
 * @typedef {import('./index_file.js').Context} Context
 * @typedef {import('./index_file.js').Found} Found
 * @typedef {import('./index_file.js').IndexFile} IndexFile
 * @typedef {import('./index_file.js').Matches} Matches
 * @typedef {import('./said.js').Said} Said
 *
 * @typedef {object} Place A moment, or a guide as a whole.
 * @property {string} id
 * @property {number} guide The number of its guide.
 * @property {boolean} inner
 * @property {boolean} urgent
 * @property {boolean} parting
 *
 * @typedef {object} Index An index file ready to be asked.
 * @property {string[]} guides
 * @property {Place[]} places What can be found.
 * @property {IndexFile['lines']} lines
 * @property {import('./urgent.js').Signal[]} signals
 * @property {Map<string, number>} told The moment of each reply that tells one, by its stems.
 * @property {import('./level.js').Shared} shared
 * @property {import('./level.js').Level} byGuide
 * @property {import('./level.js').Level} byMoment
 * @property {Map<string, string>} apart The question that separates two guides, by their ids.
 * @property {import('./index_file.js').Figures} figures
 */
