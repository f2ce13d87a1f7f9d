import type { Conversation } from '../../bot/conversation.ts'
import type { Decide, Received } from '../../bot/ports.ts'
import type { Turn } from '../../bot/turn.ts'
import { TurnError } from '../../bot/turn-error.ts'

/** Tells a turn that could not be decided from a store that failed. */
export function decideOrThrow(decide: Decide, before: Conversation, received: Received): Turn {
  try {
    return decide(before, received)
  } catch (cause) {
    throw new TurnError(received.eventId, { cause })
  }
}
