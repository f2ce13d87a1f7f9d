import type { TopicId } from '../knowledge/topic.ts'
import type { Choice } from './choice.ts'
import type { ForeignLanguage } from './foreign-language.ts'

/** What the dialogs remember of a conversation from turn to turn. */
export type Memory = {
  /** What was last talked about, so that "a ile to kosztuje?" is understood. */
  readonly topic: TopicId | null
  /** What was last offered to pick from. */
  readonly choices: readonly Choice[]
  /** Declines in a row: after two a person is offered. */
  readonly declines: number
  /** Topics of which it was asked whether the answer helped. */
  readonly ratingAsked: readonly TopicId[]
  /** Answers in a row that did not help: after the second a person is named. */
  readonly unhelpful: number
  /** What was last spoken, where that was not Polish. */
  readonly language: ForeignLanguage | null
}

export const NOTHING_REMEMBERED: Memory = {
  topic: null,
  choices: [],
  declines: 0,
  ratingAsked: [],
  unhelpful: 0,
  language: null,
}
