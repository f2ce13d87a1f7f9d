import type { Bot } from './bot.ts'
import { NoConversationError } from './no-conversation-error.ts'
import { ownOrigin } from './own-origin.ts'
import type { Delivery } from './ports.ts'

/** Where the relay's own events come from, in the store. */
const SOURCE = 'relay'

/** Tells the desk, in the conversation's history, of a clerk's words that were given up. Twice for one delivery is once. */
export function tellDesk(
  bot: Pick<Bot, 'accept'>,
): (delivery: Pick<Delivery, 'id' | 'conversationId' | 'reply'>, isTooLate: boolean) => Promise<void> {
  return async ({ id, conversationId, reply }, isTooLate) => {
    if (!reply.by) return
    const origin = ownOrigin(SOURCE, conversationId, String(id))
    try {
      await bot.accept({ kind: 'relay-gave-up', isTooLate, origin })
    } catch (error) {
      // Closed or erased meanwhile: no clerk looks at it any more.
      if (!(error instanceof NoConversationError)) throw error
    }
  }
}
