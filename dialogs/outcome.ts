import type { Aspect, TopicId } from '../knowledge/topic.ts'
import type { ForeignLanguage } from './foreign-language.ts'

/** Why a person has to take over. `not-known`: the office's business, understood, but no entry covers it. */
export type HandoffReason = 'own-case' | 'legal-advice' | 'asked-for-person' | 'not-known' | 'emergency'

/** Why nothing can be done here. */
export type DeclineReason = 'not-understood' | 'out-of-scope' | 'unsafe'

/** What was asked besides, in the same message. */
export type Besides = { readonly topic: TopicId; readonly aspect: Aspect }

/** Every way a turn can end. Reports, tests and phrases are keyed by `kind`. */
export type Outcome =
  /** `whole`: long lists are shown to their end. */
  | {
      readonly kind: 'answer'
      readonly topic: TopicId
      readonly aspect: Aspect
      readonly whole: boolean
      readonly besides?: Besides
    }
  | { readonly kind: 'redirect'; readonly topic: TopicId; readonly besides?: Besides }
  | { readonly kind: 'clarify'; readonly topics: readonly TopicId[] }
  /** `language`: what it is said in. Default Polish. */
  | {
      readonly kind: 'handoff'
      readonly reason: HandoffReason
      readonly topic: TopicId | null
      readonly language?: ForeignLanguage
    }
  | { readonly kind: 'decline'; readonly reason: DeclineReason; readonly language?: ForeignLanguage }
  | { readonly kind: 'smalltalk'; readonly topic: TopicId }

/** The topic that an outcome is about, or null. */
export function topicOf(outcome: Outcome): TopicId | null {
  switch (outcome.kind) {
    case 'answer':
    case 'redirect':
    case 'handoff':
    case 'smalltalk':
      return outcome.topic
    case 'clarify':
    case 'decline':
      return null
  }
}
