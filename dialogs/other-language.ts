import { answerQuestion } from './answer-question.ts'
import type { Dialog } from './dialog.ts'
import { foreignLanguageOf } from './foreign-language-of.ts'
import type { Outcome } from './outcome.ts'

/** The language of fewer words is a guess. */
const LEAST_WORDS = 3

/** Who does not write Polish is told so in the own language, where the Polish search would have nothing for them. */
export const otherLanguage: Dialog = question => {
  if (question.words.length < LEAST_WORDS || isCovered(answerQuestion(question))) return undefined
  const language = foreignLanguageOf(question.text, question.heardLanguage)
  return language ? { kind: 'decline', reason: 'not-understood', language } : undefined
}

/** Choices are offered only where the search is not sure, and small talk helps nobody who cannot read it. */
function isCovered(outcome: Outcome | undefined): boolean {
  return outcome !== undefined && !['decline', 'clarify', 'smalltalk'].includes(outcome.kind)
}
