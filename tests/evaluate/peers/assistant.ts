import { decide } from '../../../dialogs/decide.ts'
import { NOTHING_REMEMBERED } from '../../../dialogs/memory.ts'
import { topicOf } from '../../../dialogs/outcome.ts'
import { REASON_PREFIX } from '../../../knowledge/search/search.ts'
import type { KnowledgeSnapshot } from '../../../knowledge/snapshot.ts'
import { rankFound } from './own-search.ts'
import type { Peer, Ranked } from './peer.ts'

/** The whole assistant: what a dialog decided stands first, else what the search found. A refusal leaves no topic a chance. */
export function assistant(knowledge: KnowledgeSnapshot): Peer {
  return {
    name: 'the assistant',
    isProbability: true,
    rank(text): readonly Ranked[] {
      const { outcome, found, confidence } = decide(text, NOTHING_REMEMBERED, knowledge)
      const ranked = rankFound(found)
      const topic = topicOf(outcome)
      if (topic !== null) return [{ label: topic, score: confidence }, ...ranked.filter(({ label }) => label !== topic)]
      if (outcome.kind === 'handoff' || (outcome.kind === 'decline' && outcome.reason !== 'not-understood')) {
        return [
          { label: REASON_PREFIX + outcome.reason, score: 1 },
          ...ranked.map(({ label }) => ({ label, score: 0 })),
        ]
      }
      return ranked
    },
  }
}
