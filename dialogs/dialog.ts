import type { Found } from '../knowledge/search/search.ts'
import type { KnowledgeSnapshot } from '../knowledge/snapshot.ts'
import type { Memory } from './memory.ts'
import type { Outcome } from './outcome.ts'

/** All that a dialog may look at. */
export type Question = {
  /** As written, cut to the length that is read. */
  readonly text: string
  /** Its folded words. */
  readonly words: readonly string[]
  /** The folded words of the whole message, for whoever must not miss what stands at its end. */
  readonly allWords: readonly string[]
  /** ISO 639-1 code of the language that a service outside has read; null where none did. */
  readonly heardLanguage: string | null
  readonly found: Found
  readonly memory: Memory
  readonly knowledge: KnowledgeSnapshot
}

/** One thing the assistant can do with a question. Pure; gives nothing when it has nothing to say. */
export type Dialog = (question: Question) => Outcome | undefined
