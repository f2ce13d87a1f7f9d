import { readState } from '../../bot/conversation.ts'
import type { DeskState } from '../../bot/desk-state.ts'
import type { Decide, Received } from '../../bot/ports.ts'
import type { Turn } from '../../bot/turn.ts'
import { TurnError } from '../../bot/turn-error.ts'
import { readHappening } from './rows.ts'
import { unseal } from './seal.ts'

/** The first event of a conversation that waits for its turn, with the conversation's state, as rows hold them. */
export type WaitingRow = {
  readonly eventId: number
  readonly kind: string
  readonly body: unknown
  readonly detail: unknown
  readonly seq: number | null
  readonly attempts: number
  readonly state: string
  /** The message's text before masking, sealed, and its key; null where either was not kept. */
  readonly sealed: Uint8Array | null
  readonly key: Uint8Array | null
}

/** Reads and decides. Throws `TurnError` when either fails, which is told from a store that fails. */
export function decideStored(
  decide: Decide,
  conversationId: string,
  { eventId, kind, body, detail, seq, attempts, state, sealed, key }: WaitingRow,
  desk: DeskState,
): { readonly received: Received; readonly turn: Turn } {
  const { before, happening } = attempt(eventId, true, () => ({
    before: { id: conversationId, ...readState(state) },
    happening: readHappening(kind, body, detail),
  }))
  return attempt(eventId, false, () => {
    const original = sealed && key ? (unseal(sealed, key) ?? null) : null
    const received = { eventId, happening, seq, attempts, original }
    return { received, turn: decide(before, received, desk) }
  })
}

function attempt<Result>(eventId: number, isUnreadable: boolean, work: () => Result): Result {
  try {
    return work()
  } catch (cause) {
    throw new TurnError(eventId, { cause, isUnreadable })
  }
}
