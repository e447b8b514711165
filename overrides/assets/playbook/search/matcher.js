// @ts-check

/**
 * What somebody said -> the moments that answer it. Pure: an index and a text in, results out.
 *
 * Every word is optional. Guides and moments both score as a whole (`level.js`) and by their nearest sentences
 * (`said.js`), and a moment takes a share of what its guide scores; how sure the first one is, `certainty.js` judges.
 * All figures come with the index; `hooks/playbook/desk/ranking.py` holds them.
 */

import { certainty } from './certainty.js'
import { favours, ledTo, replyHeard } from './context.js'
import { indexOf, readAll, vocabularyOf } from './index.js'
import { highest, nearestOf, putNearestFew, scoresOf } from './level.js'
import { nearSentences, readSaid } from './said.js'
import { urgentIn } from './urgent.js'

/**
 * Makes an index file ready to be asked.
 *
 * @param {IndexFile} content
 * @returns {Index}
 */
export function readIndex(content) {
  const vocabulary = vocabularyOf(content)
  return indexOf(content, vocabulary, readAll(content, vocabulary))
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
  const { byGuide, byMoment, figures } = index
  putNearestFew(byMoment, near)
  putNearestFew(byGuide, byMoment.nearest)
  const guides = scoresOf(byGuide, said, figures.nearness)
  const moments = scoresOf(byMoment, said, figures.momentNearness)
  const led = context ? ledTo(index.lines, context) : []
  const favour = context && favours(index, context, led)
  const scores = together(index, guides, moments, favour)
  const told = urgentIn(index.signals, said.words) ?? index.told.get(said.stems)
  const left = favour && told === undefined ? leaving(index, said, favour, scores) : undefined
  const ahead = told ?? left
  if (ahead !== undefined) scores[ahead] = 1.01 * highest(scores) // just before the others, which stay on offer
  const reply = context && told === undefined ? replyHeard(index.shared, said, context.replies) : undefined
  const shown = chosen(index, scores)
  const found = shown.map((at) => foundAt(index, at, near))
  const stays = favour && left === undefined && favour[shown[0]] > 0
  const lead = stays ? { leadInContext: 1 - (scores[shown[1]] ?? 0) / scores[shown[0]] } : {}
  const evidence = { first: shown[0], unknown: said.unknown, ...lead }
  const state = told === undefined ? certainty(index, evidence) : 'found'
  if (context) return inContext(figures, context, led, reply, state, found)
  return { state, moments: found, apart: index.apart.get(`${found[0]?.guide} ${found[1]?.guide}`) ?? '' }
}

/**
 * Gives the moment for which a conversation is left: found without doubt but for the conversation, and far nearer to what
 * was said than what the conversation favours; none where it goes on.
 *
 * @param {Index} index What it scores for the text.
 * @param {Said} said
 * @param {Float64Array} favour
 * @param {Float64Array} scores Of each moment in the conversation.
 * @returns {number | undefined}
 */
function leaving(index, { unknown }, favour, scores) {
  const { byGuide, byMoment, figures } = index
  const first = next(scores, 0, -1)
  if (!favour[first]) return undefined // it is found elsewhere as it is
  const [there] = chosen(index, together(index, byGuide.scores, byMoment.scores))
  if (there === undefined || there === first || favour[there] >= figures.contextReply) return undefined
  if (nearestOf(byMoment, there) <= figures.contextLeave * nearestOf(byMoment, first)) return undefined
  return certainty(index, { first: there, unknown }) === 'found' ? there : undefined
}

/**
 * Gives what each moment scores: itself, by its guide, and by the conversation in progress.
 *
 * @param {Index} index
 * @param {Float64Array} guides
 * @param {Float64Array} moments
 * @param {Float64Array} [favour]
 */
function together(index, guides, moments, favour) {
  // What nothing was said of is no answer, however likely its guide is.
  return moments.map((score, at) =>
    score > 0 && at < index.places.length
      ? score * (1 + (favour?.[at] ?? 0)) + index.figures.guideShare * guides[index.places[at].guide]
      : 0,
  )
}

/**
 * Gives an answer inside a conversation: the reply that was said, or what was found, with the reply that leads there.
 *
 * @param {Index['figures']} figures
 * @param {Context} context
 * @param {string[]} led Where each of its replies leads.
 * @param {number | undefined} heard The reply that was said nearly as it stands.
 * @param {Matches['state']} state
 * @param {Found[]} found
 * @returns {Matches}
 */
function inContext(figures, { guide, replies }, led, heard, state, found) {
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
 * Gives the moments to offer, the best first: none that scores next to nothing, no line twice, few of one guide.
 *
 * @param {Index} index
 * @param {Float64Array} scores
 * @returns {number[]}
 */
function chosen({ places, lines, figures }, scores) {
  const least = highest(scores) * figures.leastOffered
  const [said, guides, found] = [new Set(), new Map(), /** @type {number[]} */ ([])]
  for (let at = next(scores, least, -1); at >= 0 && found.length < figures.offered; at = next(scores, least, at)) {
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
 * Gives the best of what scores no better than the one before, which is not looked for by sorting: only few are wanted.
 *
 * @param {Float64Array} scores
 * @param {number} least
 * @param {number} before Below 0 for the first.
 * @returns {number} Below 0 where nothing is left.
 */
function next(scores, least, before) {
  const most = scores[before] ?? Infinity
  let best = -1
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at]
    if (score <= 0 || score < least || score > most || (score === most && at <= before)) continue
    if (best < 0 || score > scores[best]) best = at
  }
  return best
}

/**
 * @param {Index} index
 * @param {number} at
 * @param {Float64Array} near Of each sentence.
 * @returns {Found}
 */
function foundAt({ places, guides, lines, names, shared }, at, near) {
  const { id, guide } = places[at]
  return {
    moment: id,
    guide: guides[guide],
    line: id in lines ? id : '',
    heard: nearestName(names[at], shared.sentences.namesFrom[at], near),
  }
}

/**
 * Gives the name of a moment that is nearest to what was said, and its first one where none is near.
 *
 * @param {string[]} names
 * @param {number} from Which sentence the first of them is.
 * @param {Float64Array} near Of each sentence.
 */
function nearestName(names, from, near) {
  let best = 0
  names.forEach((_, number) => {
    if (near[from + number] > near[from + best]) best = number
  })
  return names[best] ?? ''
}

/**
 * @typedef {import('./index_file.js').Context} Context
 * @typedef {import('./index_file.js').Found} Found
 * @typedef {import('./index_file.js').IndexFile} IndexFile
 * @typedef {import('./index_file.js').Matches} Matches
 * @typedef {import('./said.js').Said} Said
 * @typedef {import('./index.js').Index} Index
 */
