import { type LanguageService, NOTHING_READ, type Reading } from './language-service.ts'
import type { MaskedEvent } from './mask-event.ts'
import type { Accepted } from './ports.ts'

/** What is known of a message besides what is kept: its text before masking, and what the language service reads in it. */
export type Withheld = { readonly original: string | null; readonly reading: Reading }

const NOTHING: Withheld = { original: null, reading: NOTHING_READ }

/** What is known of accepted messages until their turns are taken. In this process only, and never written. */
export type WithheldMessages = {
  /** Remembers a citizen's message, and has it read; nothing else is. */
  readonly begin: (accepted: Accepted, masked: MaskedEvent) => void
  /**
   * Resolves once the service has answered, or is not waited for any more, for all messages of the conversation that were
   * begun by now. Gives their events.
   */
  readonly settled: (conversationId: string) => Promise<readonly number[]>
  /** Of the event; nothing where another process accepted it. */
  readonly of: (eventId: number) => Withheld
  /** To be called once the events' turns were taken. */
  readonly forget: (eventIds: readonly number[]) => void
}

export function createWithheld(service: LanguageService | undefined): WithheldMessages {
  const begun = new Map<number, { readonly conversationId: string; readonly asked: Promise<unknown> }>()
  const known = new Map<number, Withheld>()

  return {
    begin({ eventId, conversationId }, { event, original }) {
      if (event.kind !== 'citizen-wrote') return
      known.set(eventId, { ...NOTHING, original })
      const asked = service?.read(event.text).then(reading => {
        if (known.has(eventId)) known.set(eventId, { original, reading })
      })
      begun.set(eventId, { conversationId, asked: asked ?? Promise.resolve() })
    },
    async settled(conversationId) {
      const its = [...begun].filter(([, one]) => one.conversationId === conversationId)
      await Promise.all(its.map(([, { asked }]) => asked))
      return its.map(([eventId]) => eventId)
    },
    of: eventId => known.get(eventId) ?? NOTHING,
    forget(eventIds) {
      for (const eventId of eventIds) {
        begun.delete(eventId)
        known.delete(eventId)
      }
    },
  }
}
