import type { Decision } from '../dialogs/decide.ts'
import type { Reply } from '../dialogs/reply.ts'
import type { ConversationState } from './conversation.ts'

/** What one event leads to: what to remember and what the citizen sees. Written whole, or not at all. */
export type Turn = {
  readonly state: ConversationState
  readonly replies: readonly ExplainedReply[]
  /** Earlier messages to be masked anew. Default none. */
  readonly remasked?: readonly Remasked[]
  /** What the citizen thinks of an earlier answer. Default nothing. */
  readonly rated?: Rated
  /** The event was given up: it could not be decided, and the citizen was told so. Default false. */
  readonly isGivenUp?: boolean
}

/** The last `replaced` characters (code points) of a message become `text`. */
export type Remasked = { readonly seq: number; readonly replaced: number; readonly text: string }

/** `seq` is the number of the answer. */
export type Rated = { readonly seq: number; readonly isHelpful: boolean }

/** A reply, and for answers to a question what was asked and what decided. */
export type ExplainedReply = { readonly reply: Reply; readonly explanation: Explanation | null }

export type Explanation = {
  readonly question: string
  readonly knowledgeVersion: string
  readonly decision: Decision
}
