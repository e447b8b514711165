// @ts-check

/**
 * Which bridge line fits what was typed: after trouble, after a question, after a statement, or where little is known.
 */

const QUESTION =
  /\?|^(?:(?:so|and|but|ok|okay|well|sorry|hi|hello),? )?(?:what|why|how|when|where|who|whose|which|can|could|do|does|did|is|are|was|were|will|would|have|has|may(?!be)|should|isn|aren|don|doesn|didn|won|wouldn|can)(?:['’]?[a-z]+)?\b/iu
const TROUBLE =
  /\b(?:angry|annoy\w*|awful|broke\w*|cancel\w*|complain\w*|crash\w*|damage\w*|disappoint\w*|disaster|fed up|fail\w*|fault\w*|furious|hate|horrible|joke|late again|lawyer|let (?:me|us) down|livid|mess|mistake\w*|not (?:acceptable|good enough|happy|working)|(?:does|do|did|is|has)n['’]?t (?:work\w*|arrive\w*)|outage|problem\w*|refund|ridiculous|sick of|terrible|the (?:second|third) time|unacceptable|unhappy|upset|useless|wast\w+|went wrong|worst|wrong)\b/iu
const LEAST_OF_A_STATEMENT = 3 // words

/**
 * Gives the kind of bridge line that fits; nothing where little is known yet.
 *
 * @param {string} text What was typed.
 * @returns {'' | 'question' | 'trouble' | 'statement'}
 */
export function bridgeKind(text) {
  const said = text.trim()
  if (TROUBLE.test(said)) return 'trouble'
  if (QUESTION.test(said)) return 'question'
  return said.split(/\s+/u).length >= LEAST_OF_A_STATEMENT ? 'statement' : ''
}

/**
 * Gives the bridge line to say after some words.
 *
 * @param {{say: string, after: string}[]} bridges
 * @param {string} text
 */
export function bridgeFor(bridges, text) {
  const kind = bridgeKind(text)
  return (bridges.find(({ after }) => after === kind) ?? bridges.find(({ after }) => after === ''))?.say ?? ''
}
