import { words } from '../knowledge/polish/words.ts'
import { type Found, search } from '../knowledge/search/search.ts'
import type { KnowledgeSnapshot } from '../knowledge/snapshot.ts'
import { ambiguousWords } from './ambiguous-words.ts'
import { answerQuestion } from './answer-question.ts'
import { askForClerk } from './ask-for-clerk.ts'
import { askIfHuman } from './ask-if-human.ts'
import type { Decision } from './decision.ts'
import type { Dialog, Question } from './dialog.ts'
import { emergency } from './emergency.ts'
import { followUp } from './follow-up.ts'
import { legalAdvice } from './legal-advice.ts'
import type { Memory } from './memory.ts'
import { noWords } from './no-words.ts'
import { otherLanguage } from './other-language.ts'
import { otherTown } from './other-town.ts'
import { type Outcome, topicOf } from './outcome.ts'
import { ownCase } from './own-case.ts'
import { pickOption } from './pick-option.ts'
import { severalQuestions } from './several-questions.ts'
import { unsafe } from './unsafe.ts'

/** In the order in which they are asked; the first with something to say ends the turn. */
const DIALOGS: readonly Dialog[] = [
  emergency,
  pickOption,
  askIfHuman,
  askForClerk,
  noWords,
  otherTown,
  unsafe,
  legalAdvice,
  ownCase,
  followUp,
  ambiguousWords,
  severalQuestions,
  otherLanguage,
  answerQuestion,
]

/** Characters of a message that are searched. */
export const MAX_CHARACTERS = 2000

/** Characters of a message that are kept, and in which a danger to life is looked for: more than anybody types. */
export const MAX_CHARACTERS_KEPT = 20_000

/** `heardLanguage`: ISO 639-1 code of the language that a service outside has read; null where none did. */
export function decide(
  text: string,
  memory: Memory,
  knowledge: KnowledgeSnapshot,
  heardLanguage: string | null = null,
): Decision {
  const read = text.slice(0, MAX_CHARACTERS)
  const found = search(read, knowledge.search)
  const question: Question = {
    text: read,
    words: words(read),
    allWords: words(text.slice(0, MAX_CHARACTERS_KEPT)),
    heardLanguage,
    found,
    memory,
    knowledge,
  }
  for (const dialog of DIALOGS) {
    const outcome = dialog(question)
    if (outcome) {
      return {
        outcome: inLanguageOf(memory, outcome),
        decidedBy: dialog.name,
        found: likeliest(found),
        confidence: confidenceOf(outcome, dialog, found),
      }
    }
  }
  throw new Error('no dialog decided, though answerQuestion always does')
}

/** Who was spoken to in another language, and then asks for a person, is answered in it. */
function inLanguageOf({ language }: Memory, outcome: Outcome): Outcome {
  const isWish = outcome.kind === 'handoff' && outcome.reason === 'asked-for-person'
  return isWish && language !== null ? { ...outcome, language } : outcome
}

const MOST_CANDIDATES = 5

function likeliest({ topics, reasons, followUp, aspects }: Found): Found {
  return {
    topics: topics.slice(0, MOST_CANDIDATES),
    reasons: reasons.slice(0, MOST_CANDIDATES),
    followUp,
    aspects: aspects.slice(0, MOST_CANDIDATES),
  }
}

/** Dialogs that take their topic from the search. */
const SEARCHING: readonly Dialog[] = [severalQuestions, answerQuestion]

/** A rule that names a topic is sure of it; the search says how sure it is. */
function confidenceOf(outcome: Outcome, dialog: Dialog, found: Found): number {
  const topic = topicOf(outcome)
  if (topic === null) return found.topics[0]?.confidence ?? 0
  if (!SEARCHING.includes(dialog)) return 1
  return found.topics.find(each => each.topic === topic)?.confidence ?? 0
}
