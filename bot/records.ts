import type { AnswerWay } from './conversation.ts'
import type { DeskDepartment } from './desk-state.ts'
import type { DeskConversation } from './desk-store.ts'
import type { Message } from './message.ts'

/** A conversation as whoever answers for its data sees it: nothing of what was said. */
export type ConversationRecord = {
  readonly conversationId: string
  /** For people. */
  readonly number: number
  /** The channel. */
  readonly source: string
  readonly openedAt: Date
  /** When something last happened in it. */
  readonly activeAt: Date
  /** `bot`: no person is involved. */
  readonly kind: DeskConversation['kind']
  /** Of the ticket that is open. */
  readonly ticket: string | null
  /** How many messages the citizen can read. */
  readonly messages: number
  /** Why it must not be deleted; null where it may be. */
  readonly hold: string | null
}

/** All that is kept of what a citizen said and what it led to, as they may have it. */
export type ConversationCopy = {
  readonly record: ConversationRecord
  /** Those that the citizen can read. */
  readonly messages: readonly Message[]
  readonly tickets: readonly TicketCopy[]
  readonly ratings: readonly RatingCopy[]
  readonly learnt: readonly LearntCopy[]
}

export type TicketCopy = {
  readonly number: string
  readonly department: DeskDepartment
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly answerBy: AnswerWay
  /** E-mail address or telephone number that the citizen gave. */
  readonly contact: string | null
}

/** A rating of a clerk. */
export type RatingCopy = { readonly at: Date; readonly stars: number; readonly comment: string | null }

/** What the search learns from a question. `seq`: of the question; `isHelpful`: as the citizen rated its answer. */
export type LearntCopy = {
  readonly seq: number
  readonly question: string
  readonly decision: string
  readonly isHelpful: boolean | null
}

/** How a conversation is named by whoever asks for it. */
export type RecordKey = { readonly number: number } | { readonly conversationId: string }

/** Conversations as wholes, whatever their channel. Nothing here checks who may. */
export type Records = {
  find(key: RecordKey): Promise<ConversationRecord | undefined>
  copy(conversationId: string): Promise<ConversationCopy | undefined>
  /** Those of these conversations that are kept. */
  among(conversationIds: readonly string[]): Promise<readonly string[]>
}
