import type { DeskMessage, ListedConversation, Me, Overview, OwnReadyAnswer, Refused, Undelivered } from '../../wire.ts'
import type { Draft } from './drafts.ts'
import { DEFAULT_PREFERENCES, type Preferences } from './preferences.ts'

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
  /** What was asked for could not be opened; what was open stays. */
  | { readonly kind: 'not-opened' }
  /** They have as many conversations as they want at once. */
  | { readonly kind: 'hands-full'; readonly most: number }

/** Everything that the page shows. */
export type DeskPageState = {
  readonly me: Me | null
  /** `offline`: what is shown may be old. */
  readonly connection: 'connecting' | 'online' | 'offline'
  /** `ends-for-good`: soon too, and nothing puts it off. */
  readonly session: 'alive' | 'ends-soon' | 'ends-for-good' | 'ended'
  readonly overview: Overview | null
  readonly open: OpenState | null
  /** None for who is no administrator. */
  readonly undelivered: Undelivered
  readonly problem: Problem | null
  /** Conversations of the clerk's own with something new in them. */
  readonly unread: ReadonlySet<string>
  /** Milliseconds by which the server's clock is ahead of the page's. */
  readonly clockAhead: number
  /** The clerk's own ready answers. */
  readonly own: readonly OwnReadyAnswer[]
  /** What was searched for; null before a search. */
  readonly found: readonly ListedConversation[] | null
  readonly preferences: Preferences
}

export const NEW_DESK: DeskPageState = {
  me: null,
  connection: 'connecting',
  session: 'alive',
  overview: null,
  open: null,
  undelivered: { deadLetters: 0, blocked: { replies: 0, letters: 0 } },
  problem: null,
  unread: new Set(),
  clockAhead: 0,
  own: [],
  found: null,
  preferences: DEFAULT_PREFERENCES,
}

/** Account of who is at the desk; empty before that is known. */
export function myIdOf({ me }: DeskPageState): string {
  return me?.person.accountId ?? ''
}
