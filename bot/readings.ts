import type { ConversationEvent } from './event.ts'
import { type LanguageService, NOTHING_READ, type Reading } from './language-service.ts'
import type { Accepted } from './ports.ts'

/** What the language service reads in accepted messages until their turns are taken. Kept in this process only. */
export type Readings = {
  /** Has a citizen's message read; nothing else is. */
  readonly begin: (accepted: Accepted, event: ConversationEvent) => void
  /**
   * Resolves once the service has answered, or is not waited for any more, for all messages of the conversation that were
   * begun by now. Gives their events.
   */
  readonly settled: (conversationId: string) => Promise<readonly number[]>
  /** Of the event; `NOTHING_READ` where another process accepted it, or it was not asked for. */
  readonly of: (eventId: number) => Reading
  /** To be called once the events' turns were taken. */
  readonly forget: (eventIds: readonly number[]) => void
}

export function createReadings(service: LanguageService | undefined): Readings {
  const begun = new Map<number, { readonly conversationId: string; readonly asked: Promise<Reading> }>()
  const read = new Map<number, Reading>()

  return {
    begin({ eventId, conversationId }, event) {
      if (!service || event.kind !== 'citizen-wrote') return
      const asked = service.read(event.text)
      begun.set(eventId, { conversationId, asked })
      asked.then(reading => begun.has(eventId) && read.set(eventId, reading))
    },
    async settled(conversationId) {
      const its = [...begun].filter(([, one]) => one.conversationId === conversationId)
      await Promise.all(its.map(([, { asked }]) => asked))
      return its.map(([eventId]) => eventId)
    },
    of: eventId => read.get(eventId) ?? NOTHING_READ,
    forget(eventIds) {
      for (const eventId of eventIds) {
        begun.delete(eventId)
        read.delete(eventId)
      }
    },
  }
}
