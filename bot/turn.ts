import type { Decision } from '../dialogs/decision.ts'
import type { Reply } from '../dialogs/reply.ts'
import type { ConversationState } from './conversation.ts'
import type { Clerk } from './desk-state.ts'
import type { Mail } from './mail.ts'

/** What one event leads to: what to remember and what the citizen sees. Written whole, or not at all. */
export type Turn = {
  readonly state: ConversationState
  readonly replies: readonly ExplainedReply[]
  /** Earlier messages to be masked anew. Default none. */
  readonly remasked?: readonly Remasked[]
  /** What the citizen thinks of an earlier answer. Default nothing. */
  readonly rated?: Rated
  /** The message is a sentence about the clerk who was rated last. Default false. */
  readonly isAboutClerk?: boolean
  /** The event changed nothing, and why. Whoever caused it is told. Default: it was not refused. */
  readonly refused?: Refusal
  /** Address or number at which the open ticket is to be answered. Default: as before. */
  readonly contact?: string
  /** What a clerk's conversation was about, as the clerk names it at its end. Default: nothing ended. */
  readonly label?: string
  readonly clerkRated?: ClerkRated
  /** Letters to be sent besides, where there is an address for them. Default none. */
  readonly mails?: readonly Mail[]
  /**
   * The event was given up, as it could not be decided. A citizen is told so where no clerk reads what they wrote; others see it
   * refused. Default false.
   */
  readonly isGivenUp?: boolean
}

/** The last `replaced` characters (code points) of a message become `text`. */
export type Remasked = { readonly seq: number; readonly replaced: number; readonly text: string }

/** `seq` is the number of the answer. */
export type Rated = { readonly seq: number; readonly isHelpful: boolean }

/** Why an event changed nothing. */
export type Refusal =
  /** Another clerk has the conversation. */
  | { readonly kind: 'taken'; readonly by: Clerk }
  /** The clerk's hold is over; `by` has the conversation now, or nobody. */
  | { readonly kind: 'hold-lost'; readonly by: Clerk | null }
  | { readonly kind: 'not-waiting' }
  /** The citizen has come back after a pause and has another conversation: nothing happens in this one any more. */
  | { readonly kind: 'closed' }
  /** Nobody is there to whom it could be passed on. */
  | { readonly kind: 'nobody-there' }
  /** It could not be done, because of a defect. */
  | { readonly kind: 'failed' }

export type ClerkRated = { readonly clerk: Clerk; readonly stars: number; readonly comment: string | null }

/** A reply, and for answers to a question what was asked and what decided. */
export type ExplainedReply = {
  readonly reply: Reply
  readonly explanation: Explanation | null
  /** The clerk whose words these are. Default: the assistant's. */
  readonly by?: Clerk
  /** Only clerks read it. Default false. */
  readonly isForClerks?: boolean
}

export type Explanation = {
  readonly question: string
  readonly knowledgeVersion: string
  readonly decision: Decision
}
