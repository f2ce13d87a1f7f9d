import type { DeskMessage, ListedConversation, Me, Overview, Refused } from '../../wire.ts'
import type { Draft } from './drafts.ts'

/** The conversation that is open before the clerk. */
export type OpenState = {
  readonly conversation: ListedConversation
  readonly messages: readonly DeskMessage[]
  readonly contact: string | null
  /** Originals that the clerk has asked for, by number of the message. Null: it was not kept. */
  readonly revealed: ReadonlyMap<number, string | null>
  readonly isCitizenTyping: boolean
  readonly draft: Draft
}

/** Something the clerk has to know before going on. */
export type Problem =
  | { readonly kind: 'refused'; readonly refusal: Refused['refusal'] }
  /** The conversation is not theirs to read any more, or was erased. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'not-done' }

/** Everything that the page shows. */
export type DeskPageState = {
  readonly me: Me | null
  /** `offline`: what is shown may be old. */
  readonly connection: 'connecting' | 'online' | 'offline'
  readonly session: 'alive' | 'ends-soon' | 'ended'
  readonly overview: Overview | null
  readonly open: OpenState | null
  /** Messages that could not be delivered; 0 for who is no administrator. */
  readonly deadLetters: number
  /** Conversations whose replies wait until somebody mends a setting; 0 for who is no administrator. */
  readonly blocked: number
  readonly problem: Problem | null
  /** Conversations of the clerk's own with something new in them. */
  readonly unread: ReadonlySet<string>
  /** Milliseconds by which the server's clock is ahead of the page's. */
  readonly clockAhead: number
}

export const NEW_DESK: DeskPageState = {
  me: null,
  connection: 'connecting',
  session: 'alive',
  overview: null,
  open: null,
  deadLetters: 0,
  blocked: 0,
  problem: null,
  unread: new Set(),
  clockAhead: 0,
}
