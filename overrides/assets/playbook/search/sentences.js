// @ts-check

/**
 * The sentences of all guides as numbers of words: which hold a word or a pair of words, and how near each is to what
 * was said. Typed arrays, since a thousand guides have sixty thousand of them.
 */

/**
 * Reads the sentences of the index.
 *
 * @param {{said: string, heard: string}[]} documents Of each guide what may be said, a sentence a line.
 * @param {number[]} standsFor
 * @param {number} heard What a reply counts for; a cue counts 1.
 * @returns {Sentences}
 */
export function readSentences(documents, standsFor, heard) {
  /** @type {number[]} */
  const guides = []
  /** @type {number[]} */
  const worths = []
  const starts = [0]
  // A number and what parts it from the next take two characters at least.
  const room = documents.reduce((sum, { said, heard }) => sum + said.length + heard.length + 2, 0)
  const read = { numbers: new Int32Array(Math.ceil(room / 2)), count: 0 }
  documents.forEach((document, guide) => {
    for (const [lines, worth] of /** @type {[string, number][]} */ ([
      [document.said, 1],
      [document.heard, heard],
    ])) {
      for (const end of readNumbers(lines, read)) {
        guides.push(guide)
        worths.push(worth)
        starts.push(end)
      }
    }
  })
  const stems = read.numbers.subarray(0, read.count)
  const words = stems.map((stem) => standsFor[stem])
  const held = holding(words, starts, standsFor.length)
  const all = { guides, worths, starts, stems, words, held, count: guides.length, lengths: new Float64Array(0) }
  all.lengths = lengthsOf(all)
  return all
}

/**
 * Gives how rare something is that so many sentences hold.
 *
 * @param {Sentences} sentences
 * @param {number} held
 */
export function rarity({ count }, held) {
  return Math.log(1 + count / Math.max(held, 0.5))
}

/**
 * Gives the sentences that hold a word.
 *
 * @param {Sentences} sentences
 * @param {number} word
 */
export function sentencesWith({ held }, word) {
  return held.sentences.subarray(held.starts[word], held.starts[word + 1])
}

/**
 * Gives the sentences that hold two words one after the other.
 *
 * @param {Sentences} sentences
 * @param {number} first
 * @param {number} second
 * @returns {number[]}
 */
export function sentencesWithPair(sentences, first, second) {
  const [one, other] = [sentencesWith(sentences, first), sentencesWith(sentences, second)]
  const found = []
  for (const sentence of one.length < other.length ? one : other) {
    if (holdsPair(sentences, sentence, first, second)) found.push(sentence)
  }
  return found
}

/**
 * @param {Sentences} sentences
 * @param {number} sentence
 * @param {number} first
 * @param {number} second
 */
function holdsPair({ words, starts }, sentence, first, second) {
  for (let at = starts[sentence]; at + 1 < starts[sentence + 1]; at++) {
    if (words[at] === first && words[at + 1] === second) return true
  }
  return false
}

/**
 * Reads lines of numbers into one list; gives where each line ends in it.
 *
 * @param {string} lines
 * @param {{numbers: Int32Array, count: number}} into
 * @returns {number[]}
 */
function readNumbers(lines, into) {
  const ends = []
  let number = 0
  for (let at = 0; at < lines.length; at++) {
    const code = lines.charCodeAt(at)
    if (code >= 48) {
      number = number * 10 + code - 48
      continue
    }
    into.numbers[into.count++] = number
    number = 0
    if (code === 10) ends.push(into.count)
  }
  if (!lines) return ends
  into.numbers[into.count++] = number
  return [...ends, into.count]
}

/**
 * Gives for every word the sentences that hold it, each once, in one list with the place where each word's begin.
 *
 * @param {Int32Array} words
 * @param {number[]} starts
 * @param {number} count Of words.
 */
function holding(words, starts, count) {
  const sizes = new Int32Array(count + 1)
  const last = new Int32Array(count).fill(-1)
  eachOnce(words, starts, last, (word) => sizes[word + 1]++)
  for (let word = 0; word < count; word++) sizes[word + 1] += sizes[word]
  const next = sizes.slice()
  const sentences = new Int32Array(sizes[count])
  eachOnce(words, starts, last.fill(-1), (word, sentence) => (sentences[next[word]++] = sentence))
  return { starts: sizes, sentences }
}

/**
 * @param {Int32Array} words
 * @param {number[]} starts
 * @param {Int32Array} last
 * @param {(word: number, sentence: number) => void} visit
 */
function eachOnce(words, starts, last, visit) {
  for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
    for (let at = starts[sentence]; at < starts[sentence + 1]; at++) {
      if (last[words[at]] === sentence) continue
      last[words[at]] = sentence
      visit(words[at], sentence)
    }
  }
}

/** @param {Sentences} sentences */
function lengthsOf(sentences) {
  const squares = new Float64Array(sentences.count)
  const { starts } = sentences.held
  for (let word = 0; word + 1 < starts.length; word++) {
    const square = rarity(sentences, starts[word + 1] - starts[word]) ** 2
    for (let at = starts[word]; at < starts[word + 1]; at++) squares[sentences.held.sentences[at]] += square
  }
  return squares.map(Math.sqrt)
}

/**
 * @typedef {object} Sentences
 * @property {number} count
 * @property {number[]} guides The guide of each sentence.
 * @property {number[]} worths What each counts for.
 * @property {number[]} starts Where the words of each begin, and where the last one's end.
 * @property {Int32Array} stems The words of all sentences, as written.
 * @property {Int32Array} words The same, as the words that stand for them.
 * @property {{starts: Int32Array, sentences: Int32Array}} held The sentences by the words that they hold.
 * @property {Float64Array} lengths Of each sentence as a vector of rarities.
 */
