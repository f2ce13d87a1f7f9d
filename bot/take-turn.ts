import { PHRASES } from '../dialogs/phrases.ts'
import type { KnowledgeSnapshot } from '../knowledge/snapshot.ts'
import { groupTurn, joinedTurn, ratedTurn, sentFileTurn, wroteTurn } from './citizen-turn.ts'
import type { ConversationState } from './conversation.ts'
import type { Happening } from './event.ts'
import type { Turn } from './turn.ts'

/** What an event leads to. Pure: the same arguments give the same turn. `heardLanguage`: see `decide`. */
export function takeTurn(
  before: ConversationState,
  happening: Happening,
  knowledge: KnowledgeSnapshot,
  now: Date,
  heardLanguage: string | null = null,
): Turn {
  const phrases = PHRASES.pl
  switch (happening.kind) {
    case 'citizen-joined':
      return joinedTurn(before, knowledge, phrases)
    case 'citizen-wrote':
      return wroteTurn(before, happening.text, knowledge, now, phrases, heardLanguage)
    case 'citizen-rated':
      return ratedTurn(before, happening, knowledge, phrases)
    case 'citizen-sent-file':
      return sentFileTurn(before, phrases)
    case 'group-wrote':
      return groupTurn(before, phrases)
  }
}
