// @ts-check

/**
 * Folding a text into the words that are searched. `hooks/playbook/words.py` holds the same rules and explains
 * them; both are tested on `tests/core/words_cases.json`.
 */

const INNER_APOSTROPHE = /(?<=[\p{L}\p{N}])['’‘ʼ`´](?=[\p{L}\p{N}])/gu
const MARKS = /\p{M}+/gu
const NO_LETTERS = /[^\p{L}\p{N}]+/u
const VOWELS = /[aeiouy]+/g
const CLOSED = /(?:^|[^aeiouy])[aeiouy][^aeiouwxy]$/
const DOUBLED = /([bcdghjkmnpqrtvwx])\1$/

/** Words that the rules below would take apart wrongly. */
const IRREGULAR = new Map([
  ['agreed', 'agree'],
  ['does', 'do'],
  ['evening', 'evening'],
  ['goes', 'go'],
  ['guaranteed', 'guarantee'],
  ['news', 'news'],
  ['used', 'use'],
  ['using', 'use'],
])

/**
 * Gives the stems of all words of a text, in order.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  return folded(text).map(stem)
}

/**
 * Gives the words of a text in lower case, without accents and without apostrophes.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function folded(text) {
  const joined = text.normalize('NFC').replace(INNER_APOSTROPHE, '')
  const letters = joined.normalize('NFKD').toLowerCase().replace(MARKS, '')
  return letters.split(NO_LETTERS).filter(Boolean)
}

/**
 * Gives what a folded word has in common with its plural and its other verb forms.
 *
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  return IRREGULAR.get(word) ?? withoutSilentEnd(withoutTense(withoutPlural(word)))
}

/** @param {string} word */
function withoutPlural(word) {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sses|ches|shes|xes)$/.test(word) && syllables(word.slice(0, -2)) > 0) return word.slice(0, -2)
  return word.slice(0, -1)
}

/** @param {string} word */
function withoutTense(word) {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`
  if (word.endsWith('ing') && word.length > 4) return verb(word, word.slice(0, -3))
  if (word.endsWith('ed') && word.length > 4 && !word.endsWith('eed')) return verb(word, word.slice(0, -2))
  return word
}

/**
 * @param {string} word
 * @param {string} rest
 */
function verb(word, rest) {
  if (syllables(rest) === 0) return word
  if (rest.length > 3 && DOUBLED.test(rest)) return rest.slice(0, -1)
  return needsE(rest) ? `${rest}e` : rest
}

/** @param {string} word */
function withoutSilentEnd(word) {
  if (word.endsWith('ll') && syllables(word) > 1) return word.slice(0, -1)
  if (word.endsWith('ie') && word.length > 4) return `${word.slice(0, -2)}y`
  if (/[^e]e$/.test(word) && word.length > 3 && !needsE(word.slice(0, -1))) return word.slice(0, -1)
  return word
}

/**
 * Says whether the word would be another without its e, as hope and hop, here and her.
 *
 * @param {string} rest
 */
function needsE(rest) {
  return syllables(rest) === 1 && CLOSED.test(rest)
}

/** @param {string} word */
function syllables(word) {
  return word.match(VOWELS)?.length ?? 0
}
