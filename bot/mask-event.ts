import { MAX_CHARACTERS, MAX_CHARACTERS_KEPT } from '../dialogs/decide.ts'
import { maskPersonalData } from '../dialogs/personal-data/mask.ts'
import type { ConversationEvent } from './event.ts'

/** An event as it may be kept. `original`: what a citizen wrote, whether or not anything in it was masked. */
export type MaskedEvent = { readonly event: ConversationEvent; readonly original: string | null }

/**
 * Masks what a citizen wrote. A clerk's words stay as they are, as the citizen has to read them; so does a contact, which
 * goes nowhere but to its ticket.
 */
export function maskEvent(event: ConversationEvent, allowed: readonly string[]): MaskedEvent {
  switch (event.kind) {
    case 'citizen-wrote': {
      const written = storable(cut(event.text, MAX_CHARACTERS_KEPT))
      return { event: { ...event, text: maskPersonalData(written, allowed) }, original: written }
    }
    case 'citizen-rated-clerk': {
      const comment = event.comment && maskPersonalData(storable(cut(event.comment, MAX_CHARACTERS)), allowed)
      return { event: { ...event, comment }, original: null }
    }
    case 'citizen-gave-contact':
      return { event: { ...event, contact: storable(event.contact) }, original: null }
    case 'clerk-wrote':
    case 'clerk-noted':
      return { event: { ...event, text: storable(event.text) }, original: null }
    case 'clerk-ended':
      return { event: { ...event, label: storable(event.label) }, original: null }
    default:
      return { event, original: null }
  }
}

/** What takes time is done to so many characters and no more: a channel may send a thousand times as many. */
function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)} […]` : text
}

/** Without what a database cannot keep. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', ' ')
}
