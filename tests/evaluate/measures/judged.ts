/** What an engine made of one question. */
export type Judged = {
  /** How sure it was of its first topic. */
  readonly confidence: number
  /** Whether that topic is right. Never so for a question that must not be answered. */
  readonly isRight: boolean
}
