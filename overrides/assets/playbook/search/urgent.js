// @ts-check

/**
 * What goes before everything else that is said: danger, a lawyer, an insult. A short cue of such a moment counts
 * wherever its words stand together, in however long a sentence.
 */

/**
 * Reads the short cues of urgent moments; a reply that leads there, such as "yes", is none.
 *
 * @param {{urgent: boolean}[]} places
 * @param {import('./sentences.js').Sentences} sentences
 * @param {number} most How many words a short one has.
 * @returns {Signal[]}
 */
export function readSignals(places, { owners, starts, words, namesFrom }, most) {
  const signals = []
  for (let sentence = 0; sentence < owners.length; sentence++) {
    const length = starts[sentence + 1] - starts[sentence]
    if (!places[owners[sentence]]?.urgent || length > most || sentence >= namesFrom[owners[sentence]]) continue
    signals.push({ at: owners[sentence], words: [...words.subarray(starts[sentence], starts[sentence + 1])] })
  }
  return signals
}

/**
 * Gives the urgent moment whose cue stands in what was said, the longest cue's; nothing where none does.
 *
 * @param {Signal[]} signals
 * @param {import('./said.js').SaidWord[]} said
 * @returns {number | undefined}
 */
export function urgentIn(signals, said) {
  const meant = said.map(({ meanings }) => meanings[0]?.word)
  const heard = signals.filter(({ words }) =>
    meant.some((_, from) => words.every((word, at) => meant[from + at] === word)),
  )
  return heard.sort((a, b) => b.words.length - a.words.length)[0]?.at
}

/**
 * @typedef {{at: number, words: number[]}} Signal A short cue as numbers of words, and its moment.
 */
