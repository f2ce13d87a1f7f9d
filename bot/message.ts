import type { ExplainedReply } from './turn.ts'

/** One row of a conversation's history. */
export type Message = {
  readonly seq: number
  readonly speaker: 'citizen' | 'assistant' | 'clerk'
  /** Masked text of a citizen, or the reply of the assistant or a clerk. */
  readonly content: string | ExplainedReply
  /** The channel's own name of the event that it came with, or that it answers. */
  readonly externalId: string
  readonly writtenAt: Date
  /** Something was masked, and the text before that is kept, for now. Absent where either is not so. */
  readonly hasOriginal?: true
}
