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
 * @returns {Signals}
 */
export function readSignals(places, { owners, starts, words, namesFrom }, most) {
  /** @type {Signals} */
  const signals = new Map()
  for (let sentence = 0; sentence < owners.length; sentence++) {
    const [start, end] = [starts[sentence], starts[sentence + 1]]
    if (!places[owners[sentence]]?.urgent || end - start > most || sentence >= namesFrom[owners[sentence]]) continue
    const same = signals.get(words[start]) ?? []
    signals.set(words[start], [...same, { at: owners[sentence], sentence, words: [...words.subarray(start, end)] }])
  }
  return signals
}

/**
 * Gives the urgent moment whose cue stands in what was said, the longest cue's; nothing where none does.
 *
 * @param {Signals} signals
 * @param {import('./said.js').SaidWord[]} said
 * @returns {number | undefined}
 */
export function urgentIn(signals, said) {
  const meant = said.map(({ meanings }) => meanings[0]?.word)
  const heard = meant.flatMap((first, from) =>
    (signals.get(first) ?? []).filter(({ words }) => words.every((word, at) => meant[from + at] === word)),
  )
  return heard.sort((a, b) => b.words.length - a.words.length || a.sentence - b.sentence)[0]?.at
}

/**
 * @typedef {{at: number, sentence: number, words: number[]}} Signal A short cue as numbers of words, and its moment.
 * @typedef {Map<number, Signal[]>} Signals By their first word.
 */
