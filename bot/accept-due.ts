import type { DueEvent } from './desk-store.ts'
import type { ConversationEvent } from './event.ts'
import { NoConversationError } from './no-conversation-error.ts'
import { ownOrigin } from './own-origin.ts'
import type { Accepted, Store } from './ports.ts'

/** Where events come from that time causes. */
const SOURCE = 'clock'

/** What was given up is accepted anew once in so long. */
const AGAIN_MS = 10 * 60_000

/** Accepts what time has done, once, but anew where its turn had to be given up: nobody waits for ever because of a defect. */
export async function acceptDue(
  accept: (event: ConversationEvent) => Promise<Accepted>,
  store: Pick<Store, 'refusalOf'>,
  { conversationId, key, happening }: DueEvent,
  now: Date,
): Promise<void> {
  const acceptAs = (externalId: string): Promise<Accepted> =>
    accept({ ...happening, origin: ownOrigin(SOURCE, conversationId, externalId) })
  try {
    const { status, eventId } = await acceptAs(key)
    if (status === 'new') return
    const refusal = await store.refusalOf(eventId)
    if (refusal?.kind === 'failed') await acceptAs(`${key} ${Math.floor(now.getTime() / AGAIN_MS)}`)
  } catch (error) {
    // Erased meanwhile: nobody waits any more.
    if (!(error instanceof NoConversationError)) throw error
  }
}
