import type { Origin } from './event.ts'

/** The origin of an event of our own: nobody is written back to. `source`: what it comes from, in the store. */
export function ownOrigin(source: string, conversationId: string, externalId: string): Origin {
  return { source, address: conversationId, externalId, returnPath: null, isAwaited: false, conversationId }
}
