import type { Question } from '../../dialogs/dialog.ts'
import { type Memory, NOTHING_REMEMBERED } from '../../dialogs/memory.ts'
import { words } from '../../knowledge/polish/words.ts'
import { search } from '../../knowledge/search/search.ts'
import type { KnowledgeSnapshot } from '../../knowledge/snapshot.ts'

/** A question as `decide` hands it to the dialogs. */
export function questionOf(text: string, knowledge: KnowledgeSnapshot, memory: Partial<Memory> = {}): Question {
  return {
    text,
    words: words(text),
    allWords: words(text),
    heardLanguage: null,
    found: search(text, knowledge.search),
    memory: { ...NOTHING_REMEMBERED, ...memory },
    knowledge,
  }
}
