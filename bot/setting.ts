import type { Phrases } from '../dialogs/phrases.ts'
import type { KnowledgeSnapshot } from '../knowledge/snapshot.ts'
import type { DeskRules, DeskState } from './desk-state.ts'

/** All that a turn depends on besides the conversation and the event. */
export type Setting = {
  readonly knowledge: KnowledgeSnapshot
  readonly desk: DeskState & DeskRules
  readonly now: Date
  readonly phrases: Phrases
  /** ISO 639-1 code of the language that a service outside has read in the message. Default none did. */
  readonly heardLanguage?: string | null
}
